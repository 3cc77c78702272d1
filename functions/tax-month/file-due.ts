import { settled } from '../requests/request.ts';
import type { RequestsTable } from '../requests/requests-table.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { filedOf } from './ask-due.ts';
import type { Dependencies } from './dependencies.ts';
import { dueIn, type Figures, sameFigures } from './filing.ts';
import { seeTaxMonth } from './see-tax-month.ts';

export type FileOutcome =
  | { readonly kind: 'filed' | 'somebody-was-first' }
  /** What the month comes to is not what they were shown. */
  | { readonly kind: 'changed'; readonly figures: Figures };

/** Records that finance has reported or paid what was due, with the number of its receipt and what was reported. */
export async function fileDue(
  deps: Dependencies & { readonly requests: Pick<RequestsTable, 'get' | 'save'> },
  given: {
    readonly request: string;
    readonly generation: number;
    readonly by: string;
    readonly evidence: string;
    /** As the page has shown them. */
    readonly shown: Figures;
  },
  now: Instant,
): Promise<FileOutcome> {
  return decideAgainOnConflict(async () => {
    const was = await deps.requests.get(given.request);
    const of = was && dueIn(was.subject);
    if (!of || was.state !== 'OPEN' || was.generation !== given.generation) return { kind: 'somebody-was-first' };
    const { reported: figures } = await seeTaxMonth(deps, of.month);
    if (!sameFigures(figures, given.shown)) return { kind: 'changed', figures };
    const number = filedOf(await deps.filings.ofMonth(of.month), of.due).length + 1;
    const { by, evidence } = given;
    const { gross, incomeTax, localTax } = figures;
    await deps.commit({
      changes: [
        deps.requests.save(settled(was, { outcome: 'DONE', by, at: now, reason: evidence }), was),
        deps.filings.put({ ...of, number, evidence, figures: { gross, incomeTax, localTax }, by, at: now }),
      ],
      events: [
        {
          subject: was.subject,
          type: 'TaxFiled',
          by: `person:${by}`,
          at: now,
          data: { request: was.id, number, evidence, gross, incomeTax, localTax },
        },
      ],
    });
    return { kind: 'filed' };
  }, tries.contested);
}
