import type { Application } from '../applications/application.ts';
import { cancelled, lapsed, type PersonRequest, redated, settled } from '../requests/request.ts';
import type { Dependencies } from '../residencies/dependencies.ts';
import { renewalApplication } from '../residencies/renewal-application.ts';
import { changedResidencyEvent, type ResidencyEvent, type ResidencyEventMove } from '../residencies/residency-event.ts';
import { type Round, roundPhase } from '../rounds/round.ts';
import type { EventDraft } from '../shared/database/audit.ts';
import type { Parts } from '../shared/database/commit.ts';
import type { Change } from '../shared/database/database.ts';
import { decideAgainOnConflict, Fault } from '../shared/errors.ts';
import { type Instant, lastDayOf } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { invitationIn, invitationKey } from './invitation.ts';
import { invitationOf } from './invited.ts';

type Reach = Pick<Dependencies, 'applications' | 'commit' | 'requests' | 'residencies' | 'residencyEvents' | 'rounds'>;

const nothing: Parts = { changes: [], events: [], outbox: [] };

/** The request is over, and with it the event of the residency; the run that waits for it goes on. */
function ended(
  { requests, residencyEvents }: Pick<Reach, 'requests' | 'residencyEvents'>,
  given: {
    readonly was: PersonRequest;
    readonly request: PersonRequest;
    readonly event: ResidencyEvent;
    readonly type: 'RenewalApplied' | 'RenewalDeclined' | 'RenewalLapsed' | 'RenewalPointless';
    readonly by: string;
    readonly now: Instant;
  },
): Parts & { readonly events: readonly [EventDraft] } {
  const { was, request, event, type, by, now } = given;
  const move: ResidencyEventMove = type === 'RenewalPointless' ? 'drop' : 'finish';
  const ends: readonly Change[] =
    event.state === 'OPEN' ? [residencyEvents.save(changedResidencyEvent(event, now, {}, move), event)] : [];
  return {
    changes: [requests.save(request, was), ...ends],
    events: [{ subject: event.id, type, by, at: now, data: { request: was.id, round: was.context } }],
    outbox: was.callback ? [{ kind: 'resume', callback: was.callback }] : [],
  };
}

/** What becomes of the invitation when the application that it asks for is sent, in the commit of the sending. */
export async function invitationApplied(
  deps: Pick<Reach, 'requests' | 'residencyEvents'>,
  { renews, roundId, reference }: Pick<Application, 'renews' | 'roundId' | 'reference'>,
  now: Instant,
): Promise<Parts> {
  const was = renews === undefined ? undefined : await deps.requests.byAskKey(invitationKey(renews, roundId));
  const event = was?.state === 'OPEN' ? await deps.residencyEvents.get(was.subject) : undefined;
  if (!was || !event) return nothing;
  const request = settled(was, { outcome: 'APPLIED', by: reference, at: now });
  return ended(deps, { was, request, event, type: 'RenewalApplied', by: 'applicant', now });
}

/** The startup does not want to stay. Until the round closes it may still think better of it, and apply. */
export async function declineInvitation(
  deps: Reach,
  given: { readonly request: string; readonly generation: number },
  now: Instant,
): Promise<'declined' | 'somebody-was-first'> {
  return decideAgainOnConflict(async () => {
    const was = await deps.requests.get(given.request);
    if (was?.state !== 'OPEN' || was.generation !== given.generation) return 'somebody-was-first';
    const { event, residency } = await invitationIn(deps, was);
    const request = settled(was, { outcome: 'DECLINED', by: residency.id, at: now });
    const parts = ended(deps, { was, request, event, type: 'RenewalDeclined', by: 'applicant', now });
    await deps.commit({ ...parts, outbox: [...parts.outbox, told('renewal-declined', event)] });
    return 'declined';
  }, tries.contested);
}

/**
 * The round has closed. Whoever has sent an application has applied; for everybody else the contract ends as it is. A
 * round that was extended asks until it closes; what nobody is asked any more is taken back.
 */
export async function lapseInvitation(deps: Reach, was: PersonRequest, now: Instant): Promise<void> {
  const { event, residency, round } = await invitationIn(deps, was);
  const by = 'system:clock';
  const application = await renewalApplication(deps, round.id, residency.id);
  if (application && application.version > 0) {
    const request = settled(was, { outcome: 'APPLIED', by: application.reference, at: now });
    return deps.commit(ended(deps, { was, request, event, type: 'RenewalApplied', by, now }));
  }
  if (isPointless(round, residency)) {
    const request = cancelled(was, 'GONE', by, now);
    return deps.commit(ended(deps, { was, request, event, type: 'RenewalPointless', by, now }));
  }
  if (roundPhase(round, now) === 'OPEN') {
    const { closesAt } = round;
    const next = redated({ ...was, plan: { ...was.plan, until: closesAt } }, { dueOn: lastDayOf(closesAt) }, now);
    return deps.commit({
      changes: [deps.requests.save(next, was)],
      events: [{ subject: event.id, type: 'RenewalPutOff', by, at: now, data: { request: was.id, due: next.dueAt } }],
    });
  }
  const parts = ended(deps, { was, request: lapsed(was, now), event, type: 'RenewalLapsed', by, now });
  return deps.commit({ ...parts, outbox: [...parts.outbox, told('renewal-lapsed', event)] });
}

/** Whether a startup is asked no more: its round was cancelled, or it leaves or stays anyway. */
export function isPointless(round: Round, residency: Parameters<typeof invitationOf>[1]): boolean {
  if (!round.renews) throw new Fault('RoundMissing', { round: round.id });
  return round.cancelled !== undefined || invitationOf(round.renews, residency).kind !== 'invited';
}

/** Tells the startup that its contract ends as it is. */
const told = (template: 'renewal-declined' | 'renewal-lapsed', { residency, id }: ResidencyEvent) =>
  ({ kind: 'mail', template, to: { applicant: residency }, ids: { event: id } }) as const;
