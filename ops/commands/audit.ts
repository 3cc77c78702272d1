import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { type AuditEvent, auditEventSchema, eventsOf, verifyChain } from '../../functions/shared/audit.ts';
import { Complaint, type Context, needed } from '../context.ts';

type Stored = Pick<Context, 'db' | 'tables'>;

/** `audit show SUBJECT` */
export async function auditShow(context: Context, subject: string | undefined): Promise<void> {
  const events = await eventsOf(context.db, context.tables.AUDIT_TABLE, needed(subject, 'audit show SUBJECT'));
  for (const { number, at, type, by, data } of events) {
    console.log(`${String(number).padStart(4)}  ${at}  ${type.padEnd(24)} ${by.padEnd(20)} ${JSON.stringify(data)}`);
  }
  if (events.length === 0) throw new Complaint(`There are no events of ${subject}.`);
}

/** `audit verify`: every chain, and that no application has seen more changes than the audit tells of. */
export async function auditVerify(context: Stored): Promise<void> {
  const chains = Map.groupBy(await everyEvent(context), (event) => event.subject);
  const faults = [...chains.values()].flatMap((events) => verifyChain(events.sort((a, b) => a.number - b.number)));
  const shortened = await shortenedChains(context, chains);
  for (const { subject, number, fault } of faults) console.log(`${subject} event ${number}: ${fault}`);
  for (const reference of shortened) console.log(`${reference}: events are missing at the end`);
  const events = [...chains.values()].reduce((sum, chain) => sum + chain.length, 0);
  console.log(`${events} events of ${chains.size} subjects read.`);
  if (faults.length + shortened.length > 0) throw new Complaint('The audit does not verify.');
  console.log('The audit verifies.');
}

async function everyEvent({ db, tables }: Stored): Promise<AuditEvent[]> {
  const items = await scan(db, tables.AUDIT_TABLE);
  return items.map((item) => auditEventSchema.parse(item));
}

/** Each revision of an application came with an event of its own: fewer events than revisions means some are gone. */
async function shortenedChains(
  { db, tables }: Stored,
  chains: ReadonlyMap<string, readonly AuditEvent[]>,
): Promise<string[]> {
  const items = await scan(db, tables.APPLICATIONS_TABLE);
  return items
    .filter((item) => item.sk === 'application')
    .filter((item) => Number(item.revision) > (chains.get(String(item.reference))?.length ?? 0))
    .map((item) => String(item.reference));
}

async function scan(db: Context['db'], table: string): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await db.send(new ScanCommand({ TableName: table, ConsistentRead: true, ExclusiveStartKey: from }));
    items.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from);
  return items;
}
