import { type AuditEvent, auditEventSchema, eventsOf, verifyChain } from '../../functions/shared/audit.ts';
import { toInstant } from '../../functions/shared/time.ts';
import { Complaint, type Context, needed } from '../context.ts';
import { scan } from './scans.ts';

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

const unreadable = { at: toInstant(new Date(0)), type: '', by: '', data: {}, hash: '' };

/** An event that can no longer be read keeps its place in the chain; it counts as altered. */
async function everyEvent({ db, tables }: Stored): Promise<AuditEvent[]> {
  const items = await scan(db, tables.AUDIT_TABLE);
  return items.map((item) => {
    const event = auditEventSchema.safeParse(item);
    if (event.success) return event.data;
    const { subject, number, previous } = item;
    return { ...unreadable, subject: String(subject), number: Number(number), previous: String(previous) };
  });
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
