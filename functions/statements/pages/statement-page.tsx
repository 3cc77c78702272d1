import { CalculationTable, LessonsList } from '../../claims/pages/case-parts.tsx';
import { claimWords, monthText } from '../../claims/pages/claim-texts.ts';
import type { Round } from '../../rounds/round.ts';
import type { Lang } from '../../shared/i18n.ts';
import { Actions, ButtonLink, RoundAndReference, SummaryList } from '../../shared/pages/components.tsx';
import { Layout } from '../../shared/pages/layout.tsx';
import { ProblemPage } from '../../shared/pages/problem.tsx';
import { html, type PageResponse } from '../../shared/pages/request.ts';
import { formatDate } from '../../shared/time.ts';
import type { Statement } from '../see-statement.ts';
import { statementWords as words } from '../statement-words.ts';

/** What a lecturer was paid, line by line, with the paper to save. */
export function StatementPage(props: {
  readonly statement: Statement;
  readonly round: Pick<Round, 'title' | 'contact'>;
  /** `/statement/<claim>/<mac>` */
  readonly path: string;
  readonly lang: Lang;
}) {
  const { statement, round, path, lang } = props;
  const { claim, name, paidOn, account } = statement;
  return (
    <Layout
      lang={lang}
      title={words.title[lang]}
      eyebrow={<RoundAndReference title={round.title[lang]} reference={claim.id} />}
      lead={words.lead[lang]}
      contact={round.contact}
      home={path}
      path={path}
    >
      <SummaryList
        rows={[
          { term: words.name[lang], value: <span class="notranslate">{name}</span> },
          { term: claimWords.month[lang], value: monthText(claim.month)[lang] },
          { term: words.paidOn[lang], value: formatDate(paidOn, lang) },
          { term: words.account[lang], value: account[lang] },
        ]}
      />
      <Actions>
        <ButtonLink href={`${path}/statement.pdf`}>{words.save[lang]}</ButtonLink>
      </Actions>
      <p class="note">{words.language[lang]}</p>
      <h2>{words.lines[lang]}</h2>
      <CalculationTable claim={claim} lang={lang} />
      <h2>{claimWords.lessons[lang]}</h2>
      <LessonsList claim={claim} lang={lang} />
    </Layout>
  );
}

/** A genuine link that was mailed to a mailbox of before. */
export const renewedStatementPage = (lang: Lang, { contact }: Pick<Round, 'contact'>): PageResponse =>
  html(
    <ProblemPage lang={lang} title={words.renewed[lang]} contact={contact}>
      <p>{words.renewedText[lang]}</p>
    </ProblemPage>,
    { status: 410 },
  );
