import { changedApplication, mayMailAgain } from '../applications/application.ts';
import { readerOf } from '../applications/identity.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import { offerKey } from './offer.ts';

/** The open offer once more, to the applicant's address; within five minutes once. */
export async function mailOfferAgain(
  deps: Pick<Dependencies, 'applications' | 'seats' | 'requests' | 'commit'>,
  reference: string,
  now: Instant,
): Promise<void> {
  await decideAgainOnConflict(async () => {
    const was = await deps.applications.get(reference);
    if (!was || !mayMailAgain(was, now)) return;
    const place = await deps.seats.place(reference);
    const seat = place?.state === 'OFFERED' && place.seat ? await deps.seats.seat(place.seat) : undefined;
    const offer = seat && (await deps.requests.byAskKey(offerKey(seat)));
    if (offer?.state !== 'OPEN') return;
    const { id, generation } = offer;
    await deps.commit({
      changes: [deps.applications.save(changedApplication(was, now, { linkMailedAt: now }), was)],
      events: [{ subject: reference, type: 'LinkMailed', by: readerOf(was), at: now, data: { why: 'offer again' } }],
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
