import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { OutboxDraft } from '../outbox/entry.ts';
import type { Change } from '../shared/database/database.ts';
import { shardOf } from '../shared/database/shard.ts';
import { storedObject } from '../shared/database/stored.ts';
import type { MachineName, Machines } from '../shared/names.ts';
import { type Instant, instantSchema } from '../shared/time.ts';

/** A fault that retrying did not mend; an operator redrives it. */
export const stuckSchema = storedObject({
  at: instantSchema,
  /** The name of the run. */
  step: z.string(),
  error: z.string(),
  /** The state that failed, and how often it was tried; not of what could not be started. */
  state: z.string().optional(),
  tries: z.number().optional(),
});
export type Stuck = z.infer<typeof stuckSchema>;

/** What every entity has that a run is about. */
export const runParts = {
  /** The run that is, or was last, under way; 0 before the first. */
  run: z.number().int().nonnegative(),
  /** The name of that run; none for a first run, nor for one of a release that did not store names. */
  runName: z.string().optional(),
  stuck: stuckSchema.optional(),
  /** The shard of the index of what needs a run. */
  needsRun: z.string().optional(),
  changedAt: instantSchema,
};
export type RunBearer = { readonly run: number; readonly runName?: string; readonly stuck?: Stuck };

const runShards = 8;
export const allRunShards: readonly number[] = Array.from({ length: runShards }, (_, shard) => shard);

export const runShardOf = (id: string): string => `run-${shardOf(id, runShards, 33)}`;

/** https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html */
const longestName = 80;

/**
 * The name that a new run gets: the id of what it is about, then `ID_2`, `ID_3` … for every later one. No id has a `_`,
 * so that no run has the name of another's first. What is too long is cut, with a hash of the whole id.
 */
export function runNameOf(id: string, run: number): string {
  const mark = run <= 1 ? '' : `_${run}`;
  if (id.length + mark.length <= longestName) return id + mark;
  const hash = `_${createHash('sha256').update(id).digest('hex').slice(0, 16)}`;
  return id.slice(0, longestName - hash.length - mark.length) + hash + mark;
}

/** The name of a later run before such names were stored: `ID-2`, which the first run of another round may have too. */
const formerNameOf = (id: string, run: number): string => (run <= 1 ? id : `${id}-${run}`);

/** The present run's name. One that is stored for another run is of before a rollback, whose code does not know it. */
export function presentRunOf(id: string, { run, runName }: Pick<RunBearer, 'run' | 'runName'>): string {
  const name = runNameOf(id, run);
  return run <= 1 || runName === name ? name : formerNameOf(id, run);
}

/** What a change of an entity adds if it begins another run: its name. */
export const namedRun = (id: string, was: RunBearer, change: Partial<RunBearer>): Pick<RunBearer, 'runName'> =>
  change.run === undefined || change.run === was.run ? {} : { runName: runNameOf(id, change.run) };

/** A page of the ids of what needs a run, or of what is stuck, the longest unchanged first. */
export type Needing = (
  shard: number | 'stuck',
  /** Not those that changed later; after where another page ended. */
  from: { readonly until: Instant; readonly after?: Readonly<Record<string, string>> },
  limit: number,
) => Promise<{ readonly ids: readonly string[]; readonly after?: Readonly<Record<string, string>> }>;

/** One subject as it was read, with the changes that its runs make of it. */
export interface SubjectRun {
  /** What the audit calls it. */
  readonly subject: string;
  /** The present run's name. */
  readonly name: string;
  /** Whether its state wants a run under way, stuck or not. */
  readonly inRun: boolean;
  readonly stuck: Stuck | undefined;
  readonly run: number;
  /** Its next revision with another run, or another mark of being stuck; guarded by the one that was read. */
  readonly save: (change: { readonly run: number; readonly stuck: Stuck | undefined }, now: Instant) => Change;
}

/** The subjects of one state machine. */
export interface Runs {
  readonly machine: MachineName;
  readonly present: (id: string) => Promise<SubjectRun | undefined>;
  readonly needing: Needing;
}

/** What the runs of a capability's state machines are about, by the machine's name. */
export type RunsBrought<Capability extends keyof Machines, Reach> = Readonly<
  Record<Machines[Capability], (deps: Reach) => Runs>
>;

/** The runs of one kind of entity. */
export const runsOf = <Entity extends RunBearer>(given: {
  readonly machine: MachineName;
  /** What the audit calls an entity; its id if nothing is said. */
  readonly subject?: (id: string) => string;
  readonly get: (id: string) => Promise<Entity | undefined>;
  readonly inRun: (entity: Entity) => boolean;
  readonly needing: Needing;
  readonly save: (was: Entity, change: RunBearer, now: Instant) => Change;
}): Runs => ({
  machine: given.machine,
  needing: given.needing,
  present: async (id) => {
    const was = await given.get(id);
    return (
      was && {
        subject: given.subject?.(id) ?? id,
        name: presentRunOf(id, was),
        inRun: given.inRun(was),
        stuck: was.stuck,
        run: was.run,
        save: (change, now) => given.save(was, change, now),
      }
    );
  },
});

/** The start of a new run of a machine, as an outbox entry; its input is the id alone. */
export const startOf = (machine: MachineName, id: string, run: number): OutboxDraft =>
  startUnder(machine, id, runNameOf(id, run));

/** The start of a run under a name that it has already. */
export const startUnder = (machine: MachineName, id: string, name: string): OutboxDraft => ({
  kind: 'start',
  machine,
  name,
  reference: id,
});

/**
 * What a decision about something stuck adds: no longer stuck, and the next run started, so that what was decided goes
 * on. Nothing for what is not stuck.
 */
export function revive(
  machine: MachineName,
  id: string,
  bearer: RunBearer,
): { readonly revival: Partial<RunBearer>; readonly start: readonly OutboxDraft[] } {
  if (!bearer.stuck) return { revival: {}, start: [] };
  const run = bearer.run + 1;
  return { revival: { stuck: undefined, run, runName: runNameOf(id, run) }, start: [startOf(machine, id, run)] };
}
