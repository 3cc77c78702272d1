import type { Opened } from '../../applications/pages/context.ts';
import { AppealSection } from '../../rounds/pages/appeal.tsx';
import { until } from '../../rounds/pages/start.tsx';
import { resultText } from '../../seats/pages/place-texts.ts';
import { type PlaceState, placeIsOpen } from '../../seats/place.ts';
import { WhySection } from '../../selection/pages/why.tsx';
import type { Lang } from '../../shared/i18n.ts';
import { Actions, ButtonLink, Notice, Panel, SummaryList } from '../../shared/pages/components.tsx';
import { Layout } from '../../shared/pages/layout.tsx';
import { formatDate, formatInstant, type Instant, seoulDateOf } from '../../shared/time.ts';
import type { Result } from '../result-of.ts';
import { resultWordsOf, resultWords as words } from './result-texts.ts';

/** Places that came to no seat, by no wish of the applicant. */
const without: readonly PlaceState[] = ['NOT_SELECTED', 'ENDED'];

type ResultProps = Opened & { readonly result: Result; readonly lang: Lang };

/** The result, why it is so, and how to have a person look at it again. */
export function ResultPage({ application, round, result, lang }: ResultProps) {
  const { result: placed, why } = result;
  return (
    <Layout lang={lang} title={words.title[lang]} eyebrow={round.title[lang]} contact={round.contact}>
      <Panel
        kind={placeIsOpen(placed.place) ? 'good' : 'plain'}
        title={resultText(placed, round)[lang]}
        referenceLabel={words.reference[lang]}
        reference={application.reference}
      />
      <AskedAgain round={round} result={result} lang={lang} />
      {why && <WhySection why={why} lang={lang} />}
      <p>
        <a href={`/lot/${round.id}`}>{words.lot[lang]}</a>
      </p>
      <MayAskAgain result={result} lang={lang} />
      {without.includes(placed.place.state) && <AppealSection of={round} lang={lang} />}
      <p class="later">
        <a href="/application">{words.status[lang]}</a>
      </p>
    </Layout>
  );
}

type Part = Pick<ResultProps, 'result' | 'lang'>;

function MayAskAgain({ result, lang }: Part) {
  const { phase, until: end } = result.reconsideration;
  if (phase !== 'open') return null;
  return (
    <section>
      <h2>{words.again[lang]}</h2>
      <p>{words.againText[lang]}</p>
      <p>
        {words.againUntil[lang]} <strong>{until(end, lang)}</strong>
      </p>
      <Actions>
        <ButtonLink kind="tertiary" href="/result/look-again">
          {words.again[lang]}
        </ButtonLink>
      </Actions>
    </section>
  );
}

/** What became of a reconsideration, or that it is under way. */
export function AskedAgain({ round, result, lang }: Part & Pick<ResultProps, 'round'>) {
  const { request } = result.reconsideration;
  if (!request) return null;
  const { outcome, reason } = request;
  const title = outcome === 'GRANT' ? resultWordsOf(round).granted : outcome === 'REFUSE' ? words.refused : words.asked;
  return (
    <Notice title={title[lang]}>
      {request.state === 'OPEN' && (
        <>
          <p>{words.askedText[lang]}</p>
          <p>
            {words.answerBy[lang]} <strong>{formatInstant(request.dueAt, lang)}</strong>
          </p>
        </>
      )}
      {reason && <p class="typed">{reason}</p>}
      {request.question && (
        <details>
          <summary>{words.words[lang]}</summary>
          <div>
            <p class="typed">{request.question.text}</p>
          </div>
        </details>
      )}
    </Notice>
  );
}

export const NoResultYetPage = ({
  application,
  round,
  now,
  lang,
}: Opened & { readonly now: Instant; readonly lang: Lang }) => (
  <Layout lang={lang} title={words.notYet[lang]} eyebrow={round.title[lang]} contact={round.contact}>
    <p class="lead">{words.notYetText[lang]}</p>
    <SummaryList
      rows={[
        { term: words.reference[lang], value: application.reference },
        {
          term: words.by[lang],
          value: seoulDateOf(now) <= round.resultsOn ? formatDate(round.resultsOn, lang) : words.overdue[lang],
        },
      ]}
    />
    <p class="later">
      <a href="/application">{words.status[lang]}</a>
    </p>
  </Layout>
);
