import { ToDesk } from '../../requests/pages/next-request.tsx';
import type { Round } from '../../rounds/round.ts';
import type { Lang } from '../../shared/i18n.ts';
import { Notice, SummaryList, type SummaryRow } from '../../shared/pages/components.tsx';
import { Layout } from '../../shared/pages/layout.tsx';
import { formatInstant, type Instant } from '../../shared/time.ts';
import type { Review } from '../review.ts';
import { applicationLabel, progressText, reviewWords, stateWords } from './review-texts.ts';

export interface Listed {
  readonly review: Review;
  /** Of an open review. */
  readonly dueAt?: Instant;
}

/** All reviews of one reviewer in a round, the open ones first; applications are numbers here. */
export function ReviewList(props: {
  readonly round: Round;
  readonly path: string;
  readonly listed: readonly Listed[];
  readonly lang: Lang;
}) {
  const { round, path, listed, lang } = props;
  const open = listed.filter(({ review }) => review.state === 'OPEN');
  const over = listed.filter(({ review }) => review.state !== 'OPEN');
  const sent = over.filter(({ review }) => review.state === 'SENT').length;
  const row = ({ review, dueAt }: Listed): SummaryRow => ({
    term: applicationLabel(review.label)[lang],
    value: (
      <>
        {(review.state === 'OPEN' && review.savedAt ? reviewWords.begun : stateWords[review.state])[lang]}
        {dueAt && (
          <>
            <br />
            {reviewWords.due[lang]}: {formatInstant(dueAt, lang)}
          </>
        )}
      </>
    ),
    change: { href: `${path}/${review.id}`, label: reviewWords.open[lang] },
  });
  return (
    <Layout
      lang={lang}
      title={reviewWords.list[lang]}
      eyebrow={round.title[lang]}
      lead={reviewWords.listLead[lang]}
      contact={round.contact}
      home={path}
    >
      <Notice title={progressText(sent, sent + open.length)[lang]}>
        {open.length === 0 && <p>{reviewWords.nothingToDo[lang]}</p>}
      </Notice>
      {open.length > 0 && (
        <section class="answers">
          <h2>{reviewWords.toDo[lang]}</h2>
          <SummaryList rows={open.map(row)} />
        </section>
      )}
      {over.length > 0 && (
        <section class="answers">
          <h2>{reviewWords.over[lang]}</h2>
          <SummaryList rows={over.map(row)} />
        </section>
      )}
      <ToDesk lang={lang} />
    </Layout>
  );
}
