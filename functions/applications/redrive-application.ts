import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { changed, needsRun, runName } from './application.ts';
import type { Dependencies } from './dependencies.ts';

/** Gives a stuck application, or one whose run is to be started anew, its next run. */
export async function redriveApplication(
  { applications, commit }: Pick<Dependencies, 'applications' | 'commit'>,
  reference: string,
  by: string,
  now: Instant,
): Promise<{ readonly kind: 'redriven'; readonly run: string } | { readonly kind: 'not-needed' }> {
  return decideAgainOnConflict(async () => {
    const was = await applications.get(reference);
    if (!was || !needsRun({ ...was, stuck: undefined })) return { kind: 'not-needed' };
    const next = changed(was, now, { stuck: undefined, run: was.run + 1 });
    await commit({
      changes: [applications.save(next, was)],
      events: [
        {
          subject: reference,
          type: 'RunRedriven',
          by,
          at: now,
          data: { before: runName(was), run: runName(next), ...(was.stuck && { error: was.stuck.error }) },
        },
      ],
      outbox: [{ kind: 'start', machine: 'applicant-intake', name: runName(next), reference }],
    });
    return { kind: 'redriven', run: runName(next) };
  });
}
