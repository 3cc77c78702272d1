import { type DrawnParts, drawParts, type ShortPart } from '../budget/draw-parts.ts';
import { inYear, partsOf, yearsToDecide } from '../claim-rules/budget-parts.ts';
import { type Approval, type ClaimMove, changedClaim, type WageClaim } from '../claim-rules/claim.ts';
import { totalsOf } from '../claim-rules/claim-sums.ts';
import { drawnOnApproval, type SpotCheck } from '../claim-rules/spot-check.ts';
import type { OutboxDraft } from '../outbox/entry.ts';
import type { Person } from '../people/person.ts';
import { type PersonRequest, settled } from '../requests/request.ts';
import { revive } from '../runs/run.ts';
import type { NotProved } from '../second-factor/proofs.ts';
import type { EventDraft } from '../shared/database/audit.ts';
import type { Change } from '../shared/database/database.ts';
import type { EventType } from '../shared/names.ts';
import { newId } from '../shared/random.ts';
import { type Instant, seoulDateOf } from '../shared/time.ts';
import type { BasisReach, ClaimBasis } from './claim-basis.ts';
import { type ClaimDecision, provedDecision } from './claim-decision.ts';
import type { Dependencies } from './dependencies.ts';
import { correctionsBack } from './kept-corrections.ts';
import { resumed } from './requests.ts';
import { type Barred, isApprovedByAll, officersNeeded } from './separation.ts';

export type DecideReach = BasisReach &
  Pick<Dependencies, 'budgets' | 'commit' | 'decisionProof' | 'people' | 'random' | 'requests'>;

export type DecideOutcome =
  | { readonly kind: 'decided' | 'somebody-was-first' | 'held' }
  /** What they were shown is not what it is now: it is shown again. */
  | { readonly kind: 'seen-before' }
  /** What it comes to has changed since it was checked: it is checked and asked about anew. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'barred'; readonly why: Barred }
  | { readonly kind: 'year-wanted'; readonly years: readonly number[] }
  | { readonly kind: 'short'; readonly parts: readonly ShortPart[] }
  | NotProved;

const roles = { 'wage-manager': 'academy-manager', 'wage-finance': 'finance-officer' } as const;

/** What is decided, as it was read. */
export interface Case {
  readonly request: PersonRequest;
  readonly kind: keyof typeof roles;
  readonly claim: WageClaim;
  readonly person: Person;
  readonly basis: ClaimBasis;
  readonly standsFor: string | undefined;
}

/** Approves it: the manager for finance, finance for the payment, which is drawn from the budget with it. */
export async function approve(
  deps: DecideReach,
  found: Case,
  decision: Extract<ClaimDecision, { outcome: 'APPROVE' }>,
  now: Instant,
): Promise<DecideOutcome> {
  const { claim, kind, person, standsFor, basis } = found;
  const approval: Approval = {
    by: person.id,
    role: roles[kind],
    at: now,
    ...(standsFor !== undefined && { standsFor }),
  };
  const approvals = [...claim.approvals, approval];
  if (kind === 'wage-manager') {
    const { question } = claim;
    const answered =
      question?.of === 'manager' && decision.reply !== undefined ? { ...question, answer: decision.reply } : question;
    return storeProved(
      deps,
      found,
      decision,
      {
        outcome: 'APPROVE',
        type: 'ClaimApproved',
        move: 'approveAsManager',
        change: { approvals, question: answered },
      },
      now,
    );
  }
  const { settings, card } = basis.rules;
  const needed = officersNeeded(totalsOf(claim).gross, settings.secondOfficerAbove);
  if (!isApprovedByAll({ approvals }, needed)) {
    const change = { approvals, asks: claim.asks + 1 };
    return storeProved(deps, found, decision, { outcome: 'ANOTHER', type: 'ClaimApproved', change }, now);
  }
  const planned = partsOf(claim, card.budgetLine);
  const closed = yearsToDecide(planned, settings, seoulDateOf(now));
  if (closed.length > 0 && decision.year === undefined) return { kind: 'year-wanted', years: closed };
  const parts = decision.year === undefined ? planned : inYear(planned, closed, decision.year);
  const drawn: DrawnParts = await drawParts(
    deps.budgets,
    { claim: claim.id, commitment: claim.cohort, parts, by: `person:${person.id}`, adding: decision.adding ?? false },
    now,
  );
  if (drawn.kind === 'waits-for-finance') return { kind: 'short', parts: drawn.parts };
  const { percent = 0 } = settings.spotCheck ?? {};
  const rules = basis.rules.settingsVersion;
  const spotCheck = drawnOnApproval(claim, { seed: newId(deps.random), percent, rules }, now);
  return storeProved(
    deps,
    found,
    decision,
    {
      outcome: 'APPROVE',
      type: 'ClaimApproved',
      move: 'approve',
      change: { approvals, drawn: parts, spotCheck },
      changes: [...drawn.changes, ...(spotCheck?.drawn ? [deps.claims.putToCheck(claim.id)] : [])],
      events: drawn.events,
      outbox: [{ kind: 'mail', template: 'wage-approved', to: { lecturer: claim.lecturer }, ids: { claim: claim.id } }],
      data: {
        parts: parts.map(({ year, line, amount }) => `${year} ${line} ${amount}`),
        ...(spotCheck && drawnData(spotCheck)),
      },
    },
    now,
  );
}

