/* The names that retention is known by. Nothing is imported here. */

export {};

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly retention: 'EmergencyContactErased' | 'ErasureWentOn' | 'WageRecordsErased';
  }
}
