import { readdirSync, readFileSync } from 'node:fs';
import { run } from '../../local/run.ts';

interface ProcessTime {
  readonly pid: number;
  readonly parent: number;
  /** Its own, and that of its children which have ended. */
  readonly seconds: number;
}

/** Linux counts in hundredths of a second, whatever the kernel's own clock is. */
const ticksASecond = 100;

function fromProc(): ProcessTime[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((name) => {
      try {
        // The name of the program is in brackets and may hold anything.
        const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
          .replace(/^.*\) /su, '')
          .split(' ')
          .map(Number);
        const ticks = fields.slice(11, 15).reduce((sum, value) => sum + value, 0);
        return [{ pid: Number(name), parent: fields[1] ?? 0, seconds: ticks / ticksASecond }];
      } catch {
        return [];
      }
    });
}

/** `[[days-]hours:]minutes:seconds`, as `ps` writes it. */
export const secondsOf = (time: string): number => {
  const [clock = '', days = '0'] = time.split('-').reverse();
  return clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) + Number(days) * 86_400;
};

/** macOS: `-S` adds the children which have ended. */
async function fromPs(): Promise<ProcessTime[]> {
  const { stdout } = await run('ps', ['-A', '-S', '-o', 'pid=,ppid=,time=']);
  return stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/u))
    .map(([pid, parent, time = '']) => ({ pid: Number(pid), parent: Number(parent), seconds: secondsOf(time) }));
}

/** CPU seconds (user and system) that a process and all its descendants have used, those that ended included. */
export async function cpuSeconds(root: number = process.pid): Promise<number> {
  const all = process.platform === 'linux' ? fromProc() : await fromPs();
  const children = Map.groupBy(all, ({ parent }) => parent);
  const sum = (found: readonly ProcessTime[]): number =>
    found.reduce((total, { pid, seconds }) => total + seconds + sum(children.get(pid) ?? []), 0);
  return sum(all.filter(({ pid }) => pid === root));
}
