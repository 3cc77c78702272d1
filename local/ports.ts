import { connect, createServer } from 'node:net';
import { Problem } from './problem.ts';
import { run } from './run.ts';

/** Ports above the first thousand that browsers and fetch refuse to ask (WHATWG Fetch, "bad port"). */
const refusedPorts: ReadonlySet<number> = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);

/** Whether a browser and fetch would speak to a server there. */
export const canBeAsked = (port: number): boolean => port > 1023 && port < 65_536 && !refusedPorts.has(port);

/** A port of 127.0.0.1 that nobody uses at this moment, and that can be asked. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = await anyFreePort();
    if (canBeAsked(port)) return port;
  }
}

const anyFreePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });

/** Whether anything listens on the port of 127.0.0.1. */
const inUse = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

/** @throws Problem that names the process in the way, as far as the system tells. */
export async function requirePort(port: number, purpose: string): Promise<void> {
  if (!(await inUse(port))) return;
  const holder = await holderOf(port);
  throw new Problem(
    `Port ${port}, which ${purpose} needs, is in use${holder ? ` by ${holder}` : ''}: stop that, or move all ports with "npm start -- --port-offset 100".`,
  );
}

async function holderOf(port: number): Promise<string | undefined> {
  const { stdout: listed } = await run('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fp']);
  const pid =
    /^p(\d+)$/m.exec(listed)?.[1] ?? /,pid=(\d+)/.exec((await run('ss', ['-ltnpH', `sport = :${port}`])).stdout)?.[1];
  if (!pid) return undefined;
  const { stdout: command } = await run('ps', ['-o', 'args=', '-p', pid]);
  return `process ${pid} (${command.trim().slice(0, 80) || 'unknown'})`;
}
