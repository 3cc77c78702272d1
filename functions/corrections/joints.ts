/* The names that corrections are known by. Nothing is imported here. */

export {};

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly corrections: 'ClaimCorrected' | 'RepaymentReceived' | 'RepaymentReminded';
  }
}
