import type { KindsOf } from '../requests/kind.ts';

/** Lists belong to what has a reference. */
const about = {
  term: { ko: '번호', en: 'Reference' },
  name: (id: string) => ({ ko: id, en: id }),
};

export const checklistsKinds = {
  'checklist-work': {
    title: { ko: '준비 항목 처리', en: 'Items to complete' },
    pages: 'checklists',
    /** What a provider leaves undone passes to the manager. */
    askedOf: ['service-provider', 'checklist-manager'],
    asks: 'person',
    heldBy: 'service-provider',
    reminder: { each: 'request-reminder' },
    about,
    lapses: true,
  },
  'checklist-party': {
    title: { ko: '처리하실 항목', en: 'Items for you to complete' },
    pages: 'checklists',
    askedOf: [],
    asks: 'party',
    heldBy: undefined,
    reminder: { each: 'checklist-reminder' },
    about,
    lapses: true,
  },
  'checklist-check': {
    title: { ko: '준비 항목 확인', en: 'Items to check' },
    pages: 'checklists',
    askedOf: ['checklist-manager'],
    asks: 'person',
    heldBy: 'checklist-manager',
    reminder: { each: 'request-reminder' },
    about,
    lapses: false,
  },
} as const satisfies KindsOf<'checklists'>;
