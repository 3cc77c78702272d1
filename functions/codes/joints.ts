/* The names that codes are known by. Nothing is imported here. */

export {};

declare module '../shared/names.ts' {
  interface RecipientKinds {
    /** Who asked for a code, by the id of the challenge. */
    readonly codes: 'challenge';
  }
}
