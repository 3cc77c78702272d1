import { Decided, NextRequest, nextWords } from '../../requests/pages/next-request.tsx';
import type { PersonRequest } from '../../requests/request.ts';
import type { Round } from '../../rounds/round.ts';
import type { Deliberation } from '../../selection/deliberation.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { SummaryList, type SummaryRow } from '../../shared/pages/components.tsx';
import { NotKept } from '../../shared/pages/not-kept.tsx';
import { ProblemPage } from '../../shared/pages/problem.tsx';
import { html, type PageResponse } from '../../shared/pages/request.ts';
import { formatInstant } from '../../shared/time.ts';
import { committeeWords, membersText, returnWords, closedWords as words } from './committee-texts.ts';
import { filledRows, type TypedRows } from './return-rows.ts';

interface ClosedProps {
  readonly request: PersonRequest;
  readonly round: Round | undefined;
  readonly deliberation: Deliberation | undefined;
  /** The names of members by id. */
  readonly members: ReadonlyMap<string, string>;
  /** Changes that came too late: shown, so that they are not lost. */
  readonly typed?: TypedRows;
  /** Whether this member has decided just now. */
  readonly first: boolean;
  readonly lang: Lang;
}

/** For whoever opens a link that is done with: what was decided, when and by whom, and what follows. */
export function closedCommitteePage({
  request,
  round,
  deliberation,
  members,
  typed,
  first,
  lang,
}: ClosedProps): PageResponse {
  const name = (id: string): string => members.get(id) ?? committeeWords.formerMember[lang];
  const { state, approvals = [], needed = 0, returned } = deliberation ?? {};
  const title = titleOf(request, deliberation);
  const isAgain = request.state === 'SETTLED' && request.outcome !== 'CONFLICT' && !first;
  const rows: SummaryRow[] = [
    ...(round ? [{ term: words.round[lang], value: round.title[lang] }] : []),
    ...(request.settledAt ? [{ term: words.at[lang], value: formatInstant(request.settledAt, lang) }] : []),
    ...(state === 'OPEN'
      ? [{ term: committeeWords.approvals[lang], value: membersText(approvals.length, needed)[lang] }]
      : []),
    ...(state === 'APPROVED'
      ? [{ term: words.approvedBy[lang], value: approvals.map(({ member }) => name(member)).join(', ') }]
      : []),
    ...(returned
      ? [{ term: words.returnedBy[lang], value: `${name(returned.member)} · ${formatInstant(returned.at, lang)}` }]
      : []),
  ];
  return html(
    <ProblemPage lang={lang} title={(isAgain ? nextWords.again : title)[lang]} contact={round?.contact}>
      {isAgain && <Decided title={title} lang={lang} />}
      <SummaryList rows={rows} />
      <p>{whatFollows(request, deliberation)[lang]}</p>
      {typed && <NotKept rows={rowsOf(typed, lang)} why={words.decidedBefore} lang={lang} />}
      <NextRequest lang={lang} />
    </ProblemPage>,
    { status: typed ? 409 : 200 },
  );
}

function titleOf({ outcome }: PersonRequest, deliberation: Deliberation | undefined): Text {
  if (outcome === 'APPROVE' || outcome === 'RETURN' || outcome === 'CONFLICT') return words[outcome];
  if (deliberation?.state === 'APPROVED') return words.DECIDED;
  return deliberation?.state === 'RETURNED' ? words.REPLACED : words.CANCELLED;
}

function whatFollows({ outcome }: PersonRequest, deliberation: Deliberation | undefined): Text {
  if (outcome === 'CONFLICT') return words.conflict;
  switch (deliberation?.state) {
    case 'OPEN':
      return words.waiting;
    case 'APPROVED':
      return words.decided;
    case 'RETURNED':
      return words.replaced;
    default:
      return words.cancelled;
  }
}

/** Each change with its reason. */
const rowsOf = (typed: TypedRows, lang: Lang) =>
  filledRows(typed).map(({ typed: row }) => {
    const [who = '', to = '', why = ''] = Object.values(row).map(([given = '']) => given);
    return { term: `${who} · ${returnWords.to[lang]} ${to}`, value: why };
  });
