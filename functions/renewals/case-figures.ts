import type { CaseFigures, QuarterFigures } from '../attachments/case-figures.ts';
import type { Dependencies } from '../residencies/dependencies.ts';
import type { Residency } from '../residencies/residency.ts';
import { usualConduct } from '../residency-rules/conduct.ts';
import { quarterSchema, reportDue } from '../residency-rules/reports.ts';
import { sentReport } from './sent-report.ts';

type Reach = Pick<Dependencies, 'residencies' | 'residencyEvents' | 'rounds'>;

/** What a startup was asked to report so far, quarter by quarter, with what it has sent. */
export async function figuresOf(
  { residencyEvents, rounds }: Pick<Reach, 'residencyEvents' | 'rounds'>,
  { id, roundId, roundVersion }: Pick<Residency, 'id' | 'roundId' | 'roundVersion'>,
): Promise<readonly QuarterFigures[]> {
  const [events, made] = await Promise.all([residencyEvents.of(id), rounds.version(roundId, roundVersion)]);
  const conduct = made?.residency?.onboarding?.conduct ?? usualConduct;
  return events
    .filter(({ kind, state }) => kind === 'report' && state !== 'DROPPED')
    .map((event): QuarterFigures => {
      const quarter = quarterSchema.parse(event.about);
      const sent = sentReport(event);
      return { quarter, dueAt: reportDue(quarter, conduct), ...(sent && { sent }) };
    })
    .toSorted((a, b) => (a.quarter < b.quarter ? -1 : 1));
}

/** For whoever judges an application of a round of renewal. */
export const renewalFigures =
  (deps: Reach): CaseFigures =>
  async ({ renews }) => {
    const residency = renews === undefined ? undefined : await deps.residencies.get(renews);
    return residency && figuresOf(deps, residency);
  };
