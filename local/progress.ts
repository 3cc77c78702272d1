import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from './problem.ts';
import { run } from './run.ts';

/** How far something is, as far as that can be seen from outside. */
export interface Sight {
  readonly cpuSeconds?: number;
  readonly said: string;
}

export interface ProgressLimits {
  readonly look: () => Promise<Sight>;
  readonly everyMs?: number;
  /** Looks in a row without progress after which it is given up. */
  readonly looks?: number;
  /** Less CPU time than this over all those looks is no progress: what waits in a loop uses some. */
  readonly cpuSeconds?: number;
}

/**
 * Settles with a sentence once something has made no progress for long: it said nothing new and used no CPU time worth
 * the name. Looks are counted and not seconds, so that neither a busy machine nor one that slept makes it settle.
 */
export async function standstill(
  { look, everyMs = 2_000, looks = 30, cpuSeconds = 1 }: ProgressLimits,
  signal: AbortSignal,
): Promise<string> {
  let last: Sight | undefined;
  for (let idle = 0; idle < looks; idle += 1) {
    await sleep(everyMs, undefined, { signal });
    const sight = await look();
    const used = Math.abs((sight.cpuSeconds ?? 0) - (last?.cpuSeconds ?? 0));
    if (last && sight.said === last.said && used < cpuSeconds) continue;
    last = sight;
    idle = -1;
  }
  const last200 = last?.said.slice(-200) ?? '';
  return `it made no progress for ${Math.round((everyMs * looks) / 1000)} seconds; ${last200 ? `seen last: ${last200}` : 'it said nothing at all'}`;
}

/**
 * Waits until something that was started is ready, however long that takes while it goes forward.
 * @throws Problem that says what was seen last, when it ended or stands still.
 */
export async function untilReady(
  what: string,
  options: ProgressLimits & {
    readonly ready: () => Promise<boolean>;
    /** Settles with its last words when it has ended; never, if it cannot end. */
    readonly ended?: Promise<string>;
    readonly log: string;
  },
): Promise<void> {
  const over = new AbortController();
  const poll = async (): Promise<void> => {
    while (!(await options.ready())) await sleep(50, undefined, { signal: over.signal });
  };
  const ended = options.ended?.then((words) => {
    throw new Problem(`${what} ended while it started: ${words || 'it said nothing'} (log: ${options.log}).`);
  });
  const stuck = standstill(options, over.signal).then((sentence) => {
    throw new Problem(`${what} was given up, for ${sentence} (log: ${options.log}). Try again.`);
  });
  try {
    await Promise.race([poll(), stuck, ...(ended ? [ended] : [])]);
  } finally {
    over.abort();
    await Promise.allSettled([stuck]);
    ended?.catch(() => {});
  }
}

/** Whether an address answers with success; one that takes long to answer is asked again. */
export const answers = async (url: string, headers: Readonly<Record<string, string>> = {}): Promise<boolean> =>
  (await fetch(url, { headers, signal: AbortSignal.timeout(10_000) }).catch(() => undefined))?.ok ?? false;

/** Watches a process and those that it started: their CPU time, and what is written to its log from now on. */
export function watchProcess(pid: number, log: string): () => Promise<Sight> {
  const words = wordsFromNowOn(log);
  return async () => ({ cpuSeconds: await cpuSecondsOf(pid), said: words() });
}

/** The last lines that a file has got since this call. */
export function wordsFromNowOn(file: string): () => string {
  const begin = read(file, 0).size;
  return () => read(file, begin).text.trim().split('\n').slice(-3).join(' / ');
}

const most = 4_096;

function read(file: string, begin: number): { readonly size: number; readonly text: string } {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'r');
    const { size } = fstatSync(descriptor);
    const from = Math.max(begin, size - most);
    const bytes = Buffer.alloc(Math.max(0, size - from));
    readSync(descriptor, bytes, 0, bytes.length, from);
    return { size, text: bytes.toString('utf8') };
  } catch {
    return { size: 0, text: '' };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** The CPU time that a process and its descendants have used; `ps` of Linux counts whole seconds. */
export async function cpuSecondsOf(root: number): Promise<number> {
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=,time=']);
  const family = new Set([root]);
  let seconds = 0;
  const rows = stdout.split('\n').map((line) => line.trim().split(/\s+/));
  // A child may stand before its parent in the list.
  for (let size = 0; size !== family.size; ) {
    size = family.size;
    for (const [pid, parent] of rows) if (family.has(Number(parent))) family.add(Number(pid));
  }
  for (const [pid, , time] of rows) if (family.has(Number(pid))) seconds += secondsOf(time ?? '');
  return seconds;
}

/** `1-02:03:04` of Linux, `3:04.05` of macOS. */
function secondsOf(time: string): number {
  const [days, clock] = time.includes('-') ? time.split('-') : ['0', time];
  return (clock ?? '')
    .split(':')
    .reduce((sum, part, index, parts) => sum + Number(part) * 60 ** (parts.length - 1 - index), Number(days) * 86_400);
}
