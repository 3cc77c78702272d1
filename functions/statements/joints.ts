/* The names that statements are known by. Nothing is imported here. */

export {};

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly statements: 'StatementsMailedAnew';
  }
}
