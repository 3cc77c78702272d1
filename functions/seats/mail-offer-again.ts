import { changed, mayMailLink } from '../applications/application.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import { standingOf } from './standing.ts';

/** The open offer once more, to the applicant's address; within five minutes once. */
export async function mailOfferAgain(
  deps: Pick<Dependencies, 'applications' | 'admissions' | 'rounds' | 'seats' | 'requests' | 'commit'>,
  reference: string,
  now: Instant,
): Promise<void> {
  await decideAgainOnConflict(async () => {
    const was = await deps.applications.get(reference);
    const standing = was && mayMailLink(was, now) ? await standingOf(deps, was, now) : undefined;
    if (!was || standing?.offer?.state !== 'OPEN') return;
    const { id, generation } = standing.offer;
    await deps.commit({
      changes: [deps.applications.save(changed(was, now, { linkMailedAt: now }), was)],
      events: [{ subject: reference, type: 'LinkMailed', by: 'applicant', at: now, data: { why: 'offer again' } }],
      outbox: [
        {
          kind: 'mail',
          template: 'seat-offered',
          to: { applicant: reference },
          ids: { request: id, generation: String(generation) },
        },
      ],
    });
  });
}
