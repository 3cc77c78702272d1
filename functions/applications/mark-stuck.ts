import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { changed, needsRun, runName } from './application.ts';
import type { Dependencies } from './dependencies.ts';

/** Marks an application whose run failed for good, so that nothing starts it again until an operator redrives it. */
export async function markStuck(
  { applications, people, commit }: Pick<Dependencies, 'applications' | 'people' | 'commit'>,
  given: { readonly reference: string; readonly run: string; readonly error: string },
  now: Instant,
): Promise<void> {
  await decideAgainOnConflict(async () => {
    const was = await applications.get(given.reference);
    if (!was || runName(was) !== given.run || !needsRun(was)) return;
    const operators = await people.withRole('operator');
    await commit({
      changes: [applications.save(changed(was, now, { stuck: { at: now, step: given.run, error: given.error } }), was)],
      events: [
        {
          subject: given.reference,
          type: 'ApplicationStuck',
          by: 'system:run',
          at: now,
          data: { run: given.run, error: given.error },
        },
      ],
      outbox: operators.map((operator) => ({
        kind: 'mail',
        template: 'operator-notice',
        to: { person: operator.id },
        ids: { about: 'stuck', subject: given.reference, detail: given.error },
      })),
    });
  }, 5);
}
