/* The names that payments are known by. Nothing is imported here. */

export {};

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
}
