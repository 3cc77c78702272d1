/* The names that runs are known by. Nothing is imported here. */

export {};

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly runs: 'RunRedriven' | 'RunStartedAgain' | 'RunStuck';
  }
}
