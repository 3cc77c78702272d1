import { openedRequest, type PersonRequest } from '../../../functions/requests/request.ts';
import {
  type EventBegins,
  newResidencyEvent,
  type ResidencyEvent,
} from '../../../functions/residencies/residency-event.ts';
import { newId } from '../../../functions/shared/random.ts';
import type { Academy } from '../academy.ts';

type Asked = Pick<Parameters<typeof openedRequest>[0], 'kind' | 'context' | 'askKey' | 'outcomes' | 'plan'>;

/** An event of a residency about which its startup is asked, as its run would leave it; no run goes on with it. */
export async function askedEvent(
  at: Academy,
  begins: EventBegins,
  askOf: (event: ResidencyEvent) => Asked,
): Promise<{ readonly event: ResidencyEvent; readonly request: PersonRequest }> {
  const now = at.now();
  const event = newResidencyEvent(begins, now);
  const request = openedRequest({
    ...askOf(event),
    id: newId(at.random),
    subject: event.id,
    assignee: { applicant: begins.residency },
    why: 'asked',
    now,
  });
  await at.commit({
    changes: [at.residencyEvents.create({ ...event, needsRun: undefined }), ...at.requests.create(request)],
    events: [{ subject: event.id, type: 'ResidencyEventBegun', by: 'operator:test', at: now }],
  });
  return { event, request };
}
