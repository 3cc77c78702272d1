import type { Lang } from '../../shared/i18n.ts';
import { Actions, ButtonLink, SummaryList } from '../../shared/pages/components.tsx';
import { formatDate } from '../../shared/time.ts';
import { formatWon } from '../../shared/won.ts';
import type { Batch } from '../batch.ts';
import type { DueDate } from '../tax-dates.ts';
import { type TaxMonth, taxMonthTable } from '../tax-month.ts';
import { paymentsPaths } from './payments-paths.ts';
import { stateWords, paymentsWords as words } from './payments-words.ts';

/** All batches, the newest first, with the tax months of what was paid. */
export function PaymentsList({ batches, lang }: { readonly batches: readonly Batch[]; readonly lang: Lang }) {
  const months = new Set(batches.flatMap(({ result }) => (result ? [result.paidOn.slice(0, 7)] : [])));
  if (batches.length === 0) return <p>{words.none[lang]}</p>;
  return (
    <>
      <Table
        label={words.title[lang]}
        head={[words.batch, words.state, words.payOn, words.net].map((text) => text[lang])}
        rows={batches.toReversed().map(({ id, state, payOn, frozen }) => [
          <a key={id} href={paymentsPaths.batch(id)}>
            {id}
          </a>,
          stateWords[state][lang],
          formatDate(payOn, lang),
          frozen ? formatWon(frozen.totals.net)[lang] : '',
        ])}
      />
      {months.size > 0 && <h2>{words.taxMonth[lang]}</h2>}
      <ul>
        {[...months].toSorted().map((month) => (
          <li key={month}>
            <a href={paymentsPaths.month(month)}>{month}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What was paid and withheld in a month, by class and kind. */
export function TaxMonthView({
  month,
  due,
  lang,
}: {
  readonly month: TaxMonth;
  /** Nothing, if finance has confirmed no due dates. */
  readonly due: readonly DueDate[] | undefined;
  readonly lang: Lang;
}) {
  const [head = [], ...rows] = taxMonthTable(month, lang);
  return (
    <>
      {month.rows.length === 0 ? (
        <p>{words.noPayment[lang]}</p>
      ) : (
        <Table label={words.taxMonth[lang]} head={head} rows={rows} />
      )}
      <h2>{words.due[lang]}</h2>
      {due ? (
        <SummaryList rows={due.map(({ title, on }) => ({ term: title[lang], value: formatDate(on, lang) }))} />
      ) : (
        <p>{words.noDueDates[lang]}</p>
      )}
      <Actions>
        <ButtonLink kind="tertiary" href={paymentsPaths.csv(month.month)}>
          {words.csv[lang]}
        </ButtonLink>
      </Actions>
      <p>
        <a href={paymentsPaths.list}>{words.back[lang]}</a>
      </p>
    </>
  );
}

type Shown = string | ReturnType<typeof PaymentsList>;

function Table(props: {
  readonly label: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Shown[])[];
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section class="wide filled" aria-label={props.label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {props.head.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(([first, ...cells], row) => (
            <tr key={row}>
              <th scope="row">{first}</th>
              {cells.map((cell, index) => (
                <td key={index}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
