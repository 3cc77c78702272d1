import { spawn } from 'node:child_process';

export interface Finished {
  /** undefined when the command does not exist or was ended by a signal. */
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly environment?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Called with each line of either output while it runs. */
  readonly onLine?: (line: string) => void;
  /** Called once it runs, with its process id. */
  readonly onStart?: (pid: number) => void;
  /** Ends the command with SIGTERM. */
  readonly signal?: AbortSignal;
}

/** Runs a command to its end without a shell and without input. Never throws: what went wrong is in the result. */
export const run = (command: string, args: readonly string[], options: RunOptions = {}): Promise<Finished> =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      env: options.environment ?? process.env,
      cwd: options.cwd,
      signal: options.signal,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (child.pid !== undefined) options.onStart?.(child.pid);
    const output = { stdout: '', stderr: '' };
    const rest = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        output[name] += text;
        const lines = (rest[name] + text).split(/\r?\n/);
        rest[name] = lines.pop() ?? '';
        for (const line of lines) options.onLine?.(line);
      });
    }
    child.on('error', (error) => resolve({ code: undefined, ...output, stderr: output.stderr + String(error) }));
    child.on('close', (code) => resolve({ code: code ?? undefined, ...output }));
  });
