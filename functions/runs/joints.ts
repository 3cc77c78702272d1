/* The names that runs are known by. Nothing is imported here. */

export {};

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly runs: 'RunFailed' | 'RunRedriven' | 'RunStartedAgain' | 'RunStuck' | 'StuckMarkCleared';
  }
}
