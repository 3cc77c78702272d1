import * as z from 'zod';
import type { Change, Database } from '../shared/database/database.ts';
import { keyedItems } from '../shared/database/keyed-items.ts';
import { readMany } from '../shared/database/read-many.ts';
import { fromItem, storedObject } from '../shared/database/stored.ts';
import type { TableShape } from '../shared/database/table-shape.ts';
import { type Holder, type Space, spaceSchema } from './space.ts';

/*
 * Access patterns (partition key `pk`, sort key `sk`):
 *   a space, with all who hold it        pk = space#<id>, sk = space
 *   what spaces there are                pk = spaces, sk = <id>
 *   in which spaces a holder has been    pk = holder#<kind>#<id>, sk = holder
 */

export const spacesShape = { partition: 'pk', sort: 'sk' } as const satisfies TableShape;

/** The spaces of a holder: whoever gives them one changes it, so that two at once do not give them two. */
const holderRowSchema = storedObject({ spaces: z.array(z.string()), count: z.int().positive() });
export type HolderRow = z.infer<typeof holderRowSchema>;

const holderKey = ({ kind, id }: Holder): string => `holder#${kind}#${id}`;

export function spacesTable(db: Database, table: string) {
  const { get, below } = keyedItems(db, table);
  const many = async (ids: readonly string[]): Promise<Space[]> => {
    const keys = ids.map((id) => ({ table, key: { pk: `space#${id}`, sk: 'space' } }));
    const found = await readMany(db, keys);
    return found.flatMap((item) => (item ? [fromItem(spaceSchema, item, table)] : []));
  };
  return {
    get: (id: string): Promise<Space | undefined> => get(spaceSchema, `space#${id}`, 'space'),
    many,
    /** By their ids; those that were removed, too. */
    all: async (): Promise<Space[]> => many((await below('spaces')).map(({ sk }) => String(sk))),
    holder: (holder: Holder): Promise<HolderRow | undefined> => get(holderRowSchema, holderKey(holder), 'holder'),
    create: (space: Space): readonly Change[] => [
      { table, put: { pk: `space#${space.id}`, sk: 'space', ...space }, guard: { absent: 'pk' } },
      { table, put: { pk: 'spaces', sk: space.id }, guard: { unguarded: true } },
    ],
    save: (next: Space, was: Pick<Space, 'revision'>): Change => ({
      table,
      put: { pk: `space#${next.id}`, sk: 'space', ...next },
      guard: { revision: was.revision },
    }),
    saveHolder: (holder: Holder, spaces: readonly string[], was: HolderRow | undefined): Change => ({
      table,
      put: { pk: holderKey(holder), sk: 'holder', ...was, spaces, count: (was?.count ?? 0) + 1 },
      guard: was ? { count: was.count } : { absent: 'pk' },
    }),
  };
}
export type SpacesTable = ReturnType<typeof spacesTable>;
