import type { PeopleTable } from '../people/people-table.ts';
import type { Commit } from '../shared/commit.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { Runs } from './run.ts';

/** Marks what a run was about when it failed for good, so that nothing starts it again until an operator redrives it. */
export async function markStuck(
  { people, commit }: { readonly people: PeopleTable; readonly commit: Commit },
  runs: Runs,
  given: { readonly reference: string; readonly run: string; readonly error: string },
  now: Instant,
): Promise<void> {
  await decideAgainOnConflict(async () => {
    const was = await runs.present(given.reference);
    if (!was?.inRun || was.stuck || was.name !== given.run) return;
    const operators = await people.withRole('operator');
    await commit({
      changes: [was.save({ run: was.run, stuck: { at: now, step: given.run, error: given.error } }, now)],
      events: [
        {
          subject: was.subject,
          type: 'RunStuck',
          by: 'system:run',
          at: now,
          data: { machine: runs.machine, run: given.run, error: given.error },
        },
      ],
      outbox: operators.map((operator) => ({
        kind: 'mail',
        template: 'operator-notice',
        to: { person: operator.id },
        ids: { about: 'stuck', subject: given.reference, detail: given.error },
      })),
    });
  }, tries.contested);
}
