import type { PeopleTable } from '../people/people-table.ts';
import type { Commit } from '../shared/database/commit.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { Runs, SubjectRun } from './run.ts';

export interface MarkingDependencies {
  readonly people: PeopleTable;
  readonly commit: Commit;
}

/** A run that failed for good, or could not be started. */
export interface Failed {
  readonly reference: string;
  readonly run: string;
  readonly error: string;
  /** The state that failed, and how often it was tried, if the run's definition says so. */
  readonly state?: string;
  readonly tries?: number;
}

/** What keeps a run from being started: the name is that of a run about something else. */
export const nameTaken = 'RunNameTaken';

/**
 * Tells the operators of a run that failed for good, whatever has become of its subject. If it is the subject's present
 * run, the subject is marked, so that nothing starts it again until an operator redrives it; so is one that needs no run
 * any more, until an operator has looked. A failed run that another has taken over from leaves no mark.
 */
export async function markStuck(deps: MarkingDependencies, runs: Runs, given: Failed, now: Instant): Promise<void> {
  await decideAgainOnConflict(async () => {
    const was = await runs.present(given.reference);
    if (was?.stuck?.step === given.run) return;
    const mark = was?.name === given.run ? was : undefined;
    const { run, error, reference } = given;
    const failed = { ...(given.state && { state: given.state }), ...(given.tries && { tries: given.tries }) };
    const operators = await deps.people.withRole('operator');
    await deps.commit({
      changes: mark ? [mark.save({ run: mark.run, stuck: { at: now, step: run, error, ...failed } }, now)] : [],
      events: [
        {
          subject: was?.subject ?? reference,
          type: mark ? 'RunStuck' : 'RunFailed',
          by: 'system:run',
          at: now,
          data: { machine: runs.machine, run, error, ...failed },
        },
      ],
      outbox: operators.map((operator) => ({
        kind: 'mail',
        template: 'operator-notice',
        to: { person: operator.id },
        ids: {
          about: noticeOf(mark, error),
          subject: reference,
          detail: error,
          ...(given.state && { state: given.state }),
          ...(given.tries && { tries: String(given.tries) }),
        },
      })),
    });
  }, tries.contested);
}

const noticeOf = (mark: SubjectRun | undefined, error: string): string =>
  error === nameTaken ? 'run-name-taken' : mark?.inRun ? 'stuck' : 'run-failed';
