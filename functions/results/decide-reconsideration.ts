import type { OutboxDraft } from '../outbox/entry.ts';
import { type PersonRequest, settled } from '../requests/request.ts';
import type { Dependencies } from '../seats/dependencies.ts';
import type { Place } from '../seats/place.ts';
import { putOnWaitlist } from '../seats/waitlist.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { TemplateWith } from '../shared/names.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { grantedOrder } from './reconsideration.ts';

export type ReconsiderationDecision =
  | { readonly outcome: 'REFUSE'; readonly reason: string }
  /** `place`: the one in the ranking that is right, from 1 to the applicant's own. */
  | { readonly outcome: 'GRANT'; readonly reason: string; readonly place: number };

interface Given {
  readonly request: string;
  readonly generation: number;
  readonly by: string;
  readonly decision: ReconsiderationDecision;
}

type Reach = Pick<Dependencies, 'requests' | 'seats' | 'admissions' | 'rounds' | 'commit'>;

/**
 * Settles a reconsideration, once. A granted one puts the applicant on the waitlist at the place that is right, and takes a
 * seat from nobody. `ended`: the waitlist has, so that nothing can be granted any more.
 */
export async function decideReconsideration(
  deps: Reach,
  given: Given,
  now: Instant,
): Promise<'decided' | 'ended' | 'somebody-was-first'> {
  return decideAgainOnConflict(async () => {
    const was = await deps.requests.get(given.request);
    if (was?.state !== 'OPEN' || was.generation !== given.generation) return 'somebody-was-first';
    const place = await deps.seats.place(was.subject);
    if (place?.state !== 'NOT_SELECTED') return 'somebody-was-first';
    const { decision } = given;
    if (decision.outcome === 'GRANT') return grant(deps, was, place, { ...given, decision }, now);
    await refuse(deps, was, place, { ...given, decision }, now);
    return 'decided';
  }, tries.shared);
}

type Decided<Decision> = Given & { readonly decision: Decision };

/** The place is saved again as it is, so that somebody who withdraws in this moment is not told anything else. */
const refuse = (
  { requests, seats, commit }: Reach,
  was: PersonRequest,
  place: Place,
  { by, decision }: Decided<Extract<ReconsiderationDecision, { outcome: 'REFUSE' }>>,
  now: Instant,
): Promise<void> =>
  commit({
    changes: [
      requests.save(settled(was, { outcome: 'REFUSE', by, at: now, reason: decision.reason }), was),
      seats.savePlace({ ...place, revision: place.revision + 1 }, place),
      seats.closeReconsideration(place),
    ],
    events: [
      { subject: was.subject, type: 'LookAgainRefused', by: `person:${by}`, at: now, data: { request: was.id } },
    ],
    outbox: [answerMail(was, 'look-again-refused')],
  });

async function grant(
  deps: Reach,
  was: PersonRequest,
  place: Place,
  { by, decision }: Decided<Extract<ReconsiderationDecision, { outcome: 'GRANT' }>>,
  now: Instant,
): Promise<'decided' | 'ended'> {
  const order = grantedOrder(place, decision.place);
  const put = await putOnWaitlist(deps, place, { order, by: `person:${by}`, now });
  if (put.kind === 'ended') return 'ended';
  await deps.commit({
    changes: [
      deps.requests.save(settled(was, { outcome: 'GRANT', by, at: now, reason: decision.reason }), was),
      deps.seats.closeReconsideration(place),
      ...put.changes,
    ],
    events: [
      {
        subject: was.subject,
        type: 'LookAgainGranted',
        by: `person:${by}`,
        at: now,
        data: { request: was.id, from: place.rank, place: decision.place, number: put.place.waitlistNumber ?? 0 },
      },
      ...put.events,
    ],
    outbox: [answerMail(was, 'look-again-granted'), ...put.outbox],
  });
  return 'decided';
}

const answerMail = (was: PersonRequest, template: TemplateWith<{ request: string }>): OutboxDraft => ({
  kind: 'mail',
  template,
  to: { applicant: was.subject },
  ids: { request: was.id },
});
