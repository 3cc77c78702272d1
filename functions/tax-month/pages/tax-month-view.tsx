import { paymentsPaths } from '../../payments/pages/payments-paths.ts';
import type { Lang } from '../../shared/i18n.ts';
import { Actions, ButtonLink, SummaryList } from '../../shared/pages/components.tsx';
import { formatWon } from '../../shared/text/won.ts';
import { formatDate, formatInstant } from '../../shared/time.ts';
import { filedOf } from '../ask-due.ts';
import type { Filing } from '../filing.ts';
import type { DueDate } from '../tax-dates.ts';
import { type TaxMonth, taxMonthLines } from '../tax-month.ts';
import { taxMonthPaths } from './tax-month-paths.ts';
import { countedText, taxWords as words } from './tax-words.ts';

/** What was paid and withheld in a month, by class and kind, as a list that fits on a telephone; nothing, if nothing was. */
export function TaxMonthSums({ month, lang }: { readonly month: TaxMonth; readonly lang: Lang }) {
  if (month.rows.length === 0 && month.repaid.length === 0) return <p>{words.noPayment[lang]}</p>;
  return (
    <SummaryList
      rows={taxMonthLines(month, lang).map(({ names, counted, gross, incomeTax, localTax }) => ({
        term: names.join(' · '),
        value: [
          ...(counted ? [countedText(counted)[lang]] : []),
          `${words.gross[lang]}: ${formatWon(gross)[lang]}`,
          `${words.incomeTax[lang]}: ${formatWon(incomeTax)[lang]}`,
          `${words.localTax[lang]}: ${formatWon(localTax)[lang]}`,
        ].join('\n'),
      }))}
    />
  );
}

/** When something is due, and the receipt of what is done already. */
function dueText({ id, on }: DueDate, filings: readonly Filing[], lang: Lang): string {
  const last = filedOf(filings, id).at(-1);
  const filed = last && `${words.filed[lang]}: ${last.evidence}, ${formatInstant(last.at, lang)}`;
  return filed ? `${formatDate(on, lang)} · ${filed}` : formatDate(on, lang);
}

/** A month with its due dates. */
export function TaxMonthView({
  month,
  due,
  filings,
  lang,
}: {
  readonly month: TaxMonth;
  /** Nothing, if finance has confirmed no due dates. */
  readonly due: readonly DueDate[] | undefined;
  readonly filings: readonly Filing[];
  readonly lang: Lang;
}) {
  return (
    <>
      <TaxMonthSums month={month} lang={lang} />
      <h2>{words.due[lang]}</h2>
      {due ? (
        <SummaryList rows={due.map((one) => ({ term: one.title[lang], value: dueText(one, filings, lang) }))} />
      ) : (
        <p>{words.noDueDates[lang]}</p>
      )}
      <Actions>
        <ButtonLink kind="tertiary" href={taxMonthPaths.csv(month.month)}>
          {words.csv[lang]}
        </ButtonLink>
      </Actions>
      <p>
        <a href={paymentsPaths.list}>{words.back[lang]}</a>
      </p>
    </>
  );
}
