import type { Erasing } from '../applications/leaving.ts';
import { changedResidencyEvent } from '../residencies/residency-event.ts';
import type { Dependencies } from './dependencies.ts';
import { erasedReport, isReport } from './report.ts';

/** What a startup has reported is erased before its application is; until it has left, onboarding holds that. */
export const reportsErasing = (deps: Pick<Dependencies, 'residencyEvents'>): Erasing => ({
  words: async (reference, now) =>
    (await deps.residencyEvents.of(reference))
      .filter(isReport)
      .filter(({ report }) => !report.erasedAt)
      .map((was) => {
        const report = erasedReport(was.report, now);
        return deps.residencyEvents.save(changedResidencyEvent(was, now, { report }), was);
      }),
});
