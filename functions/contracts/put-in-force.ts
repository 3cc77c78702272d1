import type { AskDependencies } from '../requests/ask.ts';
import type { Addendum, Extension } from '../residencies/contract-change.ts';
import { eventNews } from '../residencies/event-news.ts';
import type { Extending } from '../residencies/extending.ts';
import { findEvent } from '../residencies/find-event.ts';
import { changedResidency, lastOf, type Residency } from '../residencies/residency.ts';
import { changedResidencyEvent, type ResidencyEvent } from '../residencies/residency-event.ts';
import type { RunStep } from '../runs/steps.ts';
import type { EventDraft } from '../shared/database/audit.ts';
import { joinedParts, type Parts } from '../shared/database/commit.ts';
import { decideAgainOnConflict, Fault } from '../shared/errors.ts';
import type { OutcomeOf } from '../shared/names.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { afterAddendum, fieldsIn } from './addendum.ts';
import { isLeaving } from './ask-both.ts';
import type { Dependencies } from './dependencies.ts';
import { anotherSpaceAsked, keptSpace } from './extension-space.ts';
import type { contractsSteps } from './joints.ts';
import { addressMoved } from './move-address.ts';

const by = 'system:contracts';

type Needed = Dependencies & AskDependencies & { readonly extending: Extending };

/** What a change makes of a residency, and what goes with it. */
interface InForce {
  readonly change: Partial<Residency>;
  readonly event: EventDraft;
  readonly with: Parts;
}

/**
 * *Put it in force*: what both have signed, in one transaction. What else is being signed in the residency says something
 * else by now, so that its run makes it anew.
 */
export const putInForce = (
  deps: Needed,
  step: RunStep,
  now: Instant,
): Promise<OutcomeOf<typeof contractsSteps, 'put-in-force'>> =>
  decideAgainOnConflict(async () => {
    const found = await findEvent(deps, step);
    if (found.kind === 'over') return found.outcome;
    const { event: was, residency } = found;
    if (was.state !== 'OPEN') return 'IN_FORCE';
    const { change, agreement } = was;
    if (!change || agreement === undefined) throw new Fault('ContractChangeMissing', { event: was.id });
    if (change.for === 'extension' && isLeaving(residency)) return 'GONE';
    const made =
      change.for === 'extension'
        ? await extension(deps, { residency, event: was.id, agreement, change }, now)
        : await addendum(deps, { residency, event: was.id, change }, now);
    const told = await others(deps, was, now);
    await deps.commit({
      changes: [
        deps.residencies.save(changedResidency(residency, now, made.change), residency),
        deps.residencyEvents.save(changedResidencyEvent(was, now, { callback: undefined }, 'finish'), was),
        ...made.with.changes,
        ...told.changes,
      ],
      events: [made.event, ...made.with.events, ...told.events],
      outbox: [
        { kind: 'mail', template: 'contract-in-force', to: { applicant: residency.id }, ids: { event: was.id } },
        ...made.with.outbox,
        ...told.outbox,
      ],
    });
    return 'IN_FORCE';
  }, tries.shared);

/** The next contract; the space for its days too, or the manager is asked for another. */
async function extension(
  deps: Needed,
  given: {
    readonly residency: Residency;
    readonly event: string;
    readonly agreement: string;
    readonly change: Extension;
  },
  now: Instant,
): Promise<InForce> {
  const { residency, event, agreement, change } = given;
  const { number, from, to } = change.contract;
  const last = lastOf(residency);
  if (last.number + 1 !== number) throw new Fault('ContractChangeMissing', { event });
  const kept = await keptSpace(deps, residency.id, { to, by }, now);
  const isKept = kept.kind === 'decided' || kept.kind === 'unchanged';
  const takenBack = await deps.extending(residency, { by, now });
  const space =
    kept.kind === 'decided'
      ? { changes: kept.changes, events: kept.events, outbox: [] }
      : isKept
        ? joinedParts([])
        : await anotherSpaceAsked(deps, residency, event, now);
  return {
    change: { contracts: [...residency.contracts, { number, from, to, agreement }] },
    event: {
      subject: residency.id,
      type: 'ContractExtended',
      by,
      at: now,
      data: { event, agreement, number, from, to, space: isKept ? 'kept' : 'asked for', why: kept.kind },
    },
    with: joinedParts([space, takenBack]),
  };
}

/** The startup as it is from now on: the audit says which fields are others, and never what is in them. */
async function addendum(
  deps: Needed,
  given: { readonly residency: Residency; readonly event: string; readonly change: Addendum },
  now: Instant,
): Promise<InForce> {
  const { residency, event, change } = given;
  const after = afterAddendum(residency, change);
  const { email } = after.startup;
  return {
    change: after,
    event: {
      subject: residency.id,
      type: 'AddendumInForce',
      by,
      at: now,
      data: { event, fields: fieldsIn(change).join(' ') },
    },
    with: change.email === undefined ? joinedParts([]) : await addressMoved(deps, residency.id, email, now),
  };
}

/** The other agreements that are being signed in the residency: their runs look at them once more. */
async function others(deps: Needed, { id, residency }: ResidencyEvent, now: Instant): Promise<Parts> {
  const open = (await deps.residencyEvents.of(residency)).filter(
    (one) => one.id !== id && one.kind === 'agreement' && one.state === 'OPEN',
  );
  return joinedParts(open.map((was) => eventNews(deps, was, { type: 'ContractNews', by, data: { because: id } }, now)));
}
