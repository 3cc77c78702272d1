import { cohortLeaving } from './cohort-changes.ts';
import { readerMails } from './reader-mails.ts';

/**
 * Who gets the list of a confirmed cohort: its managers, and somebody of a partner institution; and what becomes of it
 * when one of the cohort withdraws.
 */
export const cohortPorts = {
  roles: ['academy-manager', 'institution'],
  linksOf: readerMails,
  leaving: cohortLeaving,
} as const;
