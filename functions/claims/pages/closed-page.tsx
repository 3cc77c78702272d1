import type { Person } from '../../people/person.ts';
import { decidingWords } from '../../requests/pages/deciding-words.ts';
import { Decided, NextRequest, nextWords } from '../../requests/pages/next-request.tsx';
import type { PersonRequest } from '../../requests/request.ts';
import type { Round } from '../../rounds/round.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { Notice, SummaryList } from '../../shared/pages/components.tsx';
import { ProblemPage } from '../../shared/pages/problem.tsx';
import { html, type PageResponse } from '../../shared/pages/request.ts';
import { formatInstant } from '../../shared/time.ts';
import { askedText, closedWords as words } from './claim-texts.ts';

function titleOf({ state, outcome = '' }: PersonRequest): Text {
  const texts: Readonly<Record<string, Text>> = words;
  if (state === 'LAPSED') return words.LAPSE;
  return (state === 'SETTLED' ? texts[outcome] : undefined) ?? words.gone;
}

function textOf({ state, outcome }: PersonRequest): Text {
  if (state === 'LAPSED') return words.LAPSEText;
  if (state !== 'SETTLED') return words.goneText;
  return outcome === 'CONFIRM' ? words.CONFIRMText : words.decidedText;
}

/** For whoever opens the link of a request that is done with. */
export function closedClaimPage(
  lang: Lang,
  request: PersonRequest,
  {
    round,
    by,
    first,
    asked,
  }: {
    readonly round: Round | undefined;
    readonly by: Person | undefined;
    readonly first: boolean;
    /** What was asked of them about the same claim since. */
    readonly asked?: PersonRequest | undefined;
  },
): PageResponse {
  const title = titleOf(request);
  const isAgain = request.state === 'SETTLED' && !first;
  return html(
    <ProblemPage lang={lang} title={(isAgain ? nextWords.again : title)[lang]} contact={round?.contact}>
      {isAgain && <Decided title={title} lang={lang} />}
      <SummaryList
        rows={[
          { term: words.reference[lang], value: request.subject },
          ...(by ? [{ term: decidingWords.by[lang], value: by.name }] : []),
          ...(request.settledAt
            ? [{ term: decidingWords.at[lang], value: formatInstant(request.settledAt, lang) }]
            : []),
        ]}
      />
      {asked ? (
        <Notice kind="warning" title={words.asked[lang]}>
          <p>{askedText(asked.openedAt, asked.dueAt)[lang]}</p>
        </Notice>
      ) : (
        <p>{textOf(request)[lang]}</p>
      )}
      {request.assignee.person !== undefined && <NextRequest lang={lang} />}
    </ProblemPage>,
    { status: request.state === 'LAPSED' ? 410 : 200 },
  );
}

/** For whoever has turned out, as they decided, not to be one who may. */
export const barredPage = (lang: Lang, path: string): PageResponse =>
  html(
    <ProblemPage lang={lang} title={words.barred[lang]}>
      <p>{words.barredText[lang]}</p>
      <p>
        <a href={`${path}/hand-over`}>{decidingWords.handOver[lang]}</a>
      </p>
    </ProblemPage>,
    { status: 403 },
  );
