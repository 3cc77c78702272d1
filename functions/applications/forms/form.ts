import type { FormPage } from '../../shared/pages/form.ts';

/** A form as rounds and rules refer to it. */
export interface ApplicationForm {
  readonly id: string;
  readonly pages: readonly FormPage[];
  /** The names of all fields, in order. */
  readonly fields: readonly string[];
  readonly requiredFields: readonly string[];
  /** The values of the fields that are chosen from options. */
  readonly values: Readonly<Record<string, readonly string[]>>;
}

export function applicationForm(id: string, pages: readonly FormPage[]): ApplicationForm {
  const fields = pages.flatMap((page) => Object.entries(page.fields));
  return {
    id,
    pages,
    fields: fields.map(([name]) => name),
    requiredFields: fields.filter(([, field]) => !field.optional).map(([name]) => name),
    values: Object.fromEntries(
      fields.flatMap(([name, { options }]) => (options ? [[name, options.map(({ value }) => value)]] : [])),
    ),
  };
}
