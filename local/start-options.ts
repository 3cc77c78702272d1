import { parseArgs } from 'node:util';
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
  return {
    fresh,
    ports: {
      frontDoor: 8080 + offset,
      cloud: 4566 + offset,
      inbox: 8025 + offset,
      smtp: 1025 + offset,
      runs: 8090 + offset,
    },
  };
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
