/* The names that contracts are known by. The workflow of residency-event reads them too, so that nothing is imported here. */

/** The steps of residency-event that are about an extension or an addendum, each with every outcome on which its run goes on. */
export const contractsSteps = {
  /** Again after news of the agreement. */
  'ask-for-both-signatures': ['NEWS', 'SIGNED', 'NOT_SIGNED', 'GONE', 'SUPERSEDED'],
  'put-in-force': ['IN_FORCE', 'GONE', 'SUPERSEDED'],
  /** What is not signed by both, or has become pointless, is taken back. */
  'set-aside': ['SET_ASIDE', 'SUPERSEDED'],
} as const;

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly contracts: 'ContractNews';
  }
}
