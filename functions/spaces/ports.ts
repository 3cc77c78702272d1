import type { DeskLink } from '../desk/desk.ts';
import { spacesPaths } from './pages/spaces-paths.ts';
import { spaceManagers } from './space-roles.ts';

/** What whoever looks after spaces has at the desk beside their requests. */
export const spacesPorts = {
  roles: spaceManagers,
  deskLinks: [
    { href: spacesPaths.list, label: { ko: '입주 공간', en: 'Spaces' }, roles: spaceManagers },
  ] satisfies readonly DeskLink[],
} as const;
