/* The names that the second factor is known by. Nothing is imported here. */

export {};

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly 'second-factor':
      | 'DecisionCodeGiven'
      | 'DecisionProved'
      | 'DecisionToBeProved'
      | 'PasskeyAdded'
      | 'PasskeyCodeGiven'
      | 'PasskeyCodeUsed'
      | 'PasskeyRemoved'
      | 'SecondFactorRefused';
  }
}
