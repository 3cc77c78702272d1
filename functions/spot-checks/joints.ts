/* The names that spot checks are known by. Nothing is imported here. */

/** The kind of request, with every outcome with which one may end. */
export const spotChecksOutcomes = { 'spot-check': ['FINE', 'HOLD', 'CORRECT', 'CANCELLED'] } as const;

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly 'spot-checks': 'SpotCheckAsked' | 'SpotCheckFound' | 'SpotCheckWithoutAnybody';
  }
  interface RequestKinds {
    readonly 'spot-checks': { [Kind in keyof typeof spotChecksOutcomes]: (typeof spotChecksOutcomes)[Kind][number] };
  }
}
