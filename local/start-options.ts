import { parseArgs } from 'node:util';
import { canBeAsked } from './ports.ts';
import { Problem } from './problem.ts';

export interface StartOptions {
  /** Throw away what earlier starts left behind. */
  readonly fresh: boolean;
  readonly ports: {
    readonly frontDoor: number;
    readonly cloud: number;
    readonly inbox: number;
    readonly smtp: number;
    readonly runs: number;
  };
}

const usage = 'npm start -- [--fresh] [--port-offset N]';

/**
 * The options of `npm start`; the offset also from SFA_PORT_OFFSET.
 * @throws Problem that shows the usage.
 */
export function readStartOptions(args: readonly string[], environment: NodeJS.ProcessEnv): StartOptions {
  const { fresh, 'port-offset': given } = parse(args);
  const offset = Number(given ?? environment.SFA_PORT_OFFSET ?? 0);
  if (!Number.isInteger(offset) || offset < 0 || offset > 50_000) {
    throw new Problem(`The port offset must be a whole number from 0 to 50000: ${usage}`);
  }
  const ports = portsAt(offset);
  const bad = askedOf(ports).filter((port) => !canBeAsked(port));
  if (bad.length > 0) {
    throw new Problem(
      `Browsers do not open port ${bad.join(' and port ')}: take "npm start -- --port-offset ${goodOffsetAfter(offset)}".`,
    );
  }
  return { fresh, ports };
}

const portsAt = (offset: number): StartOptions['ports'] => ({
  frontDoor: 8080 + offset,
  cloud: 4566 + offset,
  inbox: 8025 + offset,
  smtp: 1025 + offset,
  runs: 8090 + offset,
});

/** All but that for mail. */
const askedOf = ({ frontDoor, cloud, inbox, runs }: StartOptions['ports']): number[] => [frontDoor, cloud, inbox, runs];

/** The next full ten whose ports can all be used. */
function goodOffsetAfter(offset: number): number {
  const next = Math.floor(offset / 10) * 10 + 10;
  return askedOf(portsAt(next)).every(canBeAsked) ? next : goodOffsetAfter(next);
}

function parse(args: readonly string[]): { fresh: boolean; 'port-offset'?: string } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { fresh: { type: 'boolean', default: false }, 'port-offset': { type: 'string' } },
    });
    return values;
  } catch {
    throw new Problem(`Unknown option. Usage: ${usage}`);
  }
}
