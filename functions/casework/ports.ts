import type { DeskLink } from '../desk/desk.ts';
import { caseworkRoles } from './may-see.ts';
import { caseworkPaths } from './pages/casework-paths.ts';

/** What those who look after rounds have at their desks beside their requests. */
export const caseworkPorts = {
  deskLinks: [
    { href: caseworkPaths.rounds, label: { ko: '모집과 지원서', en: 'Rounds and applications' }, roles: caseworkRoles },
  ] satisfies readonly DeskLink[],
} as const;
