import type { Asked, DocumentOwners } from '../../../functions/documents/owners.ts';
import type { Slot } from '../../../functions/documents/slot.ts';

/** A firm that applies for something, as no capability of the app: for tests alone. */
const firmKind = 'firm';

export const planSlot: Slot = {
  id: 'plan',
  label: { ko: '사업계획서', en: 'Business plan' },
  required: true,
  formats: ['pdf', 'hwp', 'hwpx'],
};
export const extractSlot: Slot = {
  id: 'extract',
  label: { ko: '법인 등기사항증명서', en: 'Register extract' },
  hint: { ko: '말소 사항을 포함하여 발급받아 주십시오.', en: 'Get it with all cancelled entries.' },
  required: true,
  formats: ['pdf', 'jpeg', 'png', 'heic'],
  issuedWithinDays: 90,
};
export const deckSlot: Slot = {
  id: 'deck',
  label: { ko: '발표 자료', en: 'Deck' },
  required: false,
  formats: ['pdf', 'pptx'],
};
export const slots = [planSlot, extractSlot, deckSlot];

/**
 * Firms whose browser has a cookie that names them, and of which one of the staff decides.
 * @param asked what is asked of them beside the usual
 */
export const firms = (decider: string, asked: Partial<Asked> = {}): DocumentOwners => ({
  [firmKind]: {
    asked: async (id) =>
      id === 'nobody' ? undefined : { title: { ko: '입주 신청', en: 'Application for the Lab' }, slots, ...asked },
    sender: async (id, { cookies }) => (cookies.firm === id ? 'applicant' : undefined),
    decides: async (_id, person) => person.id === decider,
  },
});
