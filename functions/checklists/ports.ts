import { checklistsLapses } from './lapses.ts';
import { checklistLink, listsOnDesk } from './lists-at-desk.ts';

/** Who is asked for items without being of the staff. */
const party = 'party';

/** What is brought for checklists. */
export const checklistsPorts = {
  roles: ['service-provider', 'checklist-manager'],
  recipients: [party],
  lapses: checklistsLapses,
  onDesk: listsOnDesk,
  deskLinks: [checklistLink],
} as const;
