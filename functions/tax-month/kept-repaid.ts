import type { OpenCorrection } from '../claim-rules/correction.ts';
import type { Dependencies as Claims } from '../claims/dependencies.ts';
import { payableClaim } from '../payments/kept-claims.ts';
import { incomeClassOf, payeeKindOf } from '../payments/payable-claim.ts';
import { inPages } from '../payments/payments-table.ts';
import type { RepaidTaxes } from './dependencies.ts';

/** Lecturers whose corrections are read at once. */
const atOnce = 25;

/** What was repaid, as `claims` keeps it. */
export function keptRepaid({ claims, lecturers }: Pick<Claims, 'claims' | 'lecturers'>): RepaidTaxes {
  /** Of every lecturer, as long as the month's own list lacks what was paid back before there was one. */
  const readAll = async (month: string, ids: readonly string[]): Promise<OpenCorrection[]> => {
    const found: OpenCorrection[] = [];
    for (const some of inPages(ids, atOnce)) {
      found.push(...(await Promise.all(some.map((id) => claims.correctionsOf(id)))).flat());
    }
    return found.filter(({ repaidOn }) => repaidOn?.startsWith(`${month}-`));
  };
  return {
    repaidIn: async (month) => {
      const repaid = (await claims.knowsAllRepaid())
        ? await claims.repaidIn(month)
        : await readAll(month, await lecturers.ids());
      if (repaid.length === 0) return [];
      const paid = new Map((await claims.many([...new Set(repaid.map(({ of }) => of))])).map((one) => [one.id, one]));
      const ids = [...new Set([...paid.values()].map((claim) => claim.lecturer))];
      const found = await Promise.all(ids.map((id) => lecturers.get(id)));
      const known = new Map(found.flatMap((one) => (one ? [[one.id, one] as const] : [])));
      return repaid.flatMap(({ id, of, gross, incomeTax, localTax }) => {
        const claim = paid.get(of);
        const lecturer = claim && known.get(claim.lecturer);
        if (!claim || !lecturer) return [];
        const kind = payeeKindOf(claim.calculation);
        const part = {
          kind,
          class: incomeClassOf(claim.calculation, kind),
          taxed: incomeTax !== 0 || localTax !== 0,
          gross,
          incomeTax,
          localTax,
        };
        return [{ id: `${of}#${id}`, payee: payableClaim(claim, lecturer).payee, parts: [part] }];
      });
    },
  };
}
