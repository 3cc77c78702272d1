import type { Lang, Text } from '../../shared/i18n.ts';
import type { ConfirmOutcome } from '../confirm-result.ts';
import type { MakeFileOutcome } from '../make-bank-file.ts';
import { barredWords, cellWords, lineText, problemWords, paymentsWords as words } from './payments-words.ts';

type Refusal =
  | Exclude<MakeFileOutcome, { kind: 'made' }>
  | Exclude<ConfirmOutcome, { kind: 'confirmed' | 'was-confirmed' }>;

/** So many reasons are shown; a file of another bank has as many as it has rows. */
const most = 100;

/** Why a file was not made or a result not taken, each reason by itself. */
export function refusalReasons(outcome: Refusal, lang: Lang): string[] {
  switch (outcome.kind) {
    case 'not-now':
      return [words.notNow[lang]];
    case 'approved-it':
    case 'paid-by-it':
      return [barredWords[outcome.kind][lang]];
    case 'day-is-over':
      return [words.dayIsOver[lang]];
    case 'other-taxes':
      return [`${words.otherTaxes[lang]}: ${outcome.claims.slice(0, most).join(', ')}`];
    case 'not-proved':
      return [words.proveFirst[lang]];
    case 'impossible-day':
      return [words.impossibleDay[lang]];
    case 'too-large':
      return [words.tooLarge[lang]];
    case 'refused':
      return outcome.cells
        .slice(0, most)
        .map(
          ({ place, column, value, why }) => `${place} · ${column} · ${JSON.stringify(value)}: ${cellWords[why][lang]}`,
        );
    case 'unreadable':
      return outcome.problems
        .slice(0, most)
        .map((problem) =>
          reason(
            problem.line,
            problem.why === 'unreadable' ? problem.what : problem.row,
            problemWords[problem.why],
            lang,
          ),
        );
    case 'mismatched':
      return outcome.mismatches.slice(0, most).map(({ line, row, why }) => reason(line, row, problemWords[why], lang));
  }
}

const reason = (line: number | undefined, what: string, text: Text, lang: Lang): string =>
  `${line === undefined ? '' : `${lineText(line)[lang]} · `}${what}: ${text[lang]}`;
