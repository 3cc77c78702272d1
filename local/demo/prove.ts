import type { Dependencies } from '../../functions/app/dependencies.ts';
import { giveDecisionCode } from '../../functions/second-factor/operator-codes.ts';
import type { NotProved } from '../../functions/second-factor/proofs.ts';
import { proveByCode } from '../../functions/second-factor/prove-decision.ts';
import type { SignLink } from '../../functions/shared/links.ts';
import type { Instant } from '../../functions/shared/time.ts';
import { Problem } from '../problem.ts';

/** What a decision on money is made and proved with. */
export type Proving = Dependencies & { readonly signCode: SignLink };

/** Decides, and proves what is asked for as somebody does who has no passkey: by a code that an operator gives them. */
export async function decideProved(
  deps: Proving,
  decide: () => Promise<string | { readonly kind: string } | NotProved>,
  by: string,
  at: Instant,
): Promise<void> {
  const first = await decide();
  if (typeof first === 'string' || !('decision' in first)) return;
  const { decision } = first;
  const { codes, commit, people, proofs, random, signCode } = deps;
  const { person, subject } = decision;
  const asked = { person, subject, by, reason: 'demo' };
  const given = await giveDecisionCode({ codes, commit, people, random, signCode }, asked, at);
  if (given.kind !== 'given') throw new Problem(`${person} of the demo has left.`);
  const proved = await proveByCode({ codes, commit, proofs, random, signCode }, { decision, code: given.code }, at);
  if (proved.kind !== 'proved') throw new Problem(`A decision of ${person} could not be proved: ${proved.kind}.`);
  const second = await decide();
  const kind = typeof second === 'string' ? second : second.kind;
  if (kind !== 'decided') throw new Problem(`A decision of ${person} about the demo was not taken: ${kind}.`);
}
