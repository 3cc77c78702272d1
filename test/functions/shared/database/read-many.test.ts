import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { readMany } from '../../../../functions/shared/database/read-many.ts';
import { memoryDatabase } from '../../../support/memory/memory-database.ts';

const keyOf = (id: string) => ({ table: 'outbox', key: { id } });

it('many items are read in the order of their keys, each as often as it is asked for, and nothing where there is none', async () => {
  const { db } = memoryDatabase();
  const ids = Array.from({ length: 120 }, (_, number) => `entry-${number}`);
  for (const id of ids) await db.send(new PutCommand({ TableName: 'outbox', Item: { id } }));
  const asked = [...ids, 'none', ...ids.toReversed(), 'entry-7', 'none'];
  const found = await readMany(db, asked.map(keyOf));
  expect(found.map((item) => item?.id)).toEqual(asked.map((id) => (id === 'none' ? undefined : id)));
});
