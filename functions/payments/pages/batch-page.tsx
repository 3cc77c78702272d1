import type { Lang } from '../../shared/i18n.ts';
import { Actions, Button, ButtonLink, Notice, PageForm, SummaryList } from '../../shared/pages/components.tsx';
import { formatDate } from '../../shared/time.ts';
import { formatWon } from '../../shared/won.ts';
import type { Batch } from '../batch.ts';
import type { Barred } from '../separation.ts';
import { payeeText, type Transfer } from '../transfer.ts';
import { paymentsPaths } from './payments-paths.ts';
import { barredWords, countText, stateWords, paymentsWords as words } from './payments-words.ts';

interface Props {
  readonly batch: Batch;
  readonly transfers: readonly Transfer[];
  /** Why whoever looks does nothing about it. */
  readonly barred: Barred['kind'] | undefined;
  /** Where it is proved who takes the file, and who confirms; nothing for what is proved already. */
  readonly proveAt: Readonly<Record<'file' | 'result', string | undefined>>;
  /** Why what was just sent was not taken. */
  readonly refused: readonly string[];
  readonly lang: Lang;
}

/** One batch: its control totals and rows, its file, and the upload of what the bank says. */
export function BatchView({ batch, transfers, barred, proveAt, refused, lang }: Props) {
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
                { term: words.hash[lang], value: frozen.hash.slice(0, 16) },
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
      {barred && (state === 'FROZEN' || state === 'MADE') && <p>{barredWords[barred][lang]}</p>}
      {!barred && (state === 'FROZEN' || state === 'MADE') && (
        <PageForm id="make-file" action={paymentsPaths.file(id)}>
          <p>{words.makeText[lang]}</p>
          <p>{words[proveAt.file === undefined ? 'proved' : 'proveFirst'][lang]}</p>
          <Actions>
            <Button kind="tertiary">{words.make[lang]}</Button>
          </Actions>
        </PageForm>
      )}
      {!barred && state === 'MADE' && <ResultForm id={id} proveAt={proveAt.result} lang={lang} />}
      <Rows transfers={transfers} lang={lang} />
      <p>
        <a href={paymentsPaths.list}>{words.back[lang]}</a>
      </p>
    </>
  );
}

/** Who uploads has proved it before: no file is chosen twice. */
function ResultForm({
  id,
  proveAt,
  lang,
}: Pick<Batch, 'id'> & Pick<Props, 'lang'> & { readonly proveAt: string | undefined }) {
  if (proveAt !== undefined) {
    return (
      <>
        <h2>{words.result[lang]}</h2>
        <p>{words.proveFirst[lang]}</p>
        <Actions>
          <ButtonLink href={proveAt}>{words.prove[lang]}</ButtonLink>
        </Actions>
      </>
    );
  }
  return (
    <PageForm id="bank-result" action={paymentsPaths.result(id)} withFile>
      <h2>{words.result[lang]}</h2>
      <p>{words.proved[lang]}</p>
      <p>
        <label for="result-file">{words.result[lang]}</label>
        <br />
        <small id="result-hint">{words.resultHint[lang]}</small>
        <br />
        <input id="result-file" type="file" name="file" aria-describedby="result-hint" />
      </p>
      <p>
        <label for="paid-on">{words.day[lang]}</label>
        <br />
        <small id="day-hint">{words.dayHint[lang]}</small>
        <br />
        <input id="paid-on" type="text" name="paidOn" inputMode="numeric" aria-describedby="day-hint" />
      </p>
      <p>
        <label>
          <input type="checkbox" name="sure" value="yes" /> {words.sure[lang]}
        </label>
      </p>
      <Actions>
        <Button>{words.confirm[lang]}</Button>
      </Actions>
    </PageForm>
  );
}

function Rows({ transfers, lang }: { readonly transfers: readonly Transfer[]; readonly lang: Lang }) {
  if (transfers.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section class="wide filled" aria-label={words.rows[lang]} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.row[lang]}</th>
            <th scope="col">{words.payee[lang]}</th>
            <th scope="col">{words.claims[lang]}</th>
            <th scope="col">{words.net[lang]}</th>
          </tr>
        </thead>
        <tbody>
          {transfers.map(({ row, payee, claims, amount }) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              <td class="notranslate">{payeeText(payee)}</td>
              <td class="notranslate">{claims.join(', ')}</td>
              <td>{formatWon(amount)[lang]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
