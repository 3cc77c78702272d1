import { roundSubject } from '../../functions/selection/admission.ts';
import { type AuditEvent, auditEventSchema, eventsOf, verifyChain } from '../../functions/shared/audit.ts';
import { toInstant } from '../../functions/shared/time.ts';
import * as brought from '../brought.ts';
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

/** `audit verify`: every chain, and that nothing has seen more changes than the audit tells of. */
export async function auditVerify(context: Stored): Promise<void> {
  const chains = Map.groupBy(await everyEvent(context), (event) => event.subject);
  const faults = [...chains.values()].flatMap((events) => verifyChain(events.sort((a, b) => a.number - b.number)));
  const shortened = await shortenedChains(context, chains);
  for (const { subject, number, fault } of faults) console.log(`${subject} event ${number}: ${fault}`);
  for (const subject of shortened) console.log(`${subject}: events are missing at the end`);
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

/**
 * Each revision of what is stored came with an event of its own: fewer events than revisions means some are gone. An
 * application, what reviewers found and its place have one chain. The first revision of a place came with one of its
 * application, that of a seat with an event of its round.
 */
async function shortenedChains(
  { db, tables }: Stored,
  chains: ReadonlyMap<string, readonly AuditEvent[]>,
): Promise<string[]> {
  const told = await Promise.all([
    revisionsIn(db, tables.APPLICATIONS_TABLE, 'application', (pk) => pk),
    ...Object.values(brought).map(({ revised: { table, sk } }) => revisionsIn(db, tables[table], sk, (pk) => pk)),
    revisionsIn(db, tables.SEATS_TABLE, 'place', (pk) => pk.replace(/^place#/, ''), 1),
    revisionsIn(db, tables.SEATS_TABLE, 'seat', (pk) => pk, 1),
    revisionsIn(db, tables.ADMISSIONS_TABLE, 'admission', roundSubject),
  ]);
  return [...Map.groupBy(told.flat(), ({ subject }) => subject)]
    .filter(([subject, of]) => of.reduce((sum, { events }) => sum + events, 0) > (chains.get(subject)?.length ?? 0))
    .map(([subject]) => subject);
}

/** How many events there are at least of each subject, by the revisions of its item in a table. */
async function revisionsIn(
  db: Stored['db'],
  table: string,
  sk: string,
  subjectOf: (pk: string) => string,
  untold = 0,
): Promise<{ readonly subject: string; readonly events: number }[]> {
  const items = await scan(db, table);
  return items
    .filter((item) => item.sk === sk)
    .map((item) => ({ subject: subjectOf(String(item.pk)), events: Number(item.revision) - untold }));
}
