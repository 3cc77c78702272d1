import type { Checklist } from '../../../functions/checklists/checklist.ts';
import type { ChecklistOwners } from '../../../functions/checklists/owners.ts';
import type { Parts } from '../../../functions/shared/database/commit.ts';

/** A firm that has moved in, as no capability of the app: for tests alone. */
const firmKind = 'firm';
export const managers = ['han-sejin', 'do-yeonwoo'];

const nothing: Parts = { changes: [], events: [], outbox: [] };

/** What was told to the owner: how its lists were filled. */
export type Filled = { readonly of: string; readonly list: Checklist; readonly what: 'required' | 'all' };

/**
 * Firms that are reached by a mail of their own, whose browser has a cookie that names them, and whose lists two of the
 * staff manage.
 */
export const firms = (filled: Filled[] = []): ChecklistOwners => ({
  [firmKind]: {
    told: async (id) =>
      id === 'nobody' ? undefined : { title: { ko: `하나페이(${id}) 입주`, en: `Hana Pay (${id})` } },
    party: async (id, doer) =>
      doer === 'startup' ? { email: `${id}@firm.example`, lang: id.endsWith('-en') ? 'en' : 'ko' } : undefined,
    reads: async (id, { cookies }) => cookies.firm === id,
    manages: async (_id, person) => managers.includes(person.id),
    filled: async (of, list, what) => {
      filled.push({ of, list, what });
      return nothing;
    },
  },
});
