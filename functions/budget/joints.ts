/* The names that budgets are known by. Nothing is imported here. */

export {};

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly budget: 'BudgetLoaded' | 'BudgetCommitted' | 'ClaimDrawn' | 'ClaimPutBack';
  }
}
