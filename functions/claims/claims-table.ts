import * as z from 'zod';
import { type ClaimState, type WageClaim, wageClaimSchema } from '../claim-rules/claim.ts';
import { isWaiting, leftToRepay, type OpenCorrection, openCorrectionSchema } from '../claim-rules/correction.ts';
import type { Claimed } from '../claim-rules/taught-lessons.ts';
import { needingRun } from '../runs/needing-run.ts';
import type { Change, Database } from '../shared/database/database.ts';
import { keyedItems } from '../shared/database/keyed-items.ts';
import { queryAll } from '../shared/database/query-pages.ts';
import { readMany } from '../shared/database/read-many.ts';
import { fromItem, onlyKnown, storedObject } from '../shared/database/stored.ts';
import type { TableShape } from '../shared/database/table-shape.ts';
import { type LocalDate, seoulDateOf } from '../shared/time.ts';

/*
 * Access patterns (partition key `pk`, sort key `sk`; indexes `needs-run`: `needsRun` shard, `changedAt` · `state`:
 * `state`, `promisedPayDate`):
 *   one claim                                             pk = W-2703-7K3Q-9MX4, sk = claim
 *   all claims of a lecturer, or of a month (ids)         pk = lecturer#<id>, sk = claim#<month>#<claim> ·
 *                                                         pk = month#2027-03, sk = <claim>
 *   what earlier claims of a lecturer were wrong by       pk = lecturer#<id>, sk = correction#<id>
 *   which claim has each lesson of a cohort               pk = lessons#<cohort>, sk = claimed
 *   claims in a state, by the day promised (ids); claims that need a run (ids)
 *   what was paid back by the month in which the last of it came in · whether all of before is among it
 *                                                         pk = repaid#2027-04, sk = <lecturer>#<correction> ·
 *                                                         pk = repaid, sk = all
 *   drawn claims that nobody was asked to look at yet (ids)           pk = spot-checks, sk = <claim>
 *   whose corrections wait for a claim, by the day since when · are asked back, by the due day (ids of lecturers)
 *                                                         state = CORRECTION_WAITING · REPAYMENT_OPEN
 */

export const claimsShape = {
  partition: 'pk',
  sort: 'sk',
  indexes: [
    { name: 'needs-run', partition: 'needsRun', sort: 'changedAt' },
    { name: 'state', partition: 'state', sort: 'promisedPayDate' },
  ],
} as const satisfies TableShape;

const toCheck = 'spot-checks';

const allRepaid = { pk: 'repaid', sk: 'all' };

/** By which state and day the index knows a correction that somebody waits for; nothing of one that is settled. */
function waitingIndex(one: OpenCorrection) {
  if (isWaiting(one)) return { state: 'CORRECTION_WAITING', promisedPayDate: one.waitsSince ?? seoulDateOf(one.at) };
  return leftToRepay(one) > 0 ? { state: 'REPAYMENT_OPEN', promisedPayDate: one.repayBy } : {};
}

const claimedSchema = storedObject({
  cohort: z.string(),
  claimed: z.record(z.string(), z.string()),
  /** How often it was changed: of two drafts at once, one decides again. */
  count: z.number().int().positive(),
});
export type ClaimedLessons = z.infer<typeof claimedSchema>;

