import type { DeskLink } from '../desk/desk.ts';
import { spaceManagers } from '../spaces/space-roles.ts';
import { reportsErasing } from './erase-reports.ts';
import { deskReportPaths } from './pages/reports-paths.ts';

/** What reports do when others tell them something, and what whoever looks after the Lab has at the desk. */
export const reportsPorts = {
  erasing: reportsErasing,
  deskLinks: [
    { href: deskReportPaths.list, label: { ko: '분기 보고서', en: 'Quarterly reports' }, roles: spaceManagers },
  ] satisfies readonly DeskLink[],
} as const;
