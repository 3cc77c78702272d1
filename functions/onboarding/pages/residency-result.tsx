import type { ResultOf } from '../../applications/pages/applicant-result.ts';
import type { Dependencies } from '../dependencies.ts';
import { viewWords as words } from '../words.ts';
import { ResidencySummary, residencyNow } from './residency-view.tsx';

/**
 * What the status page shows of a startup: below its place, the residency that came of it. Once it has moved in, its
 * place is not given up by withdrawing an application.
 */
export const residencyResult =
  (deps: Parameters<typeof residencyNow>[0] & Pick<Dependencies, 'residencies'>, ofPlace: ResultOf): ResultOf =>
  async (application, round, now) => {
    const result = await ofPlace(application, round, now);
    const residency = result && round.residency ? await deps.residencies.get(application.reference) : undefined;
    if (!result || !residency || residency.state === 'NOT_BEGUN' || residency.erasedAt) return result;
    const shown = await residencyNow(deps, residency, now);
    const hasBegun = residency.state !== 'ONBOARDING';
    return {
      ...result,
      ...(hasBegun && { title: words[residency.state === 'RESIDENT' ? 'resident' : 'ended'], since: residency.since }),
      open: result.open && !hasBegun,
      view: (lang) => (
        <>
          {result.view(lang, !hasBegun)}
          <ResidencySummary {...shown} lang={lang} />
        </>
      ),
    };
  };
