/* Names that only tests write. */

export {};

declare module '../../functions/shared/names.ts' {
  interface EventTypes {
    readonly tests:
      | 'MadeByTest'
      | 'MadeByTheTest'
      | 'TestMovedTheClock'
      | 'ThingChanged'
      | 'ThingNoted'
      | 'DraftBegun'
      | 'ChangedByTest'
      | 'OneMade'
      | 'Asked';
  }
}
