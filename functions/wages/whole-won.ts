/** How often the second whole number is in the first. */
export const wholeOf = (sum: number, by: number): number => (sum - (sum % by)) / by;

export const sumOf = (amounts: readonly { readonly amount: number }[]): number =>
  amounts.reduce((sum, { amount }) => sum + amount, 0);

/** By code units, as days and ids sort. */
export const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
