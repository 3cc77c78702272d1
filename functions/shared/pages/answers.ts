import type { Lang } from '../i18n.ts';
import { once } from '../once.ts';
import { controlId, type Field, type FormPage, isAsked, read, type Typed } from './form.ts';
import * as words from './form-texts.ts';

export interface AnswersOfPage {
  readonly page: FormPage;
  readonly rows: readonly {
    readonly field: string;
    /** The id of the field's first control, for a link to it. */
    readonly control: string;
    readonly label: string;
    /** For people; may have line breaks. */
    readonly value: string;
  }[];
}

/** Answers as people read them: the words of the options, dates in the language, texts as they are kept. */
export const answersOf = (pages: readonly FormPage[], typed: Typed, lang: Lang): readonly AnswersOfPage[] =>
  pages.map((page) => ({
    page,
    rows: Object.entries(page.fields)
      .filter(([, field]) => isAsked(field, typed))
      .map(([name, field]) => ({
        field: name,
        control: controlId(name),
        label: (field.panel?.title ?? field.label)[lang],
        value: answerOf(name, field, typed, lang),
      })),
  }));

/** What was typed into the fields of a page that are not blank, to be confirmed. */
export const chosenOf = (
  page: FormPage,
  typed: Typed,
  lang: Lang,
): { readonly term: string; readonly value: string }[] =>
  answersOf([{ ...page, fields: Object.fromEntries(Object.entries(page.fields).filter(isTyped(typed))) }], typed, lang)
    .flatMap(({ rows }) => rows)
    .map(({ label, value }) => ({ term: label, value }));

const isTyped =
  (typed: Typed) =>
  ([name, field]: [string, Field]): boolean => {
    const raw = read(name, field, typed);
    return 'value' in raw && raw.value !== undefined;
  };

function answerOf(name: string, field: Field, typed: Typed, lang: Lang): string {
  const raw = read(name, field, typed);
  if ('problem' in raw) return asTyped(name, field, typed);
  if (field.widget === 'checkbox') {
    const [ticked, unticked] = field.panel ? [words.agreed, words.notAgreed] : [words.yes, words.no];
    return (raw.value === true ? ticked : unticked)[lang];
  }
  if (raw.value === undefined) return words.notGiven[lang];
  if (field.widget === 'date' && typeof raw.value === 'string') return dayIn(lang, raw.value);
  if (field.options) return optionLabels(field, raw.value, lang);
  const kept = field.schema.safeParse(raw.value);
  const { success, data } = kept;
  return success && (typeof data === 'string' || typeof data === 'number') ? String(data) : asTyped(name, field, typed);
}

const asTyped = (name: string, field: Field, typed: Typed): string => {
  const controls = field.widget === 'date' ? [`${name}.year`, `${name}.month`, `${name}.day`] : [name];
  return controls.flatMap((control) => typed[control] ?? []).join(field.widget === 'date' ? '. ' : ', ');
};

const optionLabels = (field: Field, value: unknown, lang: Lang): string =>
  (field.options ?? [])
    .filter((option) => (Array.isArray(value) ? value.includes(option.value) : option.value === value))
    .map((option) => option.label[lang])
    .join(', ');

const dayFormats = {
  ko: once(() => new Intl.DateTimeFormat('ko-KR', { dateStyle: 'long', timeZone: 'UTC' })),
  en: once(() => new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })),
};

/** Without the weekday, which nobody knows of their own birth. */
const dayIn = (lang: Lang, date: string): string => dayFormats[lang]().format(new Date(`${date}T00:00:00Z`));
