import { rulesOf } from '../onboarding/case.ts';
import { mailTo } from '../requests/ask.ts';
import { planWithDeputy, requestToStaff } from '../requests/ask-staff.ts';
import type { GivenAnswer } from '../requests/confirm-or-refuse.ts';
import { assigneeId, type PersonRequest, settled } from '../requests/request.ts';
import type { Staff } from '../requests/who-is-asked.ts';
import type { Addendum } from '../residencies/contract-change.ts';
import { changedResidency, type Residency } from '../residencies/residency.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { RandomBytes } from '../shared/random.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { type AddendumGiven, addendumBegins, differentNow, type NotBegun } from './begin-addendum.ts';
import type { Dependencies } from './dependencies.ts';

export const addendumRequestKind = 'addendum-request';

/** Business days that a manager has to decide about a change. */
const decideWithin = 5;

export type NotAsked = NotBegun | { readonly kind: 'asked-already'; readonly request: string };

/**
 * A startup asks for a change: the lab manager decides whether it is signed. What it asks for is kept with the residency
 * until then, one change at a time.
 */
export const askForAddendum = (
  deps: Staff &
    Pick<Dependencies, 'commit' | 'requests' | 'residencies' | 'residencyEvents' | 'rounds'> & {
      readonly random: RandomBytes;
    },
  { residency: id, changes: wanted, by, reason }: AddendumGiven & { readonly residency: string },
  now: Instant,
): Promise<{ readonly kind: 'asked'; readonly request: string } | NotAsked> =>
  decideAgainOnConflict(async () => {
    const was = await deps.residencies.get(id);
    if (was?.state !== 'RESIDENT') return { kind: 'not-resident' };
    if (was.changeAsked) return { kind: 'asked-already', request: was.changeAsked.request };
    const different = await differentNow(deps, was, wanted);
    if (different.kind !== 'different') return different;
    const change: Addendum = { for: 'addendum', ...different.changes, reason };
    const request = await opened(deps, was, now);
    await deps.commit({
      changes: [
        deps.residencies.save(changedResidency(was, now, { changeAsked: { request: request.id, change } }), was),
        ...deps.requests.create(request),
      ],
      events: [
        {
          subject: id,
          type: 'AddendumAsked',
          by,
          at: now,
          data: { request: request.id, assignee: assigneeId(request.assignee), due: request.dueAt },
        },
      ],
      outbox: [mailTo(request, 'request-opened')],
    });
    return { kind: 'asked', request: request.id };
  }, tries.contested);

async function opened(
  deps: Staff & Pick<Dependencies, 'rounds'> & { readonly random: RandomBytes },
  residency: Residency,
  now: Instant,
) {
  const { onboarding } = await rulesOf(deps, residency);
  const person = onboarding.manager;
  const plan = { within: decideWithin, remindAfter: [2], deputyWithin: 2 };
  return requestToStaff(
    deps,
    {
      kind: addendumRequestKind,
      subject: residency.id,
      context: residency.roundId,
      askKey: `${addendumRequestKind}/${residency.id}/${residency.revision}`,
      outcomes: ['CONFIRM', 'REFUSE'],
      person,
      plan: await planWithDeputy(deps, person, plan),
    },
    now,
  );
}

/** What a request of a startup asks for; nothing once it is decided. */
export const changeAskedIn = (
  { changeAsked }: Pick<Residency, 'changeAsked'>,
  { id }: Pick<PersonRequest, 'id'>,
): Addendum | undefined => (changeAsked?.request === id ? changeAsked.change : undefined);

/** The manager decides about the change that a startup asks for: it begins, or the startup is told why not. */
export const decideAddendum = (
  deps: Pick<Dependencies, 'commit' | 'requests' | 'residencies' | 'residencyEvents'>,
  given: GivenAnswer,
  now: Instant,
): Promise<{ readonly kind: 'decided' | 'closed' } | NotBegun> =>
  decideAgainOnConflict(async () => {
    const was = await deps.requests.get(given.request);
    const residency = was && (await deps.residencies.get(was.subject));
    const change = residency && changeAskedIn(residency, was);
    if (!change || was.state !== 'OPEN' || was.generation !== given.generation || residency.state !== 'RESIDENT') {
      return { kind: 'closed' };
    }
    const by = `person:${given.by}`;
    const next = changedResidency(residency, now, { changeAsked: undefined });
    const { decision } = given;
    const { outcome } = decision;
    if (decision.outcome === 'REFUSE') {
      const { reason } = decision;
      await deps.commit({
        changes: [
          deps.requests.save(settled(was, { outcome, by: given.by, at: now, reason }), was),
          deps.residencies.save(next, residency),
        ],
        events: [{ subject: residency.id, type: 'AddendumRefused', by, at: now, data: { request: was.id } }],
        outbox: [
          {
            kind: 'mail',
            template: 'addendum-refused',
            to: { applicant: residency.id },
            ids: { request: was.id },
          },
        ],
      });
      return { kind: 'decided' };
    }
    const { for: _addendum, reason = '', ...changes } = change;
    const begins = await addendumBegins(deps, residency, { changes, by, reason }, now);
    if (begins.kind !== 'begins') return begins;
    const { parts } = begins;
    await deps.commit({
      changes: [
        deps.requests.save(settled(was, { outcome, by: given.by, at: now }), was),
        deps.residencies.save(next, residency),
        ...parts.changes,
      ],
      events: parts.events,
      outbox: parts.outbox,
    });
    return { kind: 'decided' };
  }, tries.contested);
