import type { WageClaim } from '../claim-rules/claim.ts';
import { totalsOf } from '../claim-rules/claim-sums.ts';
import type { Dependencies } from '../claims/dependencies.ts';
import { giveBack, markPaid, notPayable, takeIntoBatch, taxedOtherwise } from '../claims/pay-claim.ts';
import type { Lecturer } from '../lecturers/lecturer.ts';
import { joinedParts } from '../shared/database/commit.ts';
import { Conflict } from '../shared/errors.ts';
import type { ClaimsToPay } from './dependencies.ts';
import { type PayableClaim, payeeKindOf, taxPartsOf } from './payable-claim.ts';
import { institutionPayee } from './transfer.ts';

const by = 'system:payments';

/** The claims that `claims` keeps, as payments ask for them. */
export function keptClaims(deps: Pick<Dependencies, 'claims' | 'lecturers' | 'rules'>): ClaimsToPay {
  const { claims, lecturers } = deps;
  const payableOf = async (found: readonly WageClaim[]): Promise<PayableClaim[]> => {
    const ids = [...new Set(found.map(({ lecturer }) => lecturer))];
    const kept = await Promise.all(ids.map((id) => lecturers.get(id)));
    const known = new Map(kept.flatMap((one) => (one ? [[one.id, one] as const] : [])));
    return found.flatMap((claim) => {
      const lecturer = known.get(claim.lecturer);
      return lecturer ? [payableClaim(claim, lecturer)] : [];
    });
  };
  const inBatch = async (ids: readonly string[], batch: string): Promise<WageClaim[]> => {
    const found = await claims.many(ids);
    const isThere = (id: string): boolean =>
      found.some((claim) => claim.id === id && claim.state === 'IN_BATCH' && claim.batch === batch);
    if (!ids.every(isThere)) throw new Conflict('a claim of the batch was told already');
    return found;
  };
  return {
    payable: async () => {
      const found = await claims.many(await claims.idsByState('APPROVED'));
      return payableOf(found.filter((claim) => notPayable(claim) === undefined));
    },
    // Whoever only settles has no rules.
    taxedOtherwise: async (ids, paidOn) =>
      taxedOtherwise({ lecturers, rules: deps.rules }, await claims.many(ids), paidOn),
    takeIntoBatch: async (wanted, batch, now) => {
      const found = (await claims.many(wanted.map(({ id }) => id))).filter((claim) => notPayable(claim) === undefined);
      const present = new Map((await payableOf(found)).map((claim) => [claim.id, claim]));
      const isSame = ({ id, gross, net }: PayableClaim): boolean =>
        present.get(id)?.gross === gross && present.get(id)?.net === net;
      if (!wanted.every(isSame)) throw new Conflict('a claim is not payable as it was listed');
      return joinedParts(found.map((claim) => takeIntoBatch({ claims }, claim, { batch, by }, now)));
    },
    markPaid: async (ids, { batch, paidOn }, now) =>
      joinedParts((await inBatch(ids, batch)).map((claim) => markPaid({ claims }, claim, { paidOn, by }, now))),
    giveBack: async (ids, { batch, why }, now) =>
      joinedParts((await inBatch(ids, batch)).map((claim) => giveBack({ claims }, claim, { why, by }, now))),
  };
}

/** A claim with its corrections in whole won; an institution is one payee for all its lecturers. */
export function payableClaim(claim: WageClaim, { institution }: Pick<Lecturer, 'institution'>): PayableClaim {
  const { gross, incomeTax, localTax, paid } = totalsOf(claim);
  const { taxes } = claim.calculation;
  const kind = payeeKindOf(claim.calculation);
  return {
    id: claim.id,
    lecturer: claim.lecturer,
    payee: kind === 'institution' ? institutionPayee(institution) : claim.lecturer,
    month: claim.month,
    gross,
    incomeTax,
    localTax,
    net: paid,
    parts: taxPartsOf({ gross, incomeTax, localTax, taxes, corrections: claim.corrections }, kind),
    approvals: claim.approvals.map(({ by: approver, standsFor }) => ({
      by: approver,
      ...(standsFor !== undefined && { onBehalfOf: standsFor }),
    })),
  };
}
