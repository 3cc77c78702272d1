import type { Leaving } from '../applications/leaving.ts';
import { openFor } from '../contracts/agreement-events.ts';
import { resumeWithNews } from '../requests/ask.ts';
import type { Dependencies } from '../residencies/dependencies.ts';
import { changedResidencyEvent } from '../residencies/residency-event.ts';

/**
 * A startup that accepted an extension and thinks better of it: what is being signed has become pointless, and its run
 * takes it back. A contract that both have signed stays: it ends by notice alone.
 */
export const renewalsLeaving =
  (deps: Pick<Dependencies, 'applications' | 'residencyEvents' | 'seats'>): Leaving =>
  async (reference, { by, now }) => {
    const nothing = { changes: [], events: [], outbox: [] };
    const application = await deps.applications.get(reference);
    if (application?.renews === undefined) return nothing;
    const place = await deps.seats.place(reference);
    if (place?.state !== 'ACCEPTED') return nothing;
    const was = openFor(await deps.residencyEvents.of(application.renews), 'extension');
    if (!was) return nothing;
    const { change, outbox } = resumeWithNews(was);
    return {
      changes: [deps.residencyEvents.save(changedResidencyEvent(was, now, change, 'drop'), was)],
      events: [{ subject: was.id, type: 'RenewalGivenBack', by, at: now, data: { application: reference } }],
      outbox,
    };
  };
