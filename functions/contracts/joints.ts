/* The names that contracts are known by. The workflow of residency-event reads them too, so that nothing is imported here. */

/** Kinds of request, each with every outcome with which one may end. */
export const contractsOutcomes = {
  /** The startup asks for a change; the lab manager decides whether an addendum begins. */
  'addendum-request': ['CONFIRM', 'REFUSE', 'GONE'],
  /** An extension is in force, and its space is not to be had for the new days: the lab manager allots another. */
  'extension-space': ['ALLOTTED', 'GONE'],
} as const;

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
    readonly contracts:
      | 'AddendumAsked'
      | 'AddendumInForce'
      | 'AddendumRefused'
      | 'ContractExtended'
      | 'ContractNews'
      | 'ContractSetAside'
      | 'ExtensionSpaceAllotted';
  }
  interface MailTemplates {
    readonly contracts: {
      readonly 'addendum-begun': { event: string };
      readonly 'addendum-refused': { request: string };
      readonly 'contract-in-force': { event: string };
      readonly 'contract-set-aside': { event: string };
      readonly 'contract-set-aside-told': { event: string };
      readonly 'extension-space-allotted': { event: string };
    };
  }
  interface RequestKinds {
    readonly contracts: { [Kind in keyof typeof contractsOutcomes]: (typeof contractsOutcomes)[Kind][number] };
  }
}
