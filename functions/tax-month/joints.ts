/* The names that the tax month is known by. Nothing is imported here. */

/** Kinds of request, each with every outcome with which one may end. */
export const taxMonthOutcomes = { 'tax-due': ['DONE'] } as const;

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly 'tax-month': 'TaxDueAsked' | 'TaxFiled';
  }
  interface RequestKinds {
    readonly 'tax-month': { [Kind in keyof typeof taxMonthOutcomes]: (typeof taxMonthOutcomes)[Kind][number] };
  }
}