export function claimsTable(db: Database, table: string) {
  const { get, below } = keyedItems(db, table);
  const many = async (ids: readonly string[]): Promise<WageClaim[]> => {
    const found = await readMany(
      db,
      ids.map((pk) => ({ table, key: { pk, sk: 'claim' } })),
    );
    return found.flatMap((one) => (one ? [fromItem(wageClaimSchema, one, table)] : []));
  };
  const last = (sk: unknown): string => String(sk).split('#').at(-1) ?? '';
  return {
    get: (id: string): Promise<WageClaim | undefined> => get(wageClaimSchema, id, 'claim'),
    many,
    /** All of them, the earliest month first. */
    byLecturer: async (lecturer: string): Promise<WageClaim[]> =>
      many((await below(`lecturer#${lecturer}`, 'claim#')).map(({ sk }) => last(sk))),
    byMonth: async (month: string): Promise<WageClaim[]> =>
      many((await below(`month#${month}`, 'W-')).map(({ sk }) => String(sk))),
    /** By the day that was promised, up to a day if one is said. */
    idsByState: async (state: ClaimState, until?: LocalDate): Promise<string[]> => {
      const found = await queryAll(db, {
        TableName: table,
        IndexName: 'state',
        KeyConditionExpression:
          until === undefined ? '#state = :state' : '#state = :state AND promisedPayDate <= :until',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':state': state, ...(until !== undefined && { ':until': until }) },
      });
      return found.map(({ pk }) => String(pk));
    },
    claimedOf: (cohort: string): Promise<ClaimedLessons | undefined> =>
      get(claimedSchema, `lessons#${cohort}`, 'claimed'),
    correction: (lecturer: string, id: string): Promise<OpenCorrection | undefined> =>
      get(openCorrectionSchema, `lecturer#${lecturer}`, `correction#${id}`),
    correctionsOf: async (lecturer: string): Promise<OpenCorrection[]> =>
      (await below(`lecturer#${lecturer}`, 'correction#')).map((found) => fromItem(openCorrectionSchema, found, table)),
    /** Whose corrections wait for a claim, or are asked back, by id; not of what was stored before the index knew them. */
    lecturersWith: async (state: 'CORRECTION_WAITING' | 'REPAYMENT_OPEN'): Promise<string[]> => {
      const found = await queryAll(db, {
        TableName: table,
        IndexName: 'state',
        KeyConditionExpression: '#state = :state',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':state': state },
      });
      return [...new Set(found.map(({ pk }) => last(pk)))];
    },
    /** What lecturers have paid back in a month, `2027-04`. */
    repaidIn: async (month: string): Promise<OpenCorrection[]> => {
      const found = await readMany(
        db,
        (await below(`repaid#${month}`)).map(({ sk }) => {
          const [lecturer = '', id = ''] = String(sk).split('#');
          return { table, key: { pk: `lecturer#${lecturer}`, sk: `correction#${id}` } };
        }),
      );
      return found.flatMap((one) => (one ? [fromItem(openCorrectionSchema, one, table)] : []));
    },
    /** Whether `repaidIn` knows also what was paid back before it was kept by months. */
    knowsAllRepaid: async (): Promise<boolean> => (await below(allRepaid.pk, allRepaid.sk)).length > 0,
    /** Nothing of what is not paid back in full. */
    putRepaid: ({ lecturer, id, repaidOn }: OpenCorrection): Change[] =>
      repaidOn === undefined
        ? []
        : [
            {
              table,
              put: { pk: `repaid#${repaidOn.slice(0, 7)}`, sk: `${lecturer}#${id}` },
              guard: { unguarded: true },
            },
          ],
    putAllRepaid: (): Change => ({ table, put: allRepaid, guard: { unguarded: true } }),
    needing: needingRun(db, table),
    toCheck: async (): Promise<string[]> => (await below(toCheck)).map(({ sk }) => String(sk)),
    putToCheck: (id: string): Change => ({ table, put: { pk: toCheck, sk: id }, guard: { unguarded: true } }),
    removeToCheck: (id: string): Change => ({ table, remove: { pk: toCheck, sk: id }, guard: { unguarded: true } }),

    create: (claim: WageClaim): readonly Change[] => [
      { table, put: { pk: claim.id, sk: 'claim', ...claim }, guard: { absent: 'pk' } },
      {
        table,
        put: { pk: `lecturer#${claim.lecturer}`, sk: `claim#${claim.month}#${claim.id}` },
        guard: { unguarded: true },
      },
      { table, put: { pk: `month#${claim.month}`, sk: claim.id }, guard: { unguarded: true } },
    ],
    save: (next: WageClaim, was: WageClaim): Change => ({
      table,
      put: { pk: next.id, sk: 'claim', ...next },
      guard: { revision: was.revision, state: was.state },
    }),
    saveClaimed: (cohort: string, claimed: Claimed, was: ClaimedLessons | undefined): Change => ({
      table,
      put: { ...was, pk: `lessons#${cohort}`, sk: 'claimed', cohort, claimed, count: (was?.count ?? 0) + 1 },
      guard: was ? { count: was.count } : { absent: 'pk' },
    }),
    saveCorrection: (next: OpenCorrection, was: OpenCorrection | undefined): Change => ({
      table,
      put: {
        pk: `lecturer#${next.lecturer}`,
        sk: `correction#${next.id}`,
        ...onlyKnown(openCorrectionSchema, next),
        ...waitingIndex(next),
      },
      guard: was ? { count: was.count } : { absent: 'pk' },
    }),
  };
}
export type ClaimsTable = ReturnType<typeof claimsTable>;
