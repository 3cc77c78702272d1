import { readerMails } from './reader-mails.ts';

/** Who gets the list of a confirmed cohort: its managers, and somebody of a partner institution. */
export const cohortPorts = { roles: ['academy-manager', 'institution'], linksOf: readerMails } as const;
