/* The names that people are known by. Nothing is imported here. */

export {};

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly people: 'PersonChanged' | 'PersonLoaded' | 'PersonMailedAnew';
  }
}
