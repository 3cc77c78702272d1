/* The names that the files of rules are known by. Nothing is imported here. */

/** Kinds of request, each with every outcome with which one may end. */
export const ruleFilesOutcomes = { 'rules-check': ['CONFIRM', 'REFUSE', 'SUPERSEDED', 'CANCELLED'] } as const;

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly 'rule-files': 'RulesConfirmed' | 'RulesProposed' | 'RulesRefused';
  }
  interface RequestKinds {
    readonly 'rule-files': { [Kind in keyof typeof ruleFilesOutcomes]: (typeof ruleFilesOutcomes)[Kind][number] };
  }
}
