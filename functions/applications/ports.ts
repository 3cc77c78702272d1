import { applicationsLapses } from './lapses.ts';

/** What applications do when others tell them something. */
export const applicationsPorts = {
  roles: ['intake-officer'],
  lapses: applicationsLapses,
} as const;