/** By what everybody can work out again whether it was drawn. */
const drawnData = ({ drawn, rules, percent, seed, number }: SpotCheck) => ({
  drawn,
  drawnBy: rules,
  percent,
  seed,
  number,
});

/** Refuses it, or asks a question about it. */
export async function turnDown(
  deps: DecideReach,
  found: Case,
  decision: Exclude<ClaimDecision, { outcome: 'APPROVE' }>,
  now: Instant,
): Promise<DecideOutcome> {
  const { claim, kind, person } = found;
  if (decision.outcome === 'ASK_MANAGER' && kind !== 'wage-finance') return { kind: 'somebody-was-first' };
  if (decision.outcome === 'REFUSE') {
    return storeProved(
      deps,
      found,
      decision,
      {
        outcome: 'REFUSE',
        type: 'ClaimRefused',
        move: 'refuse',
        reason: decision.reason,
        change: { refusal: decision.reason },
        changes: await correctionsBack(deps, claim, now),
        outbox: [
          { kind: 'mail', template: 'wage-refused', to: { lecturer: claim.lecturer }, ids: { claim: claim.id } },
        ],
      },
      now,
    );
  }
  const of = decision.outcome === 'RETURN' ? ('lecturer' as const) : ('manager' as const);
  const question = { text: decision.question, by: person.id, at: now, of };
  return storeProved(
    deps,
    found,
    decision,
    {
      outcome: decision.outcome,
      type: 'ClaimReturned',
      move: decision.outcome === 'RETURN' ? 'sendBack' : 'askManager',
      reason: decision.question,
      change: { question, approvals: [], asks: claim.asks + 1 },
    },
    now,
  );
}

interface Stored {
  readonly outcome: 'APPROVE' | 'ANOTHER' | 'RETURN' | 'ASK_MANAGER' | 'REFUSE';
  readonly type: EventType;
  readonly move?: ClaimMove;
  readonly reason?: string;
  readonly change: Partial<WageClaim>;
  readonly changes?: readonly Change[];
  readonly events?: readonly EventDraft[];
  readonly outbox?: readonly OutboxDraft[];
  readonly data?: EventDraft['data'];
}

/** Stores it with the proof of it, which is used up so; the link alone proves only a mailbox. */
async function storeProved(
  deps: DecideReach,
  found: Case,
  made: ClaimDecision,
  given: Stored,
  now: Instant,
): Promise<DecideOutcome> {
  const { request, kind, claim, person } = found;
  const decision = provedDecision({ request: { id: request.id, kind }, claim, person }, made);
  const taken = await deps.decisionProof.take(decision, now);
  if (!taken) return { kind: 'not-proved', decision };
  await store(deps, found, { ...given, changes: [taken, ...(given.changes ?? [])] }, now);
  return { kind: 'decided' };
}

async function store(
  deps: DecideReach,
  { request, claim, kind, person, standsFor }: Case,
  given: Stored,
  now: Instant,
) {
  const { outcome, type, move, reason, change, changes = [], events = [], outbox = [], data } = given;
  const { revival, start } = revive('lecturer-wage-approval', claim.id, claim);

  await deps.commit({
    changes: [
      deps.claims.save(changedClaim(claim, now, { ...change, ...revival }, move), claim),
      deps.requests.save(settled(request, { outcome, by: person.id, at: now, reason }), request),
      ...changes,
    ],
    events: [
      {
        subject: claim.id,
        type,
        by: `person:${person.id}`,
        at: now,
        data: {
          request: request.id,
          as: roles[kind],
          outcome,
          gross: totalsOf(claim).gross,
          paid: totalsOf(claim).paid,
          ...(standsFor !== undefined && { standsFor }),
          ...data,
        },
      },
      ...events,
    ],
    outbox: [...start, ...resumed(request), ...outbox],
  });
}
