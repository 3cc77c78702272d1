import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { EventType } from '../names.ts';
import { type Instant, instantSchema, seoulDateOf } from '../time.ts';
import { canonicalHash } from './canonical.ts';
import { type ChainHead, chainHeadSchema } from './chain-head.ts';
import type { Database } from './database.ts';
import { queryAll } from './query-pages.ts';
import { shardOf } from './shard.ts';
import { readable, storedObject } from './stored.ts';
import type { TableShape } from './table-shape.ts';

/*
 * Access patterns of the audit table (partition key `subject`, sort key `number`; indexes `about`: `about`, `order` ·
 * `changed`: `day`, `subject`):
 *   a chain                                          subject = the chain's name
 *   all that is told of something (ops)              about = its reference or id, in the order of time
 *   the chains that grew on a day, by shard          day = 2027-01-11/03
 *   put. No role of the app may update or delete.
 */

export const auditShape = {
  partition: 'subject',
  sort: 'number',
  sortsByNumber: true,
  indexes: [
    { name: 'about', partition: 'about', sort: 'order', whole: true },
    { name: 'changed', partition: 'day', sort: 'subject', including: ['hash'] },
  ],
} as const satisfies TableShape;

/** Ids, versions, counts and rule ids; never a name, an address or anything a person typed. */
const dataSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number()]))]),
);

const told = {
  /** What happened, in the past tense: `ApplicationSubmitted`. */
  type: z.string(),
  /** `applicant`, `person:<id>`, `office` (who reads mails for an applicant), `operator:<name>` or `system:<part>`. */
  by: z.string(),
  data: dataSchema,
};

export const auditEventSchema = storedObject({
  /** The chain: of an entity (`A-27H1-7K3Q-9MX4/application`), or of what has no revisions (`address#…`). */
  subject: z.string(),
  /** The revision that it made of its entity; in other chains 1, 2, 3 … */
  number: z.number().int().positive(),
  at: instantSchema,
  ...told,
  /** What the event tells of: a reference, a round, a seat. Not with an event that tells nothing of its own. */
  about: z.string().optional(),
  /** More that happened to the entity in the same change. */
  also: z.array(storedObject(told)).optional(),
  /** The event of the same change that tells what happened, if this one only says that the entity was part of it. */
  with: chainHeadSchema.extend({ subject: z.string() }).optional(),
  /** For the first event of an entity whose earlier revisions another chain tells of: where that stood. */
  after: chainHeadSchema.extend({ subject: z.string() }).optional(),
  /** Sorts the events of several chains as they were stored. */
  order: z.string().optional(),
  /** The day in Seoul on which the chain grew, and the shard of its name: see `changedOn`. */
  day: z.string().optional(),
  previous: z.string(),
  hash: z.string(),
});
export type AuditEvent = z.infer<typeof auditEventSchema>;

/** What happened, before it has its chain, number and hashes. */
export interface EventDraft {
  /** What it is about: an entity that changes, or whatever else has a name. */
  readonly subject: string;
  readonly type: EventType;
  readonly by: string;
  readonly at: Instant;
  readonly data?: z.infer<typeof dataSchema>;
  /** The chain that keeps it, if that is not the one of what it is about: see `readingBy`. */
  readonly chain?: string;
}

/** Reads of personal data by somebody are kept in a chain for each person and day. */
export const readingBy = (by: string, now: Instant): Pick<EventDraft, 'by' | 'at' | 'chain'> => ({
  by,
  at: now,
  chain: `reads#${by}#${seoulDateOf(now)}`,
});

/** What stands before the first event of every chain. */
export const beginning = '0'.repeat(64);

/** Shards of a day, so that no partition of the index takes all events of a round's last hour. */
export const dayShards = 16;
export const dayKey = (day: string, shard: number): string => `${day}/${String(shard).padStart(2, '0')}`;

export const changedOn = ({ subject, at }: Pick<AuditEvent, 'subject' | 'at'>): string =>
  dayKey(seoulDateOf(at), shardOf(subject, dayShards));

/** The next event of a chain. */
export function chainEvent(
  draft: Pick<AuditEvent, 'subject' | 'at' | 'type' | 'by'> & Partial<Omit<AuditEvent, 'previous' | 'hash' | 'day'>>,
  last: ChainHead | undefined,
): AuditEvent {
  const event = {
    ...draft,
    number: draft.number ?? (last?.number ?? 0) + 1,
    data: draft.data ?? {},
    day: changedOn(draft),
    previous: last?.hash ?? beginning,
  };
  return { ...event, hash: canonicalHash(event) };
}

export interface ChainFault {
  readonly subject: string;
  readonly number: number;
  readonly fault: 'gap' | 'broken link' | 'altered';
}

/** What is wrong with an event, given the one before it in its chain; nothing if nobody touched them. */
export function faultOf(event: AuditEvent, before: ChainHead | undefined): ChainFault['fault'] | undefined {
  const { hash, ...rest } = event;
  const expected = (before?.number ?? 0) + 1;
  if (event.number !== expected && !(event.after && event.number > expected)) return 'gap';
  if (event.previous !== (before?.hash ?? beginning)) return 'broken link';
  const dated = event.day === undefined || event.day === changedOn(event);
  return dated && hash === canonicalHash(rest) ? undefined : 'altered';
}

/** The faults of one chain, given in the order of its numbers. */
export function verifyChain(events: readonly AuditEvent[]): ChainFault[] {
  return events.flatMap((event, index): ChainFault[] => {
    const fault = faultOf(event, events[index - 1]);
    return fault ? [{ subject: event.subject, number: event.number, fault }] : [];
  });
}

export async function lastEvent(db: Database, table: string, chain: string): Promise<AuditEvent | undefined> {
  const { Items = [] } = await db.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'subject = :subject',
      ExpressionAttributeValues: { ':subject': chain },
      ScanIndexForward: false,
      Limit: 1,
      ConsistentRead: true,
    }),
  );
  return Items[0] ? auditEventSchema.parse(Items[0]) : undefined;
}

/** The events of one chain, in the order of their numbers. */
export const chainOf = async (db: Database, table: string, chain: string): Promise<AuditEvent[]> =>
  (await itemsOf(db, table, 'subject', chain)).map((item) => readable(table, item, () => auditEventSchema.parse(item)));

/** All that is told of something, from whatever chains, in the order in which it happened. */
export async function eventsOf(db: Database, table: string, about: string): Promise<AuditEvent[]> {
  const [own, indexed] = await Promise.all([chainOf(db, table, about), itemsOf(db, table, 'about', about, 'about')]);
  const elsewhere = indexed
    .map((item) => readable(table, item, () => auditEventSchema.parse(item)))
    .filter(({ subject }) => subject !== about);
  return [...own, ...elsewhere].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

const orderOf = ({ at, number, order }: AuditEvent): string => order ?? `${at}#${String(number).padStart(6, '0')}`;

/** The faults of every chain that tells of something. */
export async function faultsAbout(db: Database, table: string, about: string): Promise<ChainFault[]> {
  const chains = new Set((await eventsOf(db, table, about)).map(({ subject }) => subject));
  const found = await Promise.all([...chains].map(async (chain) => verifyChain(await chainOf(db, table, chain))));
  return found.flat();
}

async function itemsOf(
  db: Database,
  table: string,
  key: 'subject' | 'about',
  value: string,
  index?: string,
): Promise<Record<string, unknown>[]> {
  return queryAll(db, {
    TableName: table,
    IndexName: index,
    KeyConditionExpression: `${key} = :value`,
    ExpressionAttributeValues: { ':value': value },
    ConsistentRead: index === undefined,
  });
}
