import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { wire } from '../../functions/app/wiring.ts';
import { addressesTable } from '../../functions/outbox/addresses-table.ts';
import { outboxTable } from '../../functions/outbox/outbox-table.ts';
import { auditEventSchema } from '../../functions/shared/audit.ts';
import type { Change } from '../../functions/shared/database.ts';
import { memoryDatabase, memoryTables } from './memory/memory-database.ts';

export type Item = Readonly<Record<string, unknown>>;

const memory = memoryDatabase();
const deps = wire(memoryTables, memory.db);

/** The repositories, with just these items behind them. */
export async function tablesWith(items: readonly { readonly table: string; readonly item: Item }[]) {
  memory.clear();
  for (const { table, item } of items) {
    await memory.db.send(new TransactWriteCommand({ TransactItems: [{ Put: { TableName: table, Item: item } }] }));
  }
  return deps;
}
type Tables = typeof deps;

const there = <Found>(found: Found | undefined): Found => {
  if (found === undefined) throw new Error('the item is not found');
  return found;
};

/** What a change puts, as it is stored: without what is undefined. */
const puts = (...changes: readonly Change[]): unknown[] =>
  changes.flatMap((change) => ('put' in change ? [JSON.parse(JSON.stringify(change.put))] : []));

const request = async ({ requests }: Tables, { id }: Item) => {
  const was = there(await requests.get(String(id)));
  return puts(requests.save(was, was));
};

/** How an item of each kind is read and put back. */
export const savingAgain: Readonly<Record<string, (tables: Tables, item: Item) => Promise<unknown[]>>> = {
  'admissions.admission': async ({ admissions }, { roundId }) => {
    const was = there(await admissions.get(String(roundId)));
    return puts(admissions.save(was, was));
  },
  'admissions.committee': async ({ admissions }, { roundId, snapshot }) => {
    const was = there(await admissions.deliberation(String(roundId), Number(snapshot)));
    return puts(admissions.saveDeliberation(was, was));
  },
  'admissions.plan': async ({ admissions }, { roundId }) =>
    puts(admissions.putPlan(there(await admissions.plan(String(roundId))))),
  'admissions.plan-page': async ({ admissions }, { roundId, page }) =>
    puts(admissions.putPlanPage(there(await admissions.planPage(String(roundId), Number(page))))),
  'admissions.statistics': async ({ statistics }, { roundId }) =>
    puts(statistics.put(there(await statistics.get(String(roundId))))),
  'applications.application': async ({ applications }, { reference }) => {
    const was = there(await applications.get(String(reference)));
    return puts(applications.save(was, was));
  },
  'applications.draft': async ({ applications }, { pk, expiresAt }) => {
    const of = { reference: String(pk), expiresAt: expiresAt === undefined ? undefined : Number(expiresAt) };
    return puts(applications.putDraft(of, await applications.draft(of.reference)));
  },
  'applications.version': async ({ applications }, { reference, version }) =>
    puts(applications.overwriteVersion(there(await applications.version(String(reference), Number(version))))),
  'people.person': async ({ people }, { id }) => {
    const was = there(await people.get(String(id)));
    return puts(...people.save(was, was));
  },
  'requests.callback': async ({ requests }, { id }) =>
    puts(requests.putCallback(there(await requests.callback(String(id))))),
  'requests.committee-approval': request,
  'requests.intake-decision': request,
  'requests.intake-question': request,
  'requests.look-again': request,
  'requests.review': request,
  'requests.seat-offer': request,
  'screenings.review': async ({ screenings }, { id }) => {
    const was = there(await screenings.review(String(id)));
    return puts(screenings.saveReview(was, was));
  },
  'screenings.reviewer': async ({ screenings }, { roundId, person }) => {
    const was = there(await screenings.reviewer(String(roundId), String(person)));
    return puts(screenings.saveReviewer(was, was));
  },
  'screenings.screening': async ({ screenings }, { reference }) => {
    const was = there(await screenings.get(String(reference)));
    return puts(screenings.save(was, was));
  },
  'seats.enrolment': async ({ seats }, { reference }) =>
    puts(seats.putEnrolment(there(await seats.enrolment(String(reference))))),
  'seats.letter': async ({ letters }, { reference }) =>
    puts(...letters.create(there(await letters.get(String(reference))))),
  'seats.place': async ({ seats }, { reference }) => {
    const was = there(await seats.place(String(reference)));
    return puts(seats.savePlace(was, was));
  },
  'seats.seat': async ({ seats }, { id }) => {
    const was = there(await seats.seat(String(id)));
    return puts(seats.saveSeat(was, was));
  },
  'seats.waitlist-guard': async ({ seats }, { roundId }) => {
    const was = there(await seats.guard(String(roundId)));
    return puts(seats.raiseGuard({ ...was, revision: was.revision - 1 }));
  },
};

const afterKind = (key: unknown): string => String(key).slice(String(key).indexOf('#') + 1);
const entry = (_: Tables, { id }: Item) => outboxTable(memory.db, 'outbox').get(String(id));
const numbered = (key: unknown): number => Number(String(key).replace(/\D/gu, ''));

/** How what is never put back whole is read: versions, events, entries of indexes, and what is updated in its place. */
export const reading: Readonly<Record<string, (tables: Tables, item: Item) => Promise<unknown>>> = {
  'addresses.item': () => addressesTable(memory.db, 'addresses').problemOf('hong@example.kr'),
  'admissions.snapshot': ({ admissions }, { pk, sk }) => admissions.snapshot(String(pk), numbered(sk)),
  'admissions.snapshot-page': async ({ admissions }, { pk }) => {
    const head = there(await admissions.snapshotHead(String(pk), 1));
    return admissions.snapshotEntry(head, head.count);
  },
  'applications.contact': async ({ applications }, { pk, sk }) =>
    (await applications.underContact(afterKind(pk))).includes(String(sk)),
  'applications.email-claim': ({ applications }, { pk }) => applications.claimOf(afterKind(pk)),
  'applications.person': async ({ applications }, { pk }) => (await applications.siblings('person', afterKind(pk)))[0],
  'applications.phone': async ({ applications }, { pk }) => (await applications.siblings('phone', afterKind(pk)))[0],
  'applications.round': async ({ applications }, { sk }) =>
    (await applications.sentIn('academy-2027h1', undefined, 10)).references.includes(String(sk)),
  'audit.event': async (_, item) => auditEventSchema.parse(item),
  'outbox.mail': entry,
  'outbox.resume': entry,
  'outbox.start': entry,
  'people.role': async (_, { pk, sk }) => afterKind(pk) && sk,
  'requests.ask': async (_, { request: id }) => id,
  'rounds.current': ({ rounds }, { pk }) => rounds.current(String(pk)),
  'rounds.version': ({ rounds }, { pk, sk }) => rounds.version(String(pk), numbered(sk)),
  'screenings.listed-review': async (_, { review }) => review,
  'screenings.open': async ({ screenings }, { sk }) => (await screenings.openIn('academy-2027h1')).includes(String(sk)),
  'seats.letter-code': async (_, { reference }) => reference,
  'seats.looks': ({ seats }) => seats.looksAreOpen('academy-2027h1'),
  'seats.waitlist': async ({ seats }, { pk }) => {
    const [roundId = '', quota] = afterKind(pk).split('#');
    return seats.nextWaiting(roundId, quota);
  },
};
