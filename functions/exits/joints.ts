/* The names that exits are known by. The workflow of residency-event reads them too, so that nothing is imported here. */

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
    readonly exits: 'ExitBegun' | 'ExitNews' | 'ResidencyEnded';
  }
}
