/* The names that rounds are known by. Nothing is imported here. */

export {};

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly rounds: 'RoundLoaded';
  }
}
