import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Change, Database } from '../shared/database/database.ts';
import { queryAll } from '../shared/database/query-pages.ts';
import { readable, readStored, storedObject } from '../shared/database/stored.ts';
import type { TableShape } from '../shared/database/table-shape.ts';
import { type Round, type WrittenRound, writtenRoundSchema } from './round.ts';
import { roundForOlderCode } from './round-for-older-code.ts';
import { toldRound } from './told-round.ts';

/*
 * Access patterns (partition key `pk` = round id, sort key `sk`; index `listed`: `listed`, `opensAt`):
 * which version is current (sk = current, a small item, since every page asks) · one version (sk = v000001, never
 * changed, hence kept in memory) · all rounds, by opening.
 *
 * A version has the round as its file states it (`written`), and as older code reads and tells it (`round`), which is all
 * that older code stores.
 */

export const roundsShape = {
  partition: 'pk',
  sort: 'sk',
  indexes: [{ name: 'listed', partition: 'listed', sort: 'opensAt', whole: true }],
} as const satisfies TableShape;

/** Which version of a round is in force. */
const pointerSchema = storedObject({ pk: z.string(), revision: z.number().int().positive() });
export type RoundPointer = z.infer<typeof pointerSchema>;

const versionKey = (version: number): string => `v${String(version).padStart(6, '0')}`;

const versionItem = (written: WrittenRound): Record<string, unknown> => ({
  pk: written.id,
  sk: versionKey(written.version),
  round: roundForOlderCode(toldRound(written)),
  written,
});

/** How many versions a worker keeps: rounds are few. */
const maxKept = 50;

export function roundsTable(db: Database, table: string) {
  const kept = new Map<string, { readonly written: WrittenRound; readonly told: Round }>();

  const item = async (pk: string, sk: string): Promise<Record<string, unknown> | undefined> => {
    const { Item } = await db.send(new GetCommand({ TableName: table, Key: { pk, sk }, ConsistentRead: true }));
    return Item;
  };
  const read = async (id: string, number: number) => {
    const key = `${id}/${number}`;
    const known = kept.get(key);
    if (known) return known;
    const found = await item(id, versionKey(number));
    if (!found) return undefined;
    const round = readable(table, found, () => {
      const written = readStored(writtenRoundSchema, found.written ?? found.round);
      return { written, told: toldRound(written) };
    });
    if (kept.size >= maxKept) kept.clear();
    kept.set(key, round);
    return round;
  };
  const version = async (id: string, number: number): Promise<Round | undefined> => (await read(id, number))?.told;
  const pointer = async (id: string): Promise<RoundPointer | undefined> => {
    const found = await item(id, 'current');
    return found && pointerSchema.parse(found);
  };

  return {
    /** As people are told it, like everything here that is not `written`. */
    version,
    /** As its file states it, which is what is shown, changed and stored again: this version, or the one in force. */
    written: async (id: string, number?: number): Promise<WrittenRound | undefined> => {
      const wanted = number ?? (await pointer(id))?.revision;
      return wanted === undefined ? undefined : (await read(id, wanted))?.written;
    },
    pointer,
    current: async (id: string): Promise<Round | undefined> => {
      const found = await pointer(id);
      return found && version(id, found.revision);
    },
    list: async (): Promise<Round[]> => {
      const items = await queryAll(db, {
        TableName: table,
        IndexName: 'listed',
        KeyConditionExpression: 'listed = :listed',
        ExpressionAttributeValues: { ':listed': 'round' },
      });
      const pointers = items.map((found) => pointerSchema.parse(found));
      const rounds = await Promise.all(pointers.map(({ pk, revision }) => version(pk, revision)));
      return rounds.filter((round) => round !== undefined);
    },
    /** That this version is still the one in force, at the moment of a commit about something else. */
    isCurrent: ({ id, version: revision }: Pick<Round, 'id' | 'version'>): Change => ({
      table,
      check: { pk: id, sk: 'current' },
      guard: { revision },
    }),
    /**
     * A further version, or the first: refused with Conflict if another was loaded meanwhile. The pointer as it is keeps
     * what newer code wrote beside it.
     */
    load: (
      round: WrittenRound,
      was: Pick<Round, 'version'> | undefined,
      present: RoundPointer | undefined,
    ): readonly Change[] => [
      {
        table,
        put: {
          ...present,
          pk: round.id,
          sk: 'current',
          listed: 'round',
          opensAt: round.opensAt,
          revision: round.version,
        },
        guard: was ? { revision: was.version } : { absent: 'pk' },
      },
      { table, put: versionItem(round), guard: { absent: 'pk' } },
    ],
    /**
     * A version once more under a later number: the pointer's revision is the number of the version in force, and a
     * pointer that is put back from a copy gets a later one.
     */
    again: async (id: string, number: number, later: number): Promise<readonly Change[]> => {
      const found = await read(id, number);
      if (!found) return [];
      return [{ table, put: versionItem({ ...found.written, version: later }), guard: { absent: 'pk' } }];
    },
  };
}
export type RoundsTable = ReturnType<typeof roundsTable>;
