import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Hidden, keyHeader } from './hidden.ts';
import { pathWithNode, root } from './paths.ts';
import { Problem } from './problem.ts';
import { answers, type ProgressLimits, standstill, untilReady, watchProcess, wordsFromNowOn } from './progress.ts';
import { run } from './run.ts';

export interface CloudProcess {
  readonly pid: number;
  readonly ended: Promise<{ readonly wanted: boolean; readonly lastWords: string }>;
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  children(): Promise<number[]>;
}

interface Launch {
  readonly python: string;
  /** Where it listens. */
  readonly behind: Hidden;
  /** Where it says that it listens: the port of its door. */
  readonly publicPort: number;
  /** For unpacked Lambda code and its own output; goes away with the process. */
  readonly scratch: string;
  readonly log: string | undefined;
  readonly environment: Readonly<Record<string, string>>;
  /** How long a standstill is borne, at the start and at the end. */
  readonly limits?: Omit<ProgressLimits, 'look'>;
}

/** Starts MiniStack in a process group of its own, so that Ctrl-C reaches it only through us and no worker outlives it. */
export async function spawnMiniStack(launch: Launch): Promise<CloudProcess> {
  const logFile = launch.log ?? join(launch.scratch, 'ministack.log');
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'a');
  const lastWords = wordsFromNowOn(logFile);
  const child = spawn(launch.python, ['-I', '-u', '-B', join(root, 'local', 'serve-cloud.py')], {
    cwd: launch.scratch,
    detached: true,
    stdio: ['pipe', log, log],
    env: {
      PATH: pathWithNode(),
      HOME: process.env.HOME ?? launch.scratch,
      LANG: 'C.UTF-8',
      TZ: 'UTC',
      TMPDIR: launch.scratch,
      LISTEN_PORT: String(launch.behind.port),
      DOOR_SECRET: launch.behind.secret,
      GATEWAY_PORT: String(launch.publicPort),
      BIND_HOST: '127.0.0.1',
      IOT_MTLS_ENABLED: '0',
      SFTP_ENABLED: '0',
      LOG_LEVEL: 'INFO',
      ...launch.environment,
    },
  });
  closeSync(log);
  let wanted = false;
  const ended = new Promise<{ wanted: boolean; lastWords: string }>((resolve) => {
    const settle = () => resolve({ wanted, lastWords: lastWords() });
    child.once('exit', settle);
    child.once('error', settle);
  });
  const forget = () => signalGroup(child, 'SIGKILL');
  process.once('exit', forget);
  void ended.then(() => process.off('exit', forget));

  const { pid } = child;
  if (pid === undefined) throw new Problem(`The local cloud could not be started: ${launch.python} does not run.`);
  const look = watchProcess(pid, logFile);
  await untilReady('The local cloud', {
    ...launch.limits,
    ready: () =>
      answers(`http://127.0.0.1:${launch.behind.port}/_ministack/ready`, { [keyHeader]: launch.behind.secret }),
    ended: ended.then((end) => end.lastWords),
    look,
    log: logFile,
  }).catch((error: unknown) => {
    forget();
    throw error;
  });

  return {
    pid,
    ended,
    end: async (signal) => {
      wanted = true;
      if (signal === 'SIGKILL') signalGroup(child, 'SIGKILL');
      else child.kill('SIGTERM');
      const over = new AbortController();
      // A large state takes its time to be saved, and is lost with the process.
      const stuck = standstill({ looks: 10, ...launch.limits, look }, over.signal).then(() =>
        signalGroup(child, 'SIGKILL'),
      );
      await ended;
      over.abort();
      await Promise.allSettled([stuck]);
    },
    children: () => childrenOf(pid),
  };
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It ended in this moment.
  }
}

async function childrenOf(parent: number): Promise<number[]> {
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=']);
  return stdout
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid, ppid]) => (ppid === parent && pid !== undefined ? [pid] : []));
}
