/** What in a new version of a round would hurt people: the path of the field and the reason in plain English. */
export interface HarmfulChange {
  readonly field: string;
  readonly reason: string;
}

interface ConsentAsked {
  readonly id: string;
  readonly required: boolean;
}

export const newConsents = (
  before: readonly ConsentAsked[],
  after: readonly ConsentAsked[],
  field: string,
): HarmfulChange[] =>
  after.flatMap(({ id, required }, index) => {
    const known = before.find((consent) => consent.id === id);
    if (!required || known?.required) return [];
    return [
      known
        ? { field: `${field}[${index}].required`, reason: `requires the consent ${id}, which was optional` }
        : { field: `${field}[${index}]`, reason: `requires the consent ${id}, which is new` },
    ];
  });
