import type { DeskLink } from '../desk/desk.ts';
import { managerRoles } from '../rounds/manager-role.ts';
import { cohortLeaving } from './cohort-changes.ts';
import { cohortsPath } from './pages/cohort-paths.ts';
import { cohortWords } from './pages/cohort-texts.ts';
import { readerMails } from './reader-mails.ts';

/**
 * Who gets the list of a confirmed cohort: its managers, and somebody of a partner institution; and what becomes of it
 * when one of the cohort withdraws.
 */
export const cohortPorts = {
  roles: ['academy-manager', 'institution'],
  deskLinks: [
    { href: cohortsPath, label: cohortWords.cohorts, roles: [...managerRoles, 'institution'] },
  ] satisfies readonly DeskLink[],
  linksOf: readerMails,
  leaving: cohortLeaving,
} as const;
