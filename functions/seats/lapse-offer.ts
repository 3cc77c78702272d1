import { cancelled, lapsed, type PersonRequest } from '../requests/request.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import { freeOffered, offeredBy } from './offer.ts';
import { movedPlace } from './place.ts';

/** An offer that nobody answered in time: the seat goes on to the next one. */
export async function lapseOffer(
  deps: Pick<Dependencies, 'requests' | 'seats' | 'commit'>,
  was: PersonRequest,
  now: Instant,
): Promise<void> {
  const by = 'system:clock';
  const offered = await offeredBy(deps, was);
  if (!offered) {
    await deps.commit({
      changes: [deps.requests.save(cancelled(was, 'SUPERSEDED', by, now), was)],
      events: [{ subject: was.subject, type: 'RequestCancelled', by, at: now, data: { request: was.id } }],
      outbox: was.callback ? [{ kind: 'resume', callback: was.callback }] : [],
    });
    return;
  }
  const { place, seat } = offered;
  const freed = freeOffered(deps, seat, was, { why: 'lapsed', by, now });
  await deps.commit({
    changes: [
      deps.requests.save(lapsed(was, now), was),
      deps.seats.savePlace(movedPlace(place, 'lapse', now, { seat: undefined }), place),
      ...freed.changes,
    ],
    events: [
      {
        subject: place.reference,
        type: 'OfferLapsed',
        by,
        at: now,
        data: { request: was.id, seat: seat.id, reminders: was.remindersSent },
      },
      ...freed.events,
    ],
    outbox: [
      ...freed.outbox,
      { kind: 'mail', template: 'offer-lapsed', to: { applicant: place.reference }, ids: { request: was.id } },
    ],
  });
}
