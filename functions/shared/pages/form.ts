import type * as z from 'zod';
import { Fault } from '../errors.ts';
import type { Lang, Text } from '../i18n.ts';
import { problemText } from '../text/normalise.ts';
import { hasResidentNumber, residentNumberStopped } from '../text/resident-number.ts';
import { lengthOf, normaliseLine, normaliseText } from '../text/text.ts';
import { parseLocalDate } from '../time.ts';
import { datePartIn } from './date-parts.ts';
import type { Field, FieldMap, Typed } from './field.ts';
import * as words from './form-texts.ts';
import type { Form } from './request.ts';

export type { Field, FieldData, FieldMap, Option, Typed } from './field.ts';

export interface FormPage<Fields extends FieldMap = FieldMap> {
  readonly id: string;
  readonly title: Text;
  readonly lead?: Text;
  /** A page that is left out unless what was typed on the others asks for it; what was typed on it is kept. */
  readonly askedIf?: (typed: Typed) => boolean;
  /** Which other pages are asked follows from it, so that nobody is asked about it alone. */
  readonly leads?: true;
  readonly fields: Fields;
}
export const formPage = <const Fields extends FieldMap>(page: FormPage<Fields>): FormPage<Fields> => page;

/** What the schemas make of a page. */
type ValuesOf<Fields extends FieldMap> = {
  readonly [Name in keyof Fields]:
    | z.output<Fields[Name]['schema']>
    | (Fields[Name] extends { readonly optional: true }
        ? Fields[Name]['widget'] extends 'checkbox'
          ? false
          : undefined
        : never);
};

export interface FieldError {
  readonly field: string;
  readonly message: string;
  /** The id of the control to go to, if it is not the field's first. */
  readonly control?: string;
}

export const dateParts = ['year', 'month', 'day'] as const;

/** The control names of a field: one, or three for a date. */
export const controlNames = (name: string, field: Field): readonly string[] =>
  field.widget === 'date' ? dateParts.map((part) => `${name}.${part}`) : [name];

/** The id of the first control of a field: where links to the field lead. */
export const controlId = (controlName: string): string => controlName.replace('.', '-');

/** The id of one part of a date. The year has the field's own: an error about the whole date leads there. */
export const datePartId = (name: string, part: (typeof dateParts)[number]): string =>
  part === 'year' ? controlId(name) : `${controlId(name)}-${part}`;

export const longest = (field: Field): number => field.maxLength ?? (field.widget === 'textarea' ? 1000 : 200);

/**
 * The page's own fields out of a posted form, each there even if it is empty. A value of more than four times the
 * allowed length is cut there: still too long to be accepted, and no megabytes to be kept.
 */
export function decode(page: FormPage, form: Form): Typed {
  const names = Object.entries(page.fields).flatMap(([name, field]) =>
    controlNames(name, field).map((control): [string, readonly string[]] => [
      control,
      (form.get(control) ?? []).slice(0, 50).map((value) => cut(value, 4 * longest(field))),
    ]),
  );
  return Object.fromEntries(names);
}

const cut = (value: string, most: number): string =>
  value.length <= most
    ? value
    : Array.from(value.slice(0, 2 * most))
        .slice(0, most)
        .join('')
        .toWellFormed();

/** Whether a field is on the page, after what was typed. */
export const isAsked = (field: Field, typed: Typed): boolean => field.askedIf?.(typed) ?? true;

export type Checked<Fields extends FieldMap> =
  | { readonly ok: true; readonly values: ValuesOf<Fields> }
  | { readonly ok: false; readonly errors: readonly [FieldError, ...FieldError[]] };

/** Checks a page's fields in their order, with the messages in the person's language; at most one error a field. */
export function check<const Fields extends FieldMap>(
  page: FormPage<Fields>,
  typed: Typed,
  lang: Lang,
): Checked<Fields> {
  const values: Record<string, unknown> = {};
  const errors: FieldError[] = [];
  for (const [name, field] of Object.entries(page.fields)) {
    const finding = isAsked(field, typed) ? checkField(name, field, typed, lang) : { value: undefined };
    if ('problem' in finding) errors.push({ field: name, message: finding.problem[lang], control: finding.control });
    else values[name] = finding.value;
  }
  const [first, ...rest] = errors;
  if (first) return { ok: false, errors: [first, ...rest] };
  if (!isWhole(page, values)) throw new Fault('FormIncomplete', { page: page.id });
  return { ok: true, values };
}

