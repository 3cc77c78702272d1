import type { CaseFigures, QuarterFigures } from '../attachments/case-figures.ts';
import { isReport, presentIn, quarterIn } from '../reports/report.ts';
import type { Dependencies } from '../residencies/dependencies.ts';

type Reach = Pick<Dependencies, 'residencyEvents'>;

/** What a startup was asked to report so far, quarter by quarter, with what it has said last; none that was called off. */
export const figuresOf = async ({ residencyEvents }: Reach, residency: string): Promise<readonly QuarterFigures[]> =>
  (await residencyEvents.of(residency))
    .filter(isReport)
    .filter(({ state }) => state !== 'DROPPED')
    .map((event): QuarterFigures => {
      const { dueAt, sentAt } = event.report;
      return { quarter: quarterIn(event), dueAt, sentAt, said: presentIn(event.report) };
    })
    .toSorted((a, b) => (a.quarter < b.quarter ? -1 : 1));

/** For whoever judges an application of a round of renewal. */
export const renewalFigures =
  (deps: Reach): CaseFigures =>
  async ({ renews }) =>
    renews === undefined ? undefined : figuresOf(deps, renews);
