import type { ResultOf } from '../../applications/pages/applicant-result.ts';
import type { Dependencies } from '../dependencies.ts';
import { placeIsOpen } from '../place.ts';
import { standingOf } from '../standing.ts';
import { isGoodNews, standingText, words } from './place-texts.ts';
import { PlaceView } from './place-view.tsx';

/** The place of an applicant, as the status page shows it. */
export const applicantResult =
  (deps: Pick<Dependencies, 'admissions' | 'rounds' | 'seats' | 'requests'>): ResultOf =>
  async (application, round, now) => {
    const standing = await standingOf(deps, application, now);
    return (
      standing && {
        title: standingText(standing),
        good: isGoodNews(standing),
        open: placeIsOpen(standing.place),
        since: standing.place.since,
        givesUp: standing.place.seat ? words.giveUpText : undefined,
        view: (lang) => <PlaceView {...{ standing, round, now, lang }} />,
      }
    );
  };
