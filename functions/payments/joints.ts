/* The names that payments are known by. Its workflow reads them too, so that nothing is imported here. */

/** Kinds of request, each with every outcome with which one may end. */
export const paymentsOutcomes = {
  'payment-file': ['MADE', 'GIVEN_UP', 'SUPERSEDED'],
  'payment-result': ['CONFIRMED', 'GIVEN_UP', 'SUPERSEDED'],
} as const;

/** The steps of payment-run, each with every outcome on which its run goes on. */
export const paymentsSteps = {
  /** Some pages at a time. */
  'gather-claims': ['GATHERED', 'MORE', 'GIVEN_UP', 'SUPERSEDED'],
  'freeze-batch': ['FROZEN', 'GIVEN_UP', 'SUPERSEDED'],
  'ask-for-file': paymentsOutcomes['payment-file'],
  'ask-for-result': paymentsOutcomes['payment-result'],
  'settle-claims': ['SETTLED', 'MORE', 'SUPERSEDED'],
  'give-claims-back': ['GIVEN_BACK', 'MORE', 'SUPERSEDED'],
} as const;

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly payments:
      | 'BankFileDownloaded'
      | 'BankFileMade'
      | 'BatchDissolved'
      | 'BatchFrozen'
      | 'BatchGivenBack'
      | 'BatchPagesStored'
      | 'BatchSettled'
      /** Of before batches had runs, which are marked as stuck. */
      | 'BatchStands'
      | 'BatchStarted'
      | 'ClaimsGivenBack'
      | 'ClaimsSettled'
      | 'ClaimsTaken'
      | 'TransferConfirmed';
  }
  interface MailTemplates {
    /** Made by the statements, which know what payments do not: links and papers. */
    readonly payments: {
      readonly 'wage-statement': { claim: string };
    };
  }
  interface RequestKinds {
    readonly payments: { [Kind in keyof typeof paymentsOutcomes]: (typeof paymentsOutcomes)[Kind][number] };
  }
  interface Machines {
    readonly payments: 'payment-run';
  }
}
