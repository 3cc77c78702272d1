import type { Finding, Path } from '../shared/files/check-yaml.ts';

/** What a form asks: all fields, those that tell who applies, and the values of those that are chosen from options. */
export interface AskedFields {
  readonly fields: readonly string[];
  readonly identifying: readonly string[];
  readonly values: Readonly<Record<string, readonly string[] | undefined>>;
}

/** What the forms ask, by the form's id. */
export type FormCatalogue = Readonly<Record<string, AskedFields>>;

export type { Finding, Path };

export const inside = (around: Path, findings: readonly Finding[]): Finding[] =>
  findings.map(({ path, reason }) => ({ path: [...around, ...path], reason }));

export const usedTwice = (list: readonly { readonly id: string }[], path: Path): Finding[] =>
  list.flatMap(({ id }, index) =>
    list.findIndex((other) => other.id === id) < index
      ? [{ path: [...path, index, 'id'], reason: `is ${id}, and so is another one` }]
      : [],
  );

/** Reminders come one after the other, and before the day on which the matter is due. */
export const wrongReminders = (days: readonly number[], within: number, path: Path): Finding[] =>
  days.every((day, index) => day > (days[index - 1] ?? 0) && day < within)
    ? []
    : [{ path, reason: `should rise from day to day, and end before day ${within}, when it is due` }];

export const sameDeputy = (given: { readonly officer: string; readonly deputy: string }, path: Path): Finding[] =>
  given.officer === given.deputy ? [{ path: [...path, 'deputy'], reason: 'is the officer too, who may be away' }] : [];

/** What is wrong in a rule that names options of a field: each named value with its place in the rule. */
export function wrongOptions(
  field: string,
  options: readonly string[] | undefined,
  named: readonly { readonly path: Path; readonly value: string }[],
): Finding[] {
  if (!options) return [{ path: ['field'], reason: `is ${field}, which is not chosen from options` }];
  return named
    .filter(({ value }) => !options.includes(value))
    .map(({ path, value }) => ({ path, reason: `is ${value}, and ${field} has only ${options.join(', ')}` }));
}

export const notAsked = (field: string, form: string, path: Path): Finding => ({
  path,
  reason: `is ${field}, which the form ${form} does not ask`,
});
