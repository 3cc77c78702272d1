import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { addressesTable, addressKey } from '../../functions/outbox/addresses-table.ts';
import { entrySchema, type OutboxEntry } from '../../functions/outbox/entry.ts';
import { Complaint, type Context, confirm, needed } from '../context.ts';

async function failed({ db, tables }: Context): Promise<OutboxEntry[]> {
  const entries: OutboxEntry[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await db.send(
      new ScanCommand({
        TableName: tables.OUTBOX_TABLE,
        FilterExpression: '#state = :failed',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':failed': 'FAILED' },
        ExclusiveStartKey: from,
      }),
    );
    entries.push(...(page.Items ?? []).map((item) => entrySchema.parse(item)));
    from = page.LastEvaluatedKey;
  } while (from);
  return entries;
}

/** `outbox failed`: what was given up. */
export async function outboxFailed(context: Context): Promise<void> {
  const entries = await failed(context);
  for (const { id, errand, attempts, note, finishedAt } of entries) {
    console.log(
      `${id}  ${errand.kind === 'mail' ? errand.template : errand.kind}  ${attempts} tries  ${note}  ${finishedAt}`,
    );
  }
  console.log(`${entries.length} given up.`);
}

/** `resend ENTRY`: the same errand as a new entry, rendered anew. */
export async function resend(context: Context, id: string | undefined): Promise<void> {
  const entry = await context.outbox.get(needed(id, 'resend ENTRY'));
  if (!entry) throw new Complaint(`There is no outbox entry ${id}.`);
  if (entry.state === 'PENDING' || entry.state === 'SENDING')
    throw new Complaint(`${id} is still ${entry.state}: it goes out by itself.`);
  const { errand } = entry;
  await confirm(
    context,
    `${errand.kind === 'mail' ? `The mail ${errand.template}` : `The ${errand.kind}`} of ${id} (${entry.state}) goes out once more.`,
  );
  const subject = id?.split('.').slice(0, -2).join('.') ?? '';
  await context.commit({
    changes: [],
    events: [{ subject, type: 'EntryResent', by: context.by, at: context.now(), data: { entry: entry.id } }],
    again: [errand],
  });
  console.log('On its way.');
}

/** `address clear EMAIL`: the address works again and may be written to. */
export async function addressClear(context: Context, email: string | undefined): Promise<void> {
  const address = needed(email, 'address clear EMAIL');
  const table = addressesTable(context.db, context.tables.ADDRESSES_TABLE);
  const problem = await table.problemOf(address);
  if (!problem) throw new Complaint('Nothing is known against this address.');
  await confirm(context, `The address ${problem.problem} at ${problem.at}; it will be written to again.`);
  await context.commit({
    changes: [table.clear(address)],
    events: [{ subject: `address#${addressKey(address)}`, type: 'AddressCleared', by: context.by, at: context.now() }],
  });
  console.log('Cleared.');
}
