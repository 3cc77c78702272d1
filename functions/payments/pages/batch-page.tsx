import type { Lang } from '../../shared/i18n.ts';
import { Actions, Button, Notice, PageForm, SummaryList } from '../../shared/pages/components.tsx';
import type { FieldError, Typed } from '../../shared/pages/form.ts';
import { WideTable } from '../../shared/pages/wide-table.tsx';
import { formatWon } from '../../shared/text/won.ts';
import { formatDate } from '../../shared/time.ts';
import type { Batch } from '../batch.ts';
import type { ReturnedRow } from '../payments-table.ts';
import type { Barred } from '../separation.ts';
import { payeeText, type Transfer } from '../transfer.ts';
import { paymentsPaths } from './payments-paths.ts';
import { barredWords, countText, returnedText, stateWords, paymentsWords as words } from './payments-words.ts';
import { ResultForm } from './result-form.tsx';

interface Props {
  readonly batch: Batch;
  readonly transfers: readonly Transfer[];
  /** The rows that the bank has returned, once its result is confirmed. */
  readonly returned: readonly ReturnedRow[] | undefined;
  /** Why whoever looks does nothing about it. */
  readonly barred: Barred['kind'] | undefined;
  /** Where it is proved who takes the file, and who confirms; nothing for what is proved already. */
  readonly proveAt: Readonly<Record<'file' | 'result', string | undefined>>;
  /** Why what was just sent was not taken. */
  readonly refused: readonly string[];
  /** The form of the result as it was sent, and what is wrong with it. */
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly lang: Lang;
}

/** One batch: its control totals and rows, its file, and the upload of what the bank says. */
export function BatchView({ batch, transfers, returned, barred, proveAt, refused, typed, errors, lang }: Props) {
  const { id, state, payOn, frozen, file, result } = batch;
  const totals = frozen?.totals;
  return (
    <>
      {refused.length > 0 && (
        <Notice kind="warning">
          <p>{words.notTaken[lang]}</p>
          <ul>
            {refused.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </Notice>
      )}
      <SummaryList
        rows={[
          { term: words.state[lang], value: stateWords[state][lang] },
          { term: words.payOn[lang], value: formatDate(payOn, lang) },
          ...(totals
            ? [
                { term: words.claims[lang], value: countText(totals.claims)[lang] },
                { term: words.transfers[lang], value: countText(totals.transfers)[lang] },
                { term: words.gross[lang], value: formatWon(totals.gross)[lang] },
                { term: words.incomeTax[lang], value: formatWon(totals.incomeTax)[lang] },
                { term: words.localTax[lang], value: formatWon(totals.localTax)[lang] },
                { term: words.net[lang], value: formatWon(totals.net)[lang] },
                { term: words.hash[lang], value: frozen.hash },
              ]
            : []),
          ...(file ? [{ term: words.fileHash[lang], value: file.hash }] : []),
          ...(result
            ? [
                {
                  term: words.paidOn[lang],
                  value: `${formatDate(result.paidOn, lang)} · ${formatWon(result.paid.net)[lang]}`,
                },
                {
                  term: words.returnedSum[lang],
                  value: `${countText(result.returned.transfers)[lang]} · ${formatWon(result.returned.net)[lang]}`,
                },
              ]
            : []),
        ]}
      />
      {barred && (state === 'FROZEN' || state === 'MADE') && (
        <Notice>
          <p>{barredWords[barred][lang]}</p>
        </Notice>
      )}
      {!barred && (state === 'FROZEN' || state === 'MADE') && (
        <PageForm id="make-file" action={paymentsPaths.file(id)}>
          <h2>{words.file[lang]}</h2>
          <div class="text">
            <p>{words.makeText[lang]}</p>
            {state === 'FROZEN' && <p>{words.afterFile[lang]}</p>}
            <p>{words[proveAt.file === undefined ? 'proved' : 'proveFirst'][lang]}</p>
          </div>
          <Actions>
            <Button kind={state === 'FROZEN' ? 'primary' : 'tertiary'}>{words.make[lang]}</Button>
          </Actions>
        </PageForm>
      )}
      {!barred && state === 'MADE' && (
        <ResultForm id={id} proveAt={proveAt.result} typed={typed} errors={errors} lang={lang} />
      )}
      <Rows transfers={transfers} returned={returned} lang={lang} />
      <p>
        <a href={paymentsPaths.list}>{words.back[lang]}</a>
      </p>
    </>
  );
}

function Rows({ transfers, returned, lang }: Pick<Props, 'transfers' | 'returned' | 'lang'>) {
  if (transfers.length === 0) return null;
  const outcomes = returned && new Map(returned.map(({ row, reason }) => [row, reason]));
  const titles = [words.row, words.payee, words.claims, words.net, ...(outcomes ? [words.outcome] : [])];
  const head = titles.map((title) => title[lang]);
  const rows = transfers.map(({ row, payee, claims, amount }) => ({
    key: String(row),
    cells: [
      row,
      <span key="payee" class="notranslate">
        {payeeText(payee)}
      </span>,
      <span key="claims" class="notranslate">
        {claims.join(', ')}
      </span>,
      formatWon(amount)[lang],
      ...(outcomes ? [outcomes.has(row) ? returnedText(outcomes.get(row) ?? '')[lang] : words.paidRow[lang]] : []),
    ],
  }));
  return (
    <>
      <h2>{words.rows[lang]}</h2>
      <WideTable label={words.rows[lang]} head={head} rows={rows} />
    </>
  );
}
