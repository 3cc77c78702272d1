import type { Lang } from '../../shared/i18n.ts';
import { WideTable } from '../../shared/pages/wide-table.tsx';
import { formatWon } from '../../shared/text/won.ts';
import { formatDate } from '../../shared/time.ts';
import type { Batch } from '../batch.ts';
import { paymentsPaths } from './payments-paths.ts';
import { stateWords, paymentsWords as words } from './payments-words.ts';

/** All batches, the newest first, with the tax months of what was paid. */
export function PaymentsList({ batches, lang }: { readonly batches: readonly Batch[]; readonly lang: Lang }) {
  const months = new Set(batches.flatMap(({ result }) => (result ? [result.paidOn.slice(0, 7)] : [])));
  if (batches.length === 0) return <p>{words.none[lang]}</p>;
  return (
    <>
      <WideTable
        label={words.title[lang]}
        head={[words.batch, words.state, words.payOn, words.net].map((text) => text[lang])}
        rows={batches.toReversed().map(({ id, state, payOn, frozen }) => ({
          key: id,
          cells: [
            <a key={id} href={paymentsPaths.batch(id)}>
              {id}
            </a>,
            stateWords[state][lang],
            formatDate(payOn, lang),
            frozen ? formatWon(frozen.totals.net)[lang] : '',
          ],
        }))}
      />
      {months.size > 0 && <h2>{words.taxMonth[lang]}</h2>}
      <ul>
        {[...months].toSorted().map((month) => (
          <li key={month}>
            <a href={paymentsPaths.taxMonth(month)}>{month}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
