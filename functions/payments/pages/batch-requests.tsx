import type { PeopleTable } from '../../people/people-table.ts';
import { decidingWords } from '../../requests/pages/deciding-words.ts';
import { decidedPage } from '../../requests/pages/decision-frame.tsx';
import type { Held, RequestKind, RequestPagesOf } from '../../requests/pages/kinds.ts';
import { ToDesk } from '../../requests/pages/next-request.tsx';
import type { Lang } from '../../shared/i18n.ts';
import { Actions, ButtonLink, SummaryList, type SummaryRow } from '../../shared/pages/components.tsx';
import { Layout } from '../../shared/pages/layout.tsx';
import { html, type PageResponse } from '../../shared/pages/request.ts';
import { formatWon } from '../../shared/text/won.ts';
import { formatDate, formatInstant } from '../../shared/time.ts';
import type { Batch } from '../batch.ts';
import type { Dependencies } from '../dependencies.ts';
import { presentBatch } from '../payments-table.ts';
import { paymentsKinds } from '../request-kinds.ts';
import type { PaymentRequestKind } from '../requests.ts';
import { requestWords } from './batch-request-words.ts';
import { paymentsPaths } from './payments-paths.ts';
import { countText, stateWords, paymentsWords as words } from './payments-words.ts';

type Deps = Pick<Dependencies, 'payments'> & { readonly people: Pick<PeopleTable, 'get'> };

const rowsOf = ({ id, payOn, state, frozen }: Batch, lang: Lang): SummaryRow[] => [
  { term: words.batch[lang], value: id },
  { term: words.state[lang], value: stateWords[state][lang] },
  { term: words.payOn[lang], value: formatDate(payOn, lang) },
  ...(frozen
    ? [
        { term: words.transfers[lang], value: countText(frozen.totals.transfers)[lang] },
        { term: words.net[lang], value: formatWon(frozen.totals.net)[lang] },
      ]
    : []),
];

/** The link proves only a mailbox: the page says what is asked, and leads to the desk, where it is done. */
function asking(kind: PaymentRequestKind, { request, path }: Held, batch: Batch, lang: Lang): PageResponse {
  return html(
    <Layout lang={lang} title={paymentsKinds[kind].title[lang]} lead={requestWords[kind].lead[lang]}>
      <SummaryList
        rows={[{ term: decidingWords.due[lang], value: formatInstant(request.dueAt, lang) }, ...rowsOf(batch, lang)]}
      />
      <Actions>
        <ButtonLink href={paymentsPaths.batch(batch.id)}>{requestWords.toBatch[lang]}</ButtonLink>
      </Actions>
      <p class="later">
        <a href={`${path}/hand-over`}>{decidingWords.handOver[lang]}</a>
      </p>
      <ToDesk lang={lang} />
    </Layout>,
  );
}

/** What the links of finance about batches open. */
export function batchRequestPages(deps: Deps): RequestPagesOf<'payments'> {
  const pagesOf = (kind: PaymentRequestKind): RequestKind => {
    const show: RequestKind['show'] = async (held, { lang }) =>
      asking(kind, held, await presentBatch(deps, held.request.subject), lang);
    return {
      show,
      answer: show,
      closed: async (request, { lang }) => {
        const [batch, by] = await Promise.all([
          presentBatch(deps, request.subject),
          request.settledBy ? deps.people.get(request.settledBy) : undefined,
        ]);
        return decidedPage(lang, request, by, {
          title: request.state === 'SETTLED' ? requestWords[kind].done : requestWords.givenUp,
          about: rowsOf(batch, lang),
          followed: requestWords[kind].followed,
          nothing: requestWords.nothing,
          first: true,
        });
      },
    };
  };
  return { 'payment-file': pagesOf('payment-file'), 'payment-result': pagesOf('payment-result') };
}
