import type { Round } from '../rounds/round.ts';
import { Fault } from '../shared/errors.ts';
import type { Lang } from '../shared/i18n.ts';
import { check, type FieldError, type FormPage, type Typed } from '../shared/pages/form.ts';
import { academyV1 } from './academy-v1.ts';
import { type Answers, answersSchema, type TypedPages } from './answers.ts';
import { consentsPage } from './consents.ts';
import type { ApplicationForm } from './form.ts';
import { labRenewalV1 } from './lab-renewal-v1.ts';
import { labV1 } from './lab-v1.ts';

/** The forms that a round may name. Forms are code, because their fields are. */
export const forms: ReadonlyMap<string, ApplicationForm> = new Map(
  [academyV1, labV1, labRenewalV1].map((form) => [form.id, form]),
);

/**
 * The pages of a round's application as they are filled in: its consents, before anything is asked, then its form's.
 * @param typed leaves out the pages that nobody is asked who typed this
 */
export function pagesOf(round: Pick<Round, 'form' | 'consents'>, typed?: TypedPages): readonly FormPage[] {
  const form = forms.get(round.form);
  if (!form) throw new Fault('FormUnknown', { form: round.form });
  const together = typed && typedTogether(typed);
  const asked = form.pages.filter(({ askedIf }) => !together || !askedIf || askedIf(together));
  return [consentsPage(round.consents), ...asked];
}

/** The same pages as they are read: the answers, then what was agreed to. */
export function pagesToRead(round: Pick<Round, 'form' | 'consents'>, typed?: TypedPages): readonly FormPage[] {
  const [consents, ...pages] = pagesOf(round, typed);
  return consents ? [...pages, consents] : pages;
}

/** What was typed on the pages that are asked after it: what is sent. */
export function typedWhereAsked(round: Pick<Round, 'form' | 'consents'>, typed: TypedPages): TypedPages {
  const left = pagesOf(round).filter((page) => !pagesOf(round, typed).some(({ id }) => id === page.id));
  return Object.fromEntries(Object.entries(typed).filter(([page]) => left.every(({ id }) => id !== page)));
}

/** What may be wrong in what was typed, in nobody's way. */
export const warningsOf = (pages: readonly FormPage[], typed: TypedPages, lang: Lang): readonly FieldError[] =>
  pages.flatMap((page) =>
    Object.entries(page.fields).flatMap(([field, { warns }]) => {
      const warning = warns?.(typed[page.id]?.[field]?.at(-1) ?? '');
      return warning ? [{ field, message: warning[lang] }] : [];
    }),
  );

export const pageOf = (round: Round, id: string | undefined): FormPage | undefined =>
  pagesOf(round).find((page) => page.id === id);

/** The page that asks for the address. */
export const emailPageOf = (round: Round): FormPage | undefined => pagesOf(round).find(({ fields }) => fields.email);

/** What was typed, with an address on the page that asks for one, unless that page was typed. */
export function withEmail(round: Round, typed: TypedPages, email: string | undefined): TypedPages {
  const page = emailPageOf(round)?.id;
  return page === undefined || email === undefined || typed[page] ? typed : { ...typed, [page]: { email: [email] } };
}

/** All that was typed, as one: field names are unique within a form. */
export const typedTogether = (typed: TypedPages): Typed =>
  Object.fromEntries(Object.values(typed).flatMap((page) => Object.entries(page)));

export interface Completeness {
  /** The checked answers, if every page is complete. */
  readonly answers?: Answers;
  /** The errors of pages that are not. */
  readonly problems: readonly { readonly page: FormPage; readonly errors: readonly FieldError[] }[];
}

/** Checks some pages as they were typed. */
export function checkPages(pages: readonly FormPage[], typed: TypedPages, lang: Lang): Completeness {
  const checked = pages.map((page) => ({ page, result: check(page, typed[page.id] ?? {}, lang) }));
  const problems = checked.flatMap(({ page, result }) => (result.ok ? [] : [{ page, errors: result.errors }]));
  if (problems.length > 0) return { problems };
  const values = checked.flatMap(({ result }) => (result.ok ? Object.entries(result.values) : []));
  const given = Object.fromEntries(values.filter(([, value]) => value !== undefined));
  return { answers: answersSchema.parse(given), problems };
}
