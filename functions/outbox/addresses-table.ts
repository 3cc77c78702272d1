import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Change, Database } from '../shared/database/database.ts';
import { storedObject } from '../shared/database/stored.ts';
import type { TableShape } from '../shared/database/table-shape.ts';
import { fingerprint } from '../shared/random.ts';
import { instantSchema } from '../shared/time.ts';

export const addressesShape = { partition: 'pk' } as const satisfies TableShape;

/* Access pattern (partition key `pk` = fingerprint of the address): one address that SES told us something about. */

const addressSchema = storedObject({
  /** The audit subject: the fingerprint, so that the audit names nobody. */
  pk: z.string(),
  problem: z.enum(['bounced', 'complained']),
  at: instantSchema,
});
export type AddressProblem = z.infer<typeof addressSchema>;

/** The fingerprint under which an address is stored: whatever its case, and without saying whose it is. */
export const addressKey = (email: string): string => fingerprint('address', email.normalize('NFKC').toLowerCase());

/** Problems of addresses. `mark` and `clear` return a change; the caller commits it with its event. */
export function addressesTable(db: Database, table: string) {
  return {
    problemOf: async (email: string): Promise<AddressProblem | undefined> => {
      const { Item } = await db.send(
        new GetCommand({ TableName: table, Key: { pk: addressKey(email) }, ConsistentRead: true }),
      );
      return Item ? addressSchema.parse(Item) : undefined;
    },
    mark: (problem: AddressProblem): Change => ({ table, put: problem, guard: { absent: 'pk' } }),
    clear: (email: string): Change => ({ table, remove: { pk: addressKey(email) }, guard: { unguarded: true } }),
  };
}
export type AddressesTable = ReturnType<typeof addressesTable>;
