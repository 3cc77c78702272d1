import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { newEntry, type OutboxEntry, type StoredMessage } from '../../../functions/outbox/entry.ts';
import { type OutboxTable, outboxTable } from '../../../functions/outbox/outbox-table.ts';
import type { Instant } from '../../../functions/shared/time.ts';
import { memoryDatabase } from './memory-database.ts';

/** The outbox on the database in memory. */
export function memoryOutbox() {
  const memory = memoryDatabase({ quick: true });
  const table: OutboxTable = outboxTable(memory.db, 'outbox');
  /** As it is given, readable or not. */
  const put = (item: Readonly<Record<string, unknown>>): void =>
    void memory.db.send(new PutCommand({ TableName: 'outbox', Item: item }));
  return {
    table,
    put,
    add: (message: StoredMessage, id: string, at: Instant): OutboxEntry => {
      const entry = newEntry(message, id, at);
      put(entry);
      return entry;
    },
    items: () => memory.plain('outbox'),
  };
}
