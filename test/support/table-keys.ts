/** The tables of a stage, by the names under which functions are told of them. */
export const tableKeys = [
  'APPLICATIONS_TABLE',
  'REQUESTS_TABLE',
  'ROUNDS_TABLE',
  'PEOPLE_TABLE',
  'SCREENINGS_TABLE',
  'ADMISSIONS_TABLE',
  'SEATS_TABLE',
  'AUDIT_TABLE',
  'OUTBOX_TABLE',
  'ADDRESSES_TABLE',
] as const;
export type TableKey = (typeof tableKeys)[number];
export type Tables = Readonly<Record<TableKey, string>>;
