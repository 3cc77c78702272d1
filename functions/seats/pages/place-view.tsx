import type { Round } from '../../rounds/round.ts';
import { whatIsTaken } from '../../rounds/what-is-taken.ts';
import { type Lang, numberText } from '../../shared/i18n.ts';
import { Actions, Button, ButtonLink, Notice, PageForm, SummaryList } from '../../shared/pages/components.tsx';
import { shownOf } from '../../shared/pages/shown.ts';
import { formatInstant, type Instant } from '../../shared/time.ts';
import type { PlaceResult } from '../place-result.ts';
import { placeWordsOf } from './place-texts.ts';

interface PlaceProps {
  readonly result: PlaceResult;
  readonly round: Round;
  readonly now: Instant;
  readonly lang: Lang;
  /** Whether the place can still be given up. */
  readonly open: boolean;
}

/** Below the panel of a status page: what the place means and what can be done. */
export function PlaceView(props: PlaceProps) {
  const { round, lang } = props;
  const placeWords = placeWordsOf(round);
  return (
    <>
      <About {...props} />
      <p>
        <a href="/result">{placeWords.why[lang]}</a>
      </p>
    </>
  );
}

function About(props: PlaceProps) {
  const { result, round, lang, open } = props;
  const placeWords = placeWordsOf(round);
  switch (result.place.state) {
    case 'WAITING':
      return <Waiting {...{ result, round, lang }} />;
    case 'OFFERED':
      return <Offered {...{ result, round, lang }} />;
    case 'ACCEPTED':
      return <Accepted round={round} lang={lang} open={open} />;
    case 'NOT_SELECTED':
      return <NotSelected {...props} />;
    case 'DECLINED':
    case 'LAPSED':
    case 'ENDED':
      return <p>{placeWords.nextRound[lang]}</p>;
    case 'WITHDRAWN':
    case 'CANCELLED':
      return null;
  }
}

type Small = Pick<PlaceProps, 'result' | 'round' | 'lang'>;

function Waiting({ result, round, lang }: Small) {
  const placeWords = placeWordsOf(round);
  const { position, waitlistUntil, waitlistEnded, quotas } = result;
  if (!position) return <p>{placeWords.selectedText[lang]}</p>;
  return (
    <>
      <SummaryList
        rows={[
          { term: placeWords.numberNow[lang], value: numberText(position.number)[lang] },
          { term: placeWords.numberBegan[lang], value: numberText(position.began)[lang] },
          ...(waitlistEnded ? [] : [{ term: placeWords.until[lang], value: formatInstant(waitlistUntil, lang) }]),
        ]}
      />
      <p>{(waitlistEnded ? placeWords.listEndedText : placeWords.waitingText)[lang]}</p>
      {quotas && !waitlistEnded && <p>{placeWords.quotaText[lang]}</p>}
    </>
  );
}

function Offered({ result: { place, offer }, round, lang }: Small) {
  const placeWords = placeWordsOf(round);
  return (
    <Notice kind="warning">
      <p>
        {placeWords.offeredText[lang]}
        {offer && (
          <>
            <br />
            {placeWords.answerBy[lang]} <strong>{formatInstant(offer.dueAt, lang)}</strong>
          </>
        )}
      </p>
      <PageForm id="offer" action="/application/offer" hidden={shownOf(place.reference)}>
        <Button kind="tertiary">{placeWords.offerAgain[lang]}</Button>
      </PageForm>
    </Notice>
  );
}

function Accepted({ round, lang, open }: Pick<PlaceProps, 'round' | 'lang' | 'open'>) {
  const placeWords = placeWordsOf(round);
  return (
    <>
      {open && <p>{placeWords.acceptedText[lang]}</p>}
      <Actions>
        <ButtonLink href={`/letter/${round.id}.pdf`}>{placeWords.letter[lang]}</ButtonLink>
        {whatIsTaken(round) === 'course' && (
          <ButtonLink kind="tertiary" href="/application/calendar">
            {placeWords.calendar[lang]}
          </ButtonLink>
        )}
      </Actions>
    </>
  );
}

function NotSelected({ result, round, now, lang }: PlaceProps) {
  const placeWords = placeWordsOf(round);
  const { place, reconsiderationUntil } = result;
  if (place.lookAgain) return <p>{placeWords.asked[lang]}</p>;
  return now < reconsiderationUntil ? (
    <p>
      {placeWords.again[lang]} {placeWords.againUntil[lang]}{' '}
      <strong>{formatInstant(reconsiderationUntil, lang)}</strong>
    </p>
  ) : (
    <p>{placeWords.nextRound[lang]}</p>
  );
}
