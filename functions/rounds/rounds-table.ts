import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Change, Database } from '../shared/database.ts';
import { type Round, roundSchema } from './round.ts';

/*
 * Access patterns (partition key `pk` = round id, sort key `sk`; index `listed`: `listed`, `opensAt`):
 * the current version (sk = current) · one version (sk = v000001) · all rounds, by opening.
 */

const versionKey = (version: number): string => `v${String(version).padStart(6, '0')}`;

export function roundsTable(db: Database, table: string) {
  const item = async (pk: string, sk: string): Promise<Round | undefined> => {
    const { Item } = await db.send(new GetCommand({ TableName: table, Key: { pk, sk }, ConsistentRead: true }));
    return Item ? roundSchema.parse(Item.round) : undefined;
  };
  return {
    current: (id: string) => item(id, 'current'),
    version: (id: string, version: number) => item(id, versionKey(version)),
    list: async (): Promise<Round[]> => {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName: table,
          IndexName: 'listed',
          KeyConditionExpression: 'listed = :listed',
          ExpressionAttributeValues: { ':listed': 'round' },
        }),
      );
      return Items.map((found) => roundSchema.parse(found.round));
    },
    /** A further version, or the first: refused with Conflict where another was loaded meanwhile. */
    load: (round: Round, was: Round | undefined): readonly Change[] => [
      {
        table,
        put: { pk: round.id, sk: 'current', listed: 'round', opensAt: round.opensAt, revision: round.version, round },
        guard: was ? { revision: was.version } : { absent: 'pk' },
      },
      { table, put: { pk: round.id, sk: versionKey(round.version), round }, guard: { absent: 'pk' } },
    ],
  };
}
export type RoundsTable = ReturnType<typeof roundsTable>;
