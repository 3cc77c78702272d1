import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { canonicalHash } from './canonical.ts';
import type { Database } from './database.ts';
import type { EventType } from './names.ts';
import { storedObject } from './stored.ts';
import type { TableShape } from './table-shape.ts';
import { type Instant, instantSchema } from './time.ts';

/*
 * Access patterns of the audit table (partition key `subject`, sort key `number`):
 * the last event of a subject (consistent, before each commit) · all events of a subject (ops, pages of "who decided") · put.
 * No role of the app may update or delete.
 */

export const auditShape = { partition: 'subject', sort: 'number', sortsByNumber: true } as const satisfies TableShape;

/** Ids, versions, counts and rule ids; never a name, an address or anything a person typed. */
const dataSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number()]))]),
);

export const auditEventSchema = storedObject({
  subject: z.string(),
  /** 1 for the first event of a subject, without a gap. */
  number: z.number().int().positive(),
  at: instantSchema,
  /** What happened, in the past tense: `ApplicationSubmitted`. */
  type: z.string(),
  /** `applicant`, `person:<id>`, `operator:<name>` or `system:<part>`. */
  by: z.string(),
  data: dataSchema,
  previous: z.string(),
  hash: z.string(),
});
export type AuditEvent = z.infer<typeof auditEventSchema>;

/** An event before it has its number and hashes. */
export interface EventDraft {
  readonly subject: string;
  readonly type: EventType;
  readonly by: string;
  readonly at: Instant;
  readonly data?: z.infer<typeof dataSchema>;
}

/** What stands before the first event of every subject. */
const beginning = '0'.repeat(64);

/** The next event of a subject's chain. */
export function chainEvent(draft: EventDraft, last: AuditEvent | undefined): AuditEvent {
  const event = {
    subject: draft.subject,
    number: (last?.number ?? 0) + 1,
    at: draft.at,
    type: draft.type,
    by: draft.by,
    data: draft.data ?? {},
    previous: last?.hash ?? beginning,
  };
  return { ...event, hash: canonicalHash(event) };
}

export interface ChainFault {
  readonly subject: string;
  readonly number: number;
  readonly fault: 'gap' | 'broken link' | 'altered';
}

/** The faults of one subject's events, given in the order of their numbers: none if nobody touched them. */
export function verifyChain(events: readonly AuditEvent[]): ChainFault[] {
  return events.flatMap((event, index): ChainFault[] => {
    const before = events[index - 1];
    const { hash, ...rest } = event;
    const at = { subject: event.subject, number: event.number };
    if (event.number !== index + 1) return [{ ...at, fault: 'gap' }];
    if (event.previous !== (before?.hash ?? beginning)) return [{ ...at, fault: 'broken link' }];
    return hash === canonicalHash(rest) ? [] : [{ ...at, fault: 'altered' }];
  });
}

export async function lastEvent(db: Database, table: string, subject: string): Promise<AuditEvent | undefined> {
  const { Items = [] } = await db.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'subject = :subject',
      ExpressionAttributeValues: { ':subject': subject },
      ScanIndexForward: false,
      Limit: 1,
      ConsistentRead: true,
    }),
  );
  return Items[0] ? auditEventSchema.parse(Items[0]) : undefined;
}

export async function eventsOf(db: Database, table: string, subject: string): Promise<AuditEvent[]> {
  const events: AuditEvent[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await db.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'subject = :subject',
        ExpressionAttributeValues: { ':subject': subject },
        ConsistentRead: true,
        ExclusiveStartKey: from,
      }),
    );
    events.push(...(page.Items ?? []).map((item) => auditEventSchema.parse(item)));
    from = page.LastEvaluatedKey;
  } while (from);
  return events;
}
