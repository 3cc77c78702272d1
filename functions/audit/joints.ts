/* The names that commands on whole tables are known by in the audit. Nothing is imported here. */

export {};

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly audit: 'EntityPutBack' | 'TableRestored';
  }
}
