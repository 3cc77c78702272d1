import { rulesOf } from '../onboarding/case.ts';
import { mailTo } from '../requests/ask.ts';
import { planWithDeputy, requestToStaff } from '../requests/ask-staff.ts';
import { assigneeId, settled } from '../requests/request.ts';
import type { Staff } from '../requests/who-is-asked.ts';
import { type Contract, changedResidency, holderOf, lastOf, type Residency } from '../residencies/residency.ts';
import type { Parts } from '../shared/database/commit.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { RandomBytes } from '../shared/random.ts';
import { type Instant, seoulDateOf } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { allotSpace, type Decision, extendContract, type NotDecided } from '../spaces/decide-space.ts';
import { allHeldBy } from '../spaces/held-space.ts';
import { type Proposal, proposeSpaces } from '../spaces/propose-space.ts';
import type { Held } from '../spaces/space.ts';
import type { Period } from '../spaces/stays.ts';
import type { Dependencies } from './dependencies.ts';

export const extensionSpaceKind = 'extension-space';

/** Business days that a manager has to allot another space. */
const allotWithin = 3;

type Spaces = Pick<Dependencies, 'spaces'>;

/** The space that a startup holds by its last contract, wherever it has moved. */
export async function heldNow({ spaces }: Spaces, residency: string): Promise<Held | undefined> {
  const held = await allHeldBy(spaces, holderOf({ id: residency }));
  return held
    .filter(({ holding }) => holding.movedTo === undefined)
    .toSorted((a, b) => (a.holding.to < b.holding.to ? -1 : 1))
    .at(-1);
}

/** What a decision about the space of a new contract is: the same for longer, or nothing if that is not to be had. */
export async function keptSpace(
  deps: Spaces,
  residency: string,
  { to, by }: Pick<Contract, 'to'> & { readonly by: string },
  now: Instant,
): Promise<Decision> {
  const held = await heldNow(deps, residency);
  if (!held) return { kind: 'no-space' };
  return extendContract(deps.spaces, { space: held.space.id, number: held.holding.number, to, by }, now);
}

/** The lab manager is asked to allot another space for the days of a contract that is in force without one. */
export async function anotherSpaceAsked(
  deps: Staff & Pick<Dependencies, 'requests' | 'rounds'> & { readonly random: RandomBytes },
  residency: Residency,
  event: string,
  now: Instant,
): Promise<Parts> {
  const { onboarding } = await rulesOf(deps, residency);
  const person = onboarding.manager;
  const plan = { within: allotWithin, remindAfter: [1], deputyWithin: 1 };
  const request = await requestToStaff(
    deps,
    {
      kind: extensionSpaceKind,
      subject: event,
      context: residency.roundId,
      askKey: `${extensionSpaceKind}/${event}`,
      outcomes: ['ALLOTTED'],
      person,
      plan: await planWithDeputy(deps, person, plan),
    },
    now,
  );
  return {
    changes: deps.requests.create(request),
    events: [
      {
        subject: event,
        type: 'RequestOpened',
        by: 'system:contracts',
        at: now,
        data: { request: request.id, kind: request.kind, assignee: assigneeId(request.assignee), due: request.dueAt },
      },
    ],
    outbox: [mailTo(request, 'request-opened')],
  };
}

/** The days for which a space is looked for: what is left of the contract. */
function daysOf({ from, to }: Pick<Contract, 'from' | 'to'>, now: Instant): Period {
  const [, later = from] = [from, seoulDateOf(now)].toSorted();
  return { from: later, to };
}

/** The spaces that a startup can have for its last contract, as they are now; the one that it is in first, if it can stay. */
export async function spacesForContract(deps: Spaces, residency: Residency, now: Instant): Promise<Proposal> {
  const { desks, needsAccess } = residency;
  const held = await heldNow(deps, residency.id);
  const wish = { desks, needsAccess, ...(held && { space: held.space.id }) };
  const contract = lastOf(residency);
  return proposeSpaces(await deps.spaces.all(), wish, daysOf(contract, now), seoulDateOf(now));
}

export type AllotOutcome =
  | { readonly kind: 'allotted' | 'closed' }
  /** Somebody else has it by now, or it is not to be had. */
  | { readonly kind: 'not-allotted'; readonly why: NotDecided };

/** Gives a startup a space for the contract that is in force without one, in one transaction with the answer. */
export const allotForContract = (
  deps: Pick<Dependencies, 'commit' | 'requests' | 'residencies' | 'residencyEvents' | 'spaces'>,
  given: { readonly request: string; readonly generation: number; readonly space: string; readonly by: string },
  now: Instant,
): Promise<AllotOutcome> =>
  decideAgainOnConflict(async () => {
    const was = await deps.requests.get(given.request);
    const event = was && (await deps.residencyEvents.get(was.subject));
    const residency = event && (await deps.residencies.get(event.residency));
    if (!event || was.state !== 'OPEN' || was.generation !== given.generation || residency?.state !== 'RESIDENT') {
      return { kind: 'closed' };
    }
    const by = `person:${given.by}`;
    const decided = await spaceDecided(deps, residency, { space: given.space, by }, now);
    if (decided.kind !== 'decided' && decided.kind !== 'unchanged') return { kind: 'not-allotted', why: decided };
    const { space } = given;
    await deps.commit({
      changes: [
        deps.requests.save(settled(was, { outcome: 'ALLOTTED', by: given.by, at: now }), was),
        deps.residencies.save(changedResidency(residency, now, {}), residency),
        ...(decided.kind === 'decided' ? decided.changes : []),
      ],
      events: [
        {
          subject: residency.id,
          type: 'ExtensionSpaceAllotted',
          by,
          at: now,
          data: { space, request: was.id, event: event.id },
        },
        ...(decided.kind === 'decided' ? decided.events : []),
      ],
      outbox: [
        {
          kind: 'mail',
          template: 'extension-space-allotted',
          to: { applicant: residency.id },
          ids: { event: event.id },
        },
      ],
    });
    return { kind: 'allotted' };
  }, tries.contested);

/** The space that it is in for longer, or another from the first day of the contract on. */
async function spaceDecided(
  deps: Spaces,
  residency: Residency,
  { space, by }: { readonly space: string; readonly by: string },
  now: Instant,
): Promise<Decision> {
  const contract = lastOf(residency);
  const held = await heldNow(deps, residency.id);
  if (held?.space.id === space) return keptSpace(deps, residency.id, { to: contract.to, by }, now);
  return allotSpace(deps.spaces, { space, holder: holderOf(residency), ...daysOf(contract, now), by }, now);
}
