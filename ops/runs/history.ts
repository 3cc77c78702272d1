import type { HistoryEvent } from '@aws-sdk/client-sfn';
import * as z from 'zod';
import { jsonIn } from '../json-in.ts';

/** A try that failed. Moments are in Unix milliseconds, here and below. */
export interface FailedTry {
  readonly at: number;
  readonly error: string;
  readonly cause: string;
}

/** One stay in a state. */
export interface Visit {
  readonly state: string;
  readonly entered: number;
  readonly left: number | undefined;
  /** How often its work was begun. */
  readonly tries: number;
  readonly failed: readonly FailedTry[];
  /** What a state that counts found, for example `12 of 300`. */
  readonly counted?: string;
  /** What its step said, or what came of all that is inside of it. */
  readonly outcome?: string;
  /** The error with which a state was entered that deals with one. */
  readonly givenError?: string;
}

type Open = { -readonly [Field in keyof Visit]: Visit[Field] } & { failed: FailedTry[] };

/** What a failed try says, in whichever of the ways in which one can fail. */
const failureIn = (event: HistoryEvent) =>
  event.taskFailedEventDetails ??
  event.taskTimedOutEventDetails ??
  event.taskSubmitFailedEventDetails ??
  event.taskStartFailedEventDetails ??
  event.evaluationFailedEventDetails;

/** The stays of a run in its states, in their order, from the events of its history. */
export function visitsIn(events: readonly HistoryEvent[]): Visit[] {
  const visits: Open[] = [];
  for (const event of events) {
    const at = event.timestamp?.getTime() ?? 0;
    const entered = event.stateEnteredEventDetails;
    if (entered?.name !== undefined) {
      const { error } = errorSchema.safeParse(jsonIn(entered.input)).data ?? {};
      visits.push({ state: entered.name, entered: at, left: undefined, tries: 0, failed: [], givenError: error });
    }
    const last = visits.at(-1);
    if (last && event.type === 'TaskScheduled') last.tries += 1;
    const failure = failureIn(event);
    if (last && failure) last.failed.push({ at, error: failure.error ?? 'unknown', cause: failure.cause ?? '' });
    const exited = event.stateExitedEventDetails;
    const visit = visits.findLast(({ state, left }) => state === exited?.name && left === undefined);
    if (visit) {
      visit.left = at;
      visit.counted = countedIn(exited?.output);
      if (event.type === 'TaskStateExited' || event.type === 'MapStateExited')
        visit.outcome = outcomeIn(exited?.output);
    }
  }
  return visits;
}

const errorSchema = z.object({ error: z.string() });
const outcomeSchema = z.object({ outcome: z.string() });
const countSchema = z.object({ done: z.number(), of: z.number() });

const outcomeIn = (output: string | null | undefined): string | undefined =>
  outcomeSchema.safeParse(jsonIn(output)).data?.outcome;

/** States that count give `done` and `of`; the state after one passes them on. */
function countedIn(output: string | null | undefined): string | undefined {
  const count = countSchema.safeParse(jsonIn(output)).data;
  return count && count.of > 0 ? `${count.done} of ${count.of}` : undefined;
}
