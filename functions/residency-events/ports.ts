import type { DeskLink } from '../desk/desk.ts';
import { residencyPaths } from './pages/residency-paths.ts';
import { residencyReaders } from './reader-roles.ts';

/** What those who look after residencies have at their desks beside their requests. */
export const residencyEventsPorts = {
  deskLinks: [
    { href: residencyPaths.list, label: { ko: '입주 현황', en: 'Residencies' }, roles: residencyReaders },
  ] satisfies readonly DeskLink[],
} as const;
