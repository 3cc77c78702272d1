import type { Round } from '../../rounds/round.ts';
import type { Lang } from '../../shared/i18n.ts';
import { Actions, Button, ButtonLink, Notice, PageForm, SummaryList } from '../../shared/pages/components.tsx';
import { formatInstant, type Instant } from '../../shared/time.ts';
import type { Standing } from '../standing.ts';
import { words } from './place-texts.ts';

interface PlaceProps {
  readonly standing: Standing;
  readonly round: Round;
  readonly now: Instant;
  readonly lang: Lang;
}

/** Below the panel of a status page: what the place means and what can be done. */
export function PlaceView(props: PlaceProps) {
  const { lang } = props;
  return (
    <>
      <About {...props} />
      <p>
        <a href="/result">{words.why[lang]}</a>
      </p>
    </>
  );
}

function About(props: PlaceProps) {
  const { standing, round, lang } = props;
  switch (standing.place.state) {
    case 'WAITING':
      return <Waiting standing={standing} lang={lang} />;
    case 'OFFERED':
      return <Offered standing={standing} lang={lang} />;
    case 'ACCEPTED':
      return <Accepted round={round} lang={lang} />;
    case 'NOT_SELECTED':
      return <NotSelected {...props} />;
    case 'DECLINED':
    case 'LAPSED':
    case 'ENDED':
      return <p>{words.nextRound[lang]}</p>;
    case 'WITHDRAWN':
    case 'CANCELLED':
      return null;
  }
}

type Small = Pick<PlaceProps, 'standing' | 'lang'>;

function Waiting({ standing, lang }: Small) {
  const { position, waitlistUntil, waitlistEnded, quotas } = standing;
  if (!position) return <p>{words.selectedText[lang]}</p>;
  return (
    <>
      <SummaryList
        rows={[
          { term: words.numberNow[lang], value: String(position.number) },
          { term: words.numberBegan[lang], value: String(position.began) },
          ...(waitlistEnded ? [] : [{ term: words.until[lang], value: formatInstant(waitlistUntil, lang) }]),
        ]}
      />
      <p>{(waitlistEnded ? words.listEndedText : words.waitingText)[lang]}</p>
      {quotas && !waitlistEnded && <p>{words.quotaText[lang]}</p>}
    </>
  );
}

const Offered = ({ standing: { offer }, lang }: Small) => (
  <Notice kind="warning">
    <p>
      {words.offeredText[lang]}
      {offer && (
        <>
          <br />
          {words.answerBy[lang]} <strong>{formatInstant(offer.dueAt, lang)}</strong>
        </>
      )}
    </p>
    <PageForm id="offer" action="/application/offer">
      <Button kind="tertiary">{words.offerAgain[lang]}</Button>
    </PageForm>
  </Notice>
);

const Accepted = ({ round, lang }: Pick<PlaceProps, 'round' | 'lang'>) => (
  <>
    <p>{words.acceptedText[lang]}</p>
    <Actions>
      <ButtonLink href={`/letter/${round.id}.pdf`}>{words.letter[lang]}</ButtonLink>
      <ButtonLink kind="tertiary" href="/application/calendar">
        {words.calendar[lang]}
      </ButtonLink>
    </Actions>
  </>
);

function NotSelected({ standing, now, lang }: PlaceProps) {
  const { place, lookAgainUntil } = standing;
  if (place.lookAgain) return <p>{words.asked[lang]}</p>;
  return now < lookAgainUntil ? (
    <p>
      {words.again[lang]} {words.againUntil[lang]} <strong>{formatInstant(lookAgainUntil, lang)}</strong>
    </p>
  ) : (
    <p>{words.nextRound[lang]}</p>
  );
}
