import { changedClaim, type WageClaim } from '../claim-rules/claim.ts';
import { totalsOf } from '../claim-rules/claim-sums.ts';
import type { SpotFinding } from '../claim-rules/spot-check.ts';
import { refuseDecision } from '../claims/decide-claim.ts';
import type { Dependencies } from '../claims/dependencies.ts';
import { monthText } from '../claims/pages/claim-texts.ts';
import { type Barred, barredFrom, standsForOf } from '../claims/separation.ts';
import { settingsOn } from '../claims/wage-rules.ts';
import type { OutboxDraft } from '../outbox/entry.ts';
import type { Person } from '../people/person.ts';
import { assigneeId, type PersonRequest, settled } from '../requests/request.ts';
import type { Decision, NotProved } from '../second-factor/proofs.ts';
import { decideAgainOnConflict, Fault } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { findingWords } from './pages/spot-check-texts.ts';
import { spotChecksKinds } from './request-kinds.ts';

/** What somebody of finance says of a claim that was drawn. */
export type Found =
  | { readonly outcome: 'FINE' }
  /** Nothing is paid until it is released. */
  | { readonly outcome: 'HOLD'; readonly reason: string }
  /** It was approved wrong: it is held, if it is not paid yet, and corrected by the operators. */
  | { readonly outcome: 'CORRECT'; readonly reason: string };

export type SettleOutcome =
  | { readonly kind: 'decided' | 'somebody-was-first' }
  /** What they were shown is not what it is now. */
  | { readonly kind: 'seen-before' }
  /** A batch has it, or it is paid: it cannot be held any more. */
  | { readonly kind: 'too-late' }
  | { readonly kind: 'barred'; readonly why: Barred }
  | NotProved;

interface Given {
  readonly request: string;
  readonly generation: number;
  /** The revision of the claim that they were shown. */
  readonly revision: number;
  readonly by: string;
  readonly found: Found;
}

type Reach = Pick<Dependencies, 'claims' | 'commit' | 'decisionProof' | 'lecturers' | 'people' | 'requests' | 'rules'>;

/** Whether it can be held still. */
export const canBeHeld = ({ state }: Pick<WageClaim, 'state'>): boolean => state === 'APPROVED';

/** Settles what somebody of finance was asked about a drawn claim, once; who has approved it, or is paid by it, does not. */
export async function settleSpotCheck(deps: Reach, given: Given, now: Instant): Promise<SettleOutcome> {
  return decideAgainOnConflict(async () => {
    const { found, by } = given;
    const request = await deps.requests.get(given.request);
    if (request?.state !== 'OPEN' || request.generation !== given.generation || assigneeId(request.assignee) !== by) {
      return { kind: 'somebody-was-first' };
    }
    const [claim, person] = await Promise.all([deps.claims.get(request.subject), deps.people.get(by)]);
    if (!person) throw new Fault('PersonMissing', { person: by });
    const spotCheck = claim?.spotCheck;
    if (!claim || spotCheck?.request !== request.id) return { kind: 'somebody-was-first' };
    const why = await barred(deps, { claim, person, request }, now);
    if (why) {
      await refuseDecision(deps, request, { by, why, outcome: found.outcome }, now);
      return { kind: 'barred', why };
    }
    if (claim.revision !== given.revision) return { kind: 'seen-before' };
    if (found.outcome === 'HOLD' && !canBeHeld(claim)) return { kind: 'too-late' };
    const decision = provedFinding({ request, claim, person }, found);
    const proof = await deps.decisionProof.take(decision, now);
    if (!proof) return { kind: 'not-proved', decision };
    const reason = found.outcome === 'FINE' ? undefined : found.reason;
    const isHeld = reason !== undefined && canBeHeld(claim) && !claim.held;
    const change = {
      spotCheck: {
        ...spotCheck,
        finding: { outcome: found.outcome, by, at: now, ...(reason !== undefined && { reason }) },
      },
      ...(isHeld && { held: { by: `person:${by}`, reason, at: now } }),
    };
    await deps.commit({
      changes: [
        proof,
        deps.claims.save(changedClaim(claim, now, change), claim),
        deps.requests.save(settled(request, { outcome: found.outcome, by, at: now, reason }), request),
      ],
      events: [
        {
          subject: claim.id,
          type: 'SpotCheckFound',
          by: `person:${by}`,
          at: now,
          data: { request: request.id, outcome: found.outcome, held: isHeld, gross: totalsOf(claim).gross },
        },
      ],
      outbox: reason === undefined ? [] : await told(deps, claim, found.outcome),
    });
    return { kind: 'decided' };
  }, tries.contested);
}

async function barred(
  deps: Reach,
  { claim, person, request }: { readonly claim: WageClaim; readonly person: Person; readonly request: PersonRequest },
  now: Instant,
): Promise<Barred | undefined> {
  const [lecturer = { id: claim.lecturer }, { finance }] = await Promise.all([
    deps.lecturers.get(claim.lecturer),
    settingsOn(deps, now),
  ]);
  const standsFor = standsForOf(request, finance.first);
  const { id, email } = person;
  return barredFrom(
    { lecturer, approvals: claim.approvals },
    { id, email, ...(standsFor !== undefined && { standsFor }) },
  );
}

async function told({ people }: Reach, { id, state }: WageClaim, outcome: SpotFinding): Promise<OutboxDraft[]> {
  return (await people.withRole('operator')).map((operator) => ({
    kind: 'mail',
    template: 'operator-notice',
    to: { person: operator.id },
    ids: { about: 'spot-check-found', subject: id, detail: `${outcome}, ${state}` },
  }));
}

/** What is proved of a finding: of another revision, outcome or sum it is another. */
export function provedFinding(
  {
    request,
    claim,
    person,
  }: {
    readonly request: Pick<PersonRequest, 'id'>;
    readonly claim: WageClaim;
    readonly person: Pick<Person, 'id'>;
  },
  { outcome }: Found,
): Decision {
  const [{ title }, month] = [spotChecksKinds['spot-check'], monthText(claim.month)];
  return {
    person: person.id,
    subject: request.id,
    revision: claim.revision,
    outcome,
    amount: totalsOf(claim).gross,
    words: {
      subject: { ko: `${title.ko}: ${claim.id}, ${month.ko}`, en: `${title.en}: ${claim.id}, ${month.en}` },
      outcome: findingWords[outcome],
    },
  };
}
