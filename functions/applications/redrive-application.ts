import type { OutboxDraft } from '../outbox/entry.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { type Application, changed, needsRun, runName } from './application.ts';
import type { Dependencies } from './dependencies.ts';

/**
 * What a decision about a stuck application adds: no longer stuck, and the next run started, so that what was decided
 * goes on. Nothing for one that is not stuck.
 */
export function revive(application: Application): {
  readonly revival: Partial<Application>;
  readonly start: readonly OutboxDraft[];
} {
  if (!application.stuck) return { revival: {}, start: [] };
  const revival = { stuck: undefined, run: application.run + 1 };
  const name = runName({ ...application, ...revival });
  return { revival, start: [{ kind: 'start', machine: 'applicant-intake', name, reference: application.reference }] };
}

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
