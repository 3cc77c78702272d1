import { type Commitment, lineKey, type Planned } from '../../budget/budget.ts';
import type { ShortPart } from '../../budget/draw-parts.ts';
import { shortOf } from '../../budget/draw-parts.ts';
import { partsOf, yearsToDecide } from '../../claim-rules/budget-parts.ts';
import type { WageClaim } from '../../claim-rules/claim.ts';
import type { ClaimFinding } from '../../claim-rules/findings.ts';
import { type Account, shownAccount } from '../../lecturers/account.ts';
import { bankName } from '../../lecturers/banks.ts';
import type { Held } from '../../requests/pages/kinds.ts';
import type { Round } from '../../rounds/round.ts';
import { Fault } from '../../shared/errors.ts';
import type { Text } from '../../shared/i18n.ts';
import { type Instant, seoulDateOf } from '../../shared/time.ts';
import { type BasisReach, basisOf, lastOf, lookAtClaim } from '../claim-basis.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Asked } from './decision-form.ts';

type Reach = BasisReach & Pick<Dependencies, 'budgets' | 'people' | 'rounds'>;

/** What a claim draws of a line, which has its title since titles are kept. */
export type ShownPart = Planned & { readonly reserved: number; readonly title?: Text | undefined };

/** All that the manager's and finance's page shows of a claim. */
export interface ClaimCase {
  readonly claim: WageClaim;
  readonly round: Round;
  readonly lecturer: { readonly name: string; readonly institution: string };
  /** Masked. */
  readonly account: Text | undefined;
  readonly last: WageClaim | undefined;
  readonly findings: readonly ClaimFinding[];
  readonly parts: readonly ShownPart[];
  readonly short: readonly ShortPart[];
  /** Names of who approved so far, and of whom they stood in for. */
  readonly names: ReadonlyMap<string, string>;
  readonly asked: Asked;
}

export async function loadCase(deps: Reach, { request }: Pick<Held, 'request'>, now: Instant): Promise<ClaimCase> {
  const claim = await deps.claims.get(request.subject);
  const round = claim && (await deps.rounds.current(claim.cohort));
  if (!claim || !round) throw new Fault('RequestMissing', { request: request.id });
  const basis = await basisOf(deps, claim, now);
  const [findings, account, commitment] = await Promise.all([
    lookAtClaim(deps, claim, basis, now),
    deps.lecturers.usableAccount(claim.lecturer, now),
    deps.budgets.commitment(claim.cohort),
  ]);
  const planned = partsOf(claim, basis.card.budgetLine);
  const short = await shortOf(deps.budgets, commitment, planned);
  const today = seoulDateOf(now);
  const people = [...new Set(claim.approvals.flatMap(({ by, standsFor }) => [by, ...(standsFor ? [standsFor] : [])]))];
  const found = await Promise.all(people.map(async (id) => [id, (await deps.people.get(id))?.name ?? id] as const));
  return {
    claim,
    round,
    lecturer: basis.lecturer,
    account: account && shownText(account),
    last: lastOf(claim, basis.claims),
    findings,
    parts: await Promise.all(
      planned.map(async (part) => ({
        ...part,
        reserved: reservedOf(commitment, part),
        title: (await deps.budgets.line(part))?.title,
      })),
    ),
    short,
    names: new Map(found),
    asked: {
      kind: request.kind === 'wage-finance' ? 'wage-finance' : 'wage-manager',
      closed: yearsToDecide(planned, basis.rules.settings, today),
      thisYear: Number(today.slice(0, 4)),
      short,
      isAnswered: request.kind === 'wage-manager' && claim.question?.of === 'manager',
    },
  };
}

const shownText = (account: Account): Text => {
  const { ko, en } = bankName(account.bank);
  return { ko: shownAccount(account, ko), en: shownAccount(account, en) };
};

const reservedOf = (commitment: Commitment | undefined, part: Planned): number =>
  commitment?.parts.find((one) => lineKey(one) === lineKey(part))?.reserved ?? 0;
