import type { DeskLink, DeskRequests } from '../desk/desk.ts';
import type { PersonRequest } from '../requests/request.ts';
import type { Text } from '../shared/i18n.ts';
import type { Dependencies } from './dependencies.ts';
import { deskChecklistPaths } from './pages/checklist-paths.ts';

export const checklistLink: DeskLink = {
  href: deskChecklistPaths.all,
  label: { ko: '준비 목록', en: 'Checklists' },
  roles: ['checklist-manager'],
};

/** A desk says of which list a request is, and of whom: by the reference. */
export const listsOnDesk = ({ checklists }: Pick<Dependencies, 'checklists'>): DeskRequests => {
  const about = async ({ context, subject }: PersonRequest): Promise<Text | undefined> => {
    const list = await checklists.byId(context);
    return list && { ko: `${subject} ${list.title.ko}`, en: `${subject} ${list.title.en}` };
  };
  return {
    'checklist-work': { about },
    'checklist-check': { about, path: async ({ context }) => deskChecklistPaths.list(context) },
  };
};
