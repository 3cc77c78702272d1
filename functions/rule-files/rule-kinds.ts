import { checkBudgetFile } from '../budget/budget-file.ts';
import type { CheckedFile, FileProblem } from '../shared/files/check-yaml.ts';
import type { Text } from '../shared/i18n.ts';
import { type LocalDate, localDateSchema } from '../shared/time.ts';
import { holdsFrom } from '../wages/holds-from.ts';
import { checkWagesFile } from '../wages/wages-file.ts';

/** What a file of rules says, as far as it is compared with another one. */
export interface ReadRules {
  readonly kind: string;
  readonly slot: string;
  readonly title: Text;
  /** Whether its amounts are examples, which nobody is paid by. */
  readonly example: boolean;
  /** All of it, as plain values. */
  readonly value: unknown;
  /** The first day of what has no dated rows. */
  readonly firstDay?: LocalDate;
  /** The first day on which it can be calculated by, which is none of before: its law may be older. */
  readonly holdsFrom?: LocalDate;
}

export type ReadOutcome =
  | { readonly ok: true; readonly rules: ReadRules }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** A kind of file that is loaded, confirmed by finance and in force from a day on. Higher rooms bring theirs by a port. */
export interface RuleKind {
  readonly kind: string;
  readonly title: Text;
  /** Whether a text is meant to be a file of this kind. */
  readonly is: (text: string) => boolean;
  readonly read: (text: string) => ReadOutcome;
}

const outcomeOf = <Value>(checked: CheckedFile<Value>, rules: (value: Value) => ReadOutcome): ReadOutcome =>
  checked.ok ? rules(checked.value) : checked;

const wagesKind = (kind: 'rate-card' | 'tax', title: Text): RuleKind => ({
  kind,
  title,
  is: (text) => new RegExp(`^kind:\\s*${kind}\\s*$`, 'mu').test(text),
  read: (text) =>
    outcomeOf(checkWagesFile(text), (value) =>
      value.kind === 'rate-card' || value.kind === 'tax'
        ? {
            ok: true,
            rules: { kind, slot: kind, title: value.title, example: value.example, value, holdsFrom: holdsFrom(value) },
          }
        : { ok: false, problems: [{ line: 1, field: 'kind', reason: `should be ${kind}` }] },
    ),
});

const budgetKind: RuleKind = {
  kind: 'budget',
  title: { ko: '예산', en: 'Budget' },
  is: (text) => /^year:\s*\d{4}\s*$/mu.test(text) && /^lines:/mu.test(text),
  read: (text) =>
    outcomeOf(checkBudgetFile(text), (value) => ({
      ok: true,
      rules: {
        kind: 'budget',
        slot: `budget-${value.year}`,
        title: { ko: `${value.year}년 예산`, en: `Budget of ${value.year}` },
        example: value.example,
        value,
        firstDay: localDateSchema.parse(`${value.year}-01-01`),
      },
    })),
};

/** The kinds that this room knows by itself. */
export const ownRuleKinds: readonly RuleKind[] = [
  wagesKind('rate-card', { ko: '강사료 단가표', en: 'Rate card' }),
  wagesKind('tax', { ko: '원천징수 기준', en: 'Withholding rules' }),
  budgetKind,
];

/** Reads a file of whatever kind it says it is. */
export function readRules(text: string, kinds: readonly RuleKind[]): ReadOutcome {
  const kind = kinds.find(({ is }) => is(text));
  if (kind) return kind.read(text);
  const names = kinds.map((one) => one.kind).join(', ');
  return { ok: false, problems: [{ line: 1, field: '', reason: `is no file of rules: one of ${names}` }] };
}
