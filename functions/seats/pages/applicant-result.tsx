import type { ResultOf } from '../../applications/pages/applicant-result.ts';
import type { Dependencies } from '../dependencies.ts';
import { placeIsOpen } from '../place.ts';
import { placeResultOf } from '../place-result.ts';
import { isGoodNews, placeWordsOf, resultText } from './place-texts.ts';
import { PlaceView } from './place-view.tsx';

/** The place of an applicant, as the status page shows it. */
export const applicantResult =
  (deps: Pick<Dependencies, 'admissions' | 'rounds' | 'seats' | 'requests'>): ResultOf =>
  async (application, round, now) => {
    const result = await placeResultOf(deps, application, now);
    return (
      result && {
        title: resultText(result, round),
        good: isGoodNews(result),
        open: placeIsOpen(result.place),
        since: result.place.since,
        givesUp: result.place.seat ? placeWordsOf(round).giveUpText : undefined,
        view: (lang, open = true) => <PlaceView {...{ result, round, now, lang, open }} />,
      }
    );
  };
