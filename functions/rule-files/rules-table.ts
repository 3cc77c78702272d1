import type { Change, Database } from '../shared/database/database.ts';
import { keyedItems } from '../shared/database/keyed-items.ts';
import { fromItem } from '../shared/database/stored.ts';
import type { TableShape } from '../shared/database/table-shape.ts';
import type { LocalDate } from '../shared/time.ts';
import { inForceOn, type RuleVersion, ruleVersionSchema } from './rule-version.ts';

/*
 * Access patterns (partition key `pk`, sort key `sk`):
 *   all versions of a file of rules     pk = rules#<slot>, sk = version#0001
 *   what there are files of             pk = rules, sk = <slot>
 */

export const rulesShape = { partition: 'pk', sort: 'sk' } as const satisfies TableShape;

const keyOf = ({ slot, number }: Pick<RuleVersion, 'slot' | 'number'>) => ({
  pk: `rules#${slot}`,
  sk: `version#${String(number).padStart(4, '0')}`,
});

export function rulesTable(db: Database, table: string) {
  const { below } = keyedItems(db, table);
  /** The oldest first. */
  const versionsOf = async (slot: string): Promise<RuleVersion[]> =>
    (await below(`rules#${slot}`)).map((found) => fromItem(ruleVersionSchema, found, table));
  return {
    versionsOf,
    slots: async (): Promise<string[]> => (await below('rules')).map(({ sk }) => String(sk)),
    /** The version that applies on a day; nothing before finance has confirmed one. */
    inForce: async (slot: string, day: LocalDate): Promise<RuleVersion | undefined> =>
      inForceOn(await versionsOf(slot), day),
    create: (version: RuleVersion): readonly Change[] => [
      { table, put: { ...keyOf(version), ...version }, guard: { absent: 'pk' } },
      { table, put: { pk: 'rules', sk: version.slot }, guard: { unguarded: true } },
    ],
    save: (next: RuleVersion, was: RuleVersion): Change => ({
      table,
      put: { ...keyOf(next), ...next },
      guard: { revision: was.revision, state: was.state },
    }),
  };
}
export type RulesTable = ReturnType<typeof rulesTable>;
