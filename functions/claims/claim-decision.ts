import type { WageClaim } from '../claim-rules/claim.ts';
import { totalsOf } from '../claim-rules/claim-sums.ts';
import type { Person } from '../people/person.ts';
import type { PersonRequest } from '../requests/request.ts';
import type { Decision } from '../second-factor/proofs.ts';
import { monthText, provedText } from './pages/claim-texts.ts';
import { claimsKinds } from './request-kinds.ts';

/** What a manager or an officer of finance decides. */
export type ClaimDecision =
  | {
      readonly outcome: 'APPROVE';
      /** Whose line pays what was taught in a year that is closed. */
      readonly year?: number;
      /** Finance adds to the commitment what it is short of. */
      readonly adding?: boolean;
      /** The manager's answer to the question of finance. */
      readonly reply?: string;
    }
  | { readonly outcome: 'RETURN' | 'ASK_MANAGER'; readonly question: string }
  | { readonly outcome: 'REFUSE'; readonly reason: string };

/** What is proved of a decision about a claim: with another revision, outcome or sum it is another. */
export function provedDecision(
  {
    request,
    claim,
    person,
  }: {
    readonly request: Pick<PersonRequest, 'id'> & { readonly kind: 'wage-manager' | 'wage-finance' };
    readonly claim: WageClaim;
    readonly person: Pick<Person, 'id'>;
  },
  decision: ClaimDecision,
): Decision {
  const [{ title }, month] = [claimsKinds[request.kind], monthText(claim.month)];
  return {
    person: person.id,
    subject: request.id,
    revision: claim.revision,
    outcome: provedOutcome(decision),
    amount: totalsOf(claim).gross,
    words: {
      subject: { ko: `${title.ko}: ${claim.id}, ${month.ko}`, en: `${title.en}: ${claim.id}, ${month.en}` },
      outcome: provedText(decision),
    },
  };
}

/** With what of it moves money elsewhere: whose year pays, and what finance adds. */
const provedOutcome = (decision: ClaimDecision): string =>
  decision.outcome === 'APPROVE'
    ? ['APPROVE', decision.year, decision.adding === true ? 'adding' : undefined]
        .filter((part) => part !== undefined)
        .join('.')
    : decision.outcome;
