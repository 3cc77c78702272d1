import type { Snapshot } from '../../selection/snapshot.ts';
import type { Lang } from '../../shared/i18n.ts';
import { check, decode, type FieldError, type FormPage, formPage, type Typed } from '../../shared/pages/form.ts';
import type { Form } from '../../shared/pages/request.ts';
import { wholeNumber } from '../../shared/pages/schemas.ts';
import { parseReference } from '../../shared/references.ts';
import { longText, shortText } from '../../shared/text/normalise.ts';
import { normaliseLine, plainDigits } from '../../shared/text/text.ts';
import type { Move, MoveProblem } from '../moves.ts';
import { returnWords as words } from './committee-texts.ts';

const fewestRows = 3;
const maxRows = 30;
const rowsAdded = 3;

/** The fields of the n-th change, from 1; places go up to `most`. */
const rowPage = (row: number, most: number): FormPage =>
  formPage({
    id: `row-${row}`,
    title: words.row,
    fields: {
      [`who-${row}`]: {
        widget: 'text',
        label: words.who,
        hint: words.whoHint,
        missing: words.whoMissing,
        schema: shortText({ max: 40 }),
        maxLength: 40,
      },
      [`to-${row}`]: {
        widget: 'number',
        label: words.to,
        missing: words.toMissing,
        invalid: words.toInvalid,
        schema: wholeNumber({ min: 1, max: most, unit: /(?:위|번)$/ }),
      },
      [`why-${row}`]: {
        widget: 'textarea',
        label: words.why,
        hint: words.whyHint,
        missing: words.whyMissing,
        maxLength: 500,
        schema: longText({ max: 500 }),
      },
    },
  });

export interface TypedRows {
  readonly rows: readonly { readonly page: FormPage; readonly typed: Typed }[];
}

/**
 * As many rows as were typed into, three at least; three more if more were asked for.
 * @param most the last place
 */
export function readRows(form: Form, most: number): TypedRows {
  const asked = Number(form.get('rows')?.[0] ?? fewestRows);
  const more = form.has('more') ? rowsAdded : 0;
  const count = Math.min(maxRows, Math.max(fewestRows, Number.isInteger(asked) ? asked : 0) + more);
  return {
    rows: Array.from({ length: count }, (_, index) => {
      const page = rowPage(index + 1, most);
      return { page, typed: decode(page, form) };
    }),
  };
}

const isBlank = (typed: Typed): boolean =>
  Object.values(typed).every((given) => given.every((one) => normaliseLine(one) === ''));

/** Rows into which nothing was typed count as absent. */
export const filledRows = ({ rows }: TypedRows) => {
  const filled = rows.filter(({ typed }) => !isBlank(typed));
  return filled.length > 0 ? filled : rows.slice(0, 1);
};

type Row = TypedRows['rows'][number];

/** The changes of place that were typed, or what is missing in them. */
export function readMoves(
  typed: TypedRows,
  snapshot: Snapshot,
  lang: Lang,
): { readonly moves: readonly Move[] } | { readonly errors: readonly FieldError[] } {
  const read = filledRows(typed).map((row) => readRow(row, snapshot, lang));
  const errors = read.flatMap((one) => ('errors' in one ? one.errors : []));
  return errors.length > 0 ? { errors } : { moves: read.flatMap((one) => ('move' in one ? [one.move] : [])) };
}

function readRow(
  { page, typed }: Row,
  { entries }: Snapshot,
  lang: Lang,
): { readonly move: Move } | { readonly errors: readonly FieldError[] } {
  const checked = check(page, typed, lang);
  if (!checked.ok) return { errors: checked.errors };
  const [who = '', to = '', reason = ''] = Object.values(checked.values).map(String);
  const present = /^\d+(?:위|번)?$/u.exec(plainDigits(normaliseLine(who)))?.[0];
  const reference = present
    ? entries.find(({ place }) => place === Number.parseInt(present, 10))?.reference
    : parseReference(who);
  if (!reference) return { errors: [{ field: fieldsOf(page).who, message: words.problems.unknown[lang] }] };
  return { move: { reference, to: Number(to), reason } };
}

const fieldsOf = (page: FormPage) => {
  const [who = '', to = '', why = ''] = Object.keys(page.fields);
  return { who, to, why };
};

const fieldOf = {
  unknown: 'who',
  repeated: 'who',
  'no-reason': 'why',
  'not-placeable': 'who',
  'no-such-place': 'to',
  'place-taken': 'to',
  conflict: 'who',
  'conflict-behind': 'to',
} as const satisfies Record<MoveProblem['problem'], 'who' | 'to' | 'why'>;

/** What the ranking does not take of the changes, beside the fields that they were typed into. */
export function problemErrors(
  typed: TypedRows,
  moves: readonly Move[],
  problems: readonly MoveProblem[],
  lang: Lang,
): FieldError[] {
  const rows = filledRows(typed);
  return moves.flatMap(({ reference }, index): FieldError[] => {
    const found = problems.find((one) => one.reference === reference);
    const page = rows[index]?.page;
    if (!found || !page) return [];
    return [{ field: fieldsOf(page)[fieldOf[found.problem]], message: words.problems[found.problem][lang] }];
  });
}

export const unchangedErrors = (typed: TypedRows, lang: Lang): FieldError[] =>
  filledRows(typed).map(({ page }) => ({ field: fieldsOf(page).to, message: words.unchanged[lang] }));
