import { functionOf, marksAsStuck, type RunDefinition, retriesOf } from './definition.ts';
import type { Visit } from './history.ts';

/** What a run has failed of, or is being tried again after. */
export interface Trouble {
  readonly state: string;
  readonly error: string;
  /** When it was last tried in vain. */
  readonly at: number;
  readonly since: number;
  readonly failed: number;
  /** How often it is tried in all. */
  readonly tries: number;
  /** Whether nothing tries it again. */
  readonly over: boolean;
  /** When it is tried again; none while a try is under way. */
  readonly nextAt?: number;
  /** The function that does the step. */
  readonly function?: string;
}

interface Ending {
  readonly status: string;
  readonly stoppedAt?: number;
  readonly error?: string;
}

const wentWrong = (status: string): boolean => status === 'FAILED' || status === 'TIMED_OUT';

/**
 * The state that failed, with its last error: of a run that ended badly, that is being marked as stuck, or in which a
 * step is being tried again. Nothing, if it goes well or was stopped by somebody.
 */
export function troubleIn(
  visits: readonly Visit[],
  definition: RunDefinition | undefined,
  { status, stoppedAt, error }: Ending,
): Trouble | undefined {
  const isMark = ({ state }: Visit) => marksAsStuck(definition?.States[state]);
  const mark = visits.findLast(isMark);
  const over = wentWrong(status) || (status === 'RUNNING' && mark !== undefined);
  const visit = mark ? visits[visits.indexOf(mark) - 1] : visits.at(-1);
  if (!visit || !(over || (status === 'RUNNING' && visit.left === undefined && visit.failed.length > 0))) {
    return undefined;
  }
  const state = definition?.States[visit.state];
  const { tries, secondsAfter } = retriesOf(state);
  const last = visit.failed.at(-1);
  const isPaused = !over && last !== undefined && visit.tries <= visit.failed.length;
  return {
    state: visit.state,
    error: last?.error ?? mark?.givenError ?? (mark ? 'OutcomeNotListed' : (error ?? status)),
    at: last?.at ?? mark?.entered ?? stoppedAt ?? visit.entered,
    since: visit.entered,
    failed: visit.failed.length,
    tries,
    over,
    ...(isPaused && { nextAt: last.at + secondsAfter(visit.failed.length) * 1000 }),
    function: functionOf(state),
  };
}

/** Which try it is, in words. */
export function triesText({ failed, tries, over, nextAt }: Trouble, clock: (at: number) => string): string {
  if (failed === 0) return 'not tried again: no try would help';
  if (over) return `try ${failed} of ${tries}, the last`;
  const next = nextAt === undefined ? 'is under way' : `follows at ${clock(nextAt)}`;
  return `${failed} of ${tries} tries failed, try ${failed + 1} ${next}`;
}