/** What is wrong with one field of a page that is optional on it, and wanted with what else was typed. */
export function errorsOfWanted(page: FormPage, name: string, typed: Typed, lang: Lang): readonly FieldError[] {
  const field = page.fields[name];
  const checked = field && check({ ...page, fields: { [name]: { ...field, optional: false } } }, typed, lang);
  return checked?.ok === false ? checked.errors : [];
}

const isWhole = <Fields extends FieldMap>(
  page: FormPage<Fields>,
  values: Record<string, unknown>,
): values is ValuesOf<Fields> => Object.keys(page.fields).every((name) => name in values);

type Finding = { readonly value: unknown } | { readonly problem: Text; readonly control?: string };

/** One field's value, or what is wrong with it. */
function checkField(name: string, field: Field, typed: Typed, lang: Lang): Finding {
  const raw = read(name, field, typed);
  if ('problem' in raw) return { ...raw, problem: words.labelled(field, raw.problem) };
  if (raw.value === undefined) {
    if (!field.optional || field.askedIf) return { problem: words.missing(field) };
    return { value: field.widget === 'checkbox' ? false : undefined };
  }
  if (
    !field.options &&
    typeof raw.value === 'string' &&
    hasResidentNumber(raw.value) &&
    !field.notResident?.(raw.value)
  ) {
    return { problem: words.labelled(field, residentNumberStopped) };
  }
  const length = lengthProblem(field, raw.value);
  if (length) return { problem: words.labelled(field, length) };
  const result = field.schema.safeParse(raw.value, { error: () => words.invalid(field)[lang] });
  if (result.success) return { value: result.data };
  const [issue] = result.error.issues;
  const own = issue && words.ofIssue(issue);
  if (own) return { problem: words.labelled(field, own) };
  return { problem: (issue && problemText(issue)) ?? words.invalid(field) };
}

/** What was typed, as the schema gets it; undefined if it is blank. */
export function read(name: string, field: Field, typed: Typed): Finding {
  if (field.widget === 'date') return readDate(name, field, typed);
  const given = Object.hasOwn(typed, name) ? (typed[name] ?? []) : [];
  const chosen = [...new Set(given)];
  if (field.widget === 'checkboxes') {
    if (!chosen.every((value) => isOption(field, value))) return { problem: words.notAnOption };
    return { value: chosen.length > 0 ? chosen : undefined };
  }
  if (given.length > 1) return { problem: words.repeated };
  const value = given[0] ?? '';
  if (normaliseLine(value) === '') return { value: undefined };
  if (field.widget === 'checkbox') return value === 'yes' ? { value: true } : { problem: words.notAnOption };
  if (field.options && !isOption(field, value)) return { problem: words.notAnOption };
  return { value };
}

const isOption = (field: Field, value: string): boolean =>
  field.options?.some((option) => option.value === value) ?? false;

function readDate(name: string, field: Field, typed: Typed): Finding {
  const parts = controlNames(name, field).map((control) =>
    Object.hasOwn(typed, control) ? (typed[control] ?? []) : [],
  );
  if (parts.some((part) => part.length > 1)) return { problem: words.repeated };
  const [year = '', month = '', day = ''] = dateParts.map((part, index) => datePartIn(part, parts[index]?.[0] ?? ''));
  const filled = [year, month, day];
  if (filled.every((part) => part === '')) return { value: undefined };
  const blank = dateParts.find((_, index) => filled[index] === '');
  if (blank) return { problem: words.datePartMissing[blank], control: datePartId(name, blank) };
  if (!/^\d{4}$/.test(year)) return { problem: words.yearNotFull, control: datePartId(name, 'year') };
  const date = parseLocalDate(year, month, day);
  return date ? { value: date } : { problem: words.noSuchDate };
}

/** How long a text is once it is normalised: what the counter shows and the limits mean. */
export const typedLength = (field: Field, value: string): number =>
  lengthOf(field.widget === 'textarea' ? normaliseText(value) : normaliseLine(value));

function lengthProblem(field: Field, value: unknown): Text | undefined {
  if (field.options || typeof value !== 'string') return undefined;
  const count = typedLength(field, value);
  if (count > longest(field)) return words.tooLong(longest(field), count);
  return field.minLength && count < field.minLength ? words.tooShort(field.minLength, count) : undefined;
}
