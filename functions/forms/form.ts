import type * as z from 'zod';
import type { Field, FieldData, FormPage } from '../shared/pages/form.ts';

/** A field of an application: what it asks of a person says what for. */
interface ApplicationField<Schema extends z.ZodType = z.ZodType> extends Field<Schema> {
  readonly data: FieldData;
}
type ApplicationFields = Readonly<Record<string, ApplicationField>>;

export const applicationPage = <const Fields extends ApplicationFields>(page: FormPage<Fields>): FormPage<Fields> =>
  page;

/** A form as rounds and rules refer to it. */
export interface ApplicationForm {
  readonly id: string;
  readonly pages: readonly FormPage<ApplicationFields>[];
  /** The names of all fields, in order. */
  readonly fields: readonly string[];
  readonly requiredFields: readonly string[];
  /** The fields that tell who a person is. */
  readonly identifying: readonly string[];
  /** The fields that name an employer, school or institution. */
  readonly affiliations: readonly string[];
  /** The values of the fields that are chosen from options. */
  readonly values: Readonly<Record<string, readonly string[]>>;
}

export function applicationForm(id: string, pages: ApplicationForm['pages']): ApplicationForm {
  const fields = pages.flatMap((page) => Object.entries(page.fields));
  const having = (fits: (field: ApplicationField) => boolean | undefined): readonly string[] =>
    fields.filter(([, field]) => fits(field)).map(([name]) => name);
  return {
    id,
    pages,
    fields: having(() => true),
    requiredFields: having(({ optional }) => !optional),
    identifying: having(({ data }) => data.identifies),
    affiliations: having(({ data }) => data.affiliation),
    values: Object.fromEntries(
      fields.flatMap(([name, { options }]) => (options ? [[name, options.map(({ value }) => value)]] : [])),
    ),
  };
}
