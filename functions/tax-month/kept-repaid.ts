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
  const repaidOf = async (lecturer: string, month: string): Promise<OpenCorrection[]> =>
    (await claims.correctionsOf(lecturer)).filter(({ repaidOn }) => repaidOn?.startsWith(`${month}-`));
  return {
    repaidIn: async (month) => {
      const all = await lecturers.all();
      const known = new Map(all.map((one) => [one.id, one]));
      const repaid: OpenCorrection[] = [];
      for (const some of inPages(all, atOnce)) {
        repaid.push(...(await Promise.all(some.map(({ id }) => repaidOf(id, month)))).flat());
      }
      const paid = new Map((await claims.many([...new Set(repaid.map(({ of }) => of))])).map((one) => [one.id, one]));
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
