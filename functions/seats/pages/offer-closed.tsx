import type { PersonRequest } from '../../requests/request.ts';
import type { Round } from '../../rounds/round.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { Actions, ButtonLink, SummaryList } from '../../shared/pages/components.tsx';
import { ProblemPage } from '../../shared/pages/problem.tsx';
import { html, type PageResponse } from '../../shared/pages/request.ts';
import { formatInstant } from '../../shared/time.ts';
import type { Place } from '../place.ts';
import { type ClosedOfferWords, closedOfferWordsOf } from './offer-texts.ts';

/** What was answered, when, and what follows; for whoever opens the link of an offer again. */
export function closedOfferPage(
  lang: Lang,
  { request, place, round }: { readonly request: PersonRequest; readonly place?: Place; readonly round?: Round },
): PageResponse {
  const words = closedOfferWordsOf(round ?? {});
  const [title, ...texts] = sayOf(words, request, place);
  return html(
    <ProblemPage lang={lang} title={title[lang]} contact={round?.contact}>
      {texts.map((text) => (
        <p key={text.en}>{text[lang]}</p>
      ))}
      <SummaryList
        rows={[
          { term: words.reference[lang], value: request.subject },
          ...(request.settledAt ? [{ term: words.at[lang], value: formatInstant(request.settledAt, lang) }] : []),
        ]}
      />
      {request.outcome === 'ACCEPT' && place?.state === 'ACCEPTED' && (
        <Actions>
          <ButtonLink kind="tertiary" href="/application">
            {words.status[lang]}
          </ButtonLink>
          <ButtonLink href={`/letter/${place.roundId}.pdf`}>{words.letter[lang]}</ButtonLink>
        </Actions>
      )}
    </ProblemPage>,
    { status: request.state === 'LAPSED' ? 410 : 200 },
  );
}

function sayOf(
  words: ClosedOfferWords,
  { outcome }: PersonRequest,
  place: Place | undefined,
): readonly [Text, ...Text[]] {
  switch (outcome) {
    case 'ACCEPT':
      if (place?.state === 'WITHDRAWN') return [words.accepted, words.givenBack];
      if (place?.state === 'CANCELLED') return [words.cancelled, words.cancelledText];
      return [words.accepted, words.acceptedText];
    case 'DECLINE':
      return [words.declined, words.declinedText];
    case 'LAPSE':
      return [words.lapsed, words.lapsedText];
    case 'WITHDRAWN':
      return [words.withdrawn, words.withdrawnText];
    case 'CANCELLED':
      return [words.cancelled, words.cancelledText];
    default:
      return [words.gone, words.goneText];
  }
}
