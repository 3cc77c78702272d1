import type { RefusedCell } from '../../functions/bank-files/bank-file.ts';
import type { ConfirmOutcome } from '../../functions/payments/confirm-result.ts';
import type { MakeFileOutcome } from '../../functions/payments/make-bank-file.ts';
import type { Barred } from '../../functions/payments/separation.ts';

type Refusal =
  | Exclude<MakeFileOutcome, { kind: 'made' }>
  | Exclude<ConfirmOutcome, { kind: 'confirmed' | 'was-confirmed' }>;

const cellWords: Readonly<Record<RefusedCell['why'], string>> = {
  encoding: 'the encoding of the file lacks a character of it',
  control: 'it has a line break or a character that is not seen',
  'too-long': 'it is longer than its field',
  padding: 'it begins or ends with what its field is filled up with',
  reserved: 'a spreadsheet would read it as something else',
  'not-a-number': 'it is no whole number',
};

const problemWords = {
  unreadable: 'cannot be read as this bank writes it',
  'amount-unreadable': 'the amount is no whole number',
  'status-unknown': 'what became of it is in no word that the profile has',
  unknown: 'is no row of the batch',
  missing: 'is not in the file',
  doubled: 'is there twice',
  'different-amount': 'has another amount',
} as const;

/** Why whoever works at the command line does nothing about a batch. */
export const barredLine = ({ kind, as }: Barred): string =>
  `${kind === 'approved-it' ? 'Approved a claim in it' : 'Is paid by it'}: ${as.join(', ')}. Somebody else has to do this.`;

export const otherTaxes = 'its taxes are not those of the day of payment';

/** What to do about claims whose taxes are others by now. */
export const otherTaxesLines = (claims: readonly string[]): string[] => [
  `Taxes on the day of payment are others by now: ${claims.join(', ')}.`,
  'Give the batch up; undo their approval, so that they are calculated and approved again, or pay them on another day.',
];

/** Why a file was not made or a result not taken, for operators: one line for each reason. */
export function resultLines(outcome: Refusal): string[] {
  switch (outcome.kind) {
    case 'not-now':
      return [`The batch is ${outcome.state}.`];
    case 'approved-it':
    case 'paid-by-it':
      return [barredLine(outcome)];
    case 'not-proved':
      return ['The code is wrong, was used, or is too old. Nothing was done: ask for another one.'];
    case 'refused':
      return outcome.cells.map(
        ({ place, column, value, why }) => `row ${place}, ${column}: ${JSON.stringify(value)}: ${cellWords[why]}`,
      );
    case 'day-is-over':
      return [`${outcome.payOn} is over: give the batch up, and make another one.`];
    case 'other-taxes':
      return otherTaxesLines(outcome.claims);
    case 'impossible-day':
      return ['The day of payment is before the file was made, or not over yet.'];
    case 'too-large':
      return ['The file is larger than 1 MB.'];
    case 'unreadable':
      return outcome.problems.map((problem) => {
        const line = problem.line === undefined ? '' : `line ${problem.line}: `;
        const what = problem.why === 'unreadable' ? problem.what : problem.row;
        return `${line}${what} ${problemWords[problem.why]}`;
      });
    case 'mismatched':
      return outcome.mismatches.map(({ row, line, why }) => {
        return `${line === undefined ? '' : `line ${line}: `}${row} ${problemWords[why]}`;
      });
  }
}
