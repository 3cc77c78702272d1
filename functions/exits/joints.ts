/* The names that exits are known by. The workflow of residency-event reads them too, so that nothing is imported here. */

/** Kinds of request, each with every outcome with which one may end. */
export const exitsOutcomes = {
  /** The director confirms that a contract ends at once, or does not. */
  'end-confirmation': ['CONFIRMED', 'REFUSED', 'GONE', 'CANCELLED'],
} as const;

/** The steps of residency-event that are about an exit, each with every outcome on which its run goes on. */
export const exitsSteps = {
  /** The list of what is to be done begins. */
  'begin-exit': ['BEGUN', 'GONE', 'SUPERSEDED'],
  /** Until what is required is done and the return of the space is confirmed; again after news of either. */
  'wait-for-the-return': ['NEWS', 'RETURNED', 'GONE', 'SUPERSEDED'],
  /** After the last day, which is read again after the wait. */
  'end-residency': ['WAIT', 'ENDED', 'GONE', 'SUPERSEDED'],
} as const;

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly exits:
      | 'ContractEndedEarly'
      | 'EndAsked'
      | 'EndConfirmed'
      | 'EndRefused'
      | 'ExitBegun'
      | 'ExitDropped'
      | 'ExitNews'
      | 'OverstayTold'
      | 'RenewalDropped'
      | 'ResidencyEnded'
      | 'WarningGiven'
      | 'WarningWithdrawn';
  }
  interface MailTemplates {
    readonly exits: {
      readonly 'end-answered': { residency: string; measure: string };
      readonly 'exit-begun': { event: string };
      readonly 'exit-dropped': { event: string };
      readonly 'measure-taken': { measure: string };
      readonly 'measure-withdrawn': { measure: string };
      readonly 'notice-confirmed': Record<string, never>;
      readonly 'notice-received': { residency: string };
      readonly 'overstay-asked': { space: string; holding: string };
      readonly 'overstay-told': { space: string; holding: string };
      readonly 'residency-ended': Record<string, never>;
    };
  }
  interface RequestKinds {
    readonly exits: { [Kind in keyof typeof exitsOutcomes]: (typeof exitsOutcomes)[Kind][number] };
  }
}
