import * as z from 'zod';
import { Fault } from '../errors.ts';
import { type AuditEvent, chainEvent, type EventDraft, lastEvent } from './audit.ts';
import { type ChainHead, chainHeadSchema } from './chain-head.ts';
import type { Change, Database } from './database.ts';

/** An entity that a commit gives its next revision. */
interface Revised {
  readonly change: Extract<Change, { put: unknown }>;
  /** The name of its chain. */
  readonly chain: string;
  readonly number: number;
  /** Names under which events may speak of it. */
  readonly names: ReadonlySet<string>;
  readonly told: EventDraft[];
}

export interface Chained {
  /** The changes, each entity with the head of its chain. */
  readonly changes: readonly Change[];
  readonly events: readonly AuditEvent[];
  /** The event of the first thing that happened. */
  readonly first: AuditEvent;
}

/** What has revisions, as far as its chain goes, in whatever table. */
export const chainedItemSchema = z.object({
  pk: z.string(),
  sk: z.string().optional(),
  revision: z.number().int().positive(),
  id: z.string().optional(),
  reference: z.string().optional(),
  subject: z.string().optional(),
  audited: chainHeadSchema.optional(),
});

/**
 * Gives every entity of a commit the event of its next revision, and every other thing that happened the next event of
 * its own chain. Reads nothing for an entity that carries its head.
 */
export async function chained(
  db: Database,
  table: string,
  changes: readonly Change[],
  drafts: readonly [EventDraft, ...EventDraft[]],
): Promise<Chained> {
  const revised = changes.flatMap(revisedBy);
  const rest: EventDraft[] = [];
  for (const draft of drafts) {
    const entity = draft.chain === undefined ? entityOf(draft, revised) : undefined;
    if (entity) entity.told.push(draft);
    else rest.push(draft);
  }
  const stored = storedNow();
  const orderOf = (draft: EventDraft) => `${draft.at}#${stored}#${String(drafts.indexOf(draft)).padStart(3, '0')}`;
  const events = new Map<EventDraft | Revised, AuditEvent>();
  for (const entity of revised) {
    const [draft, ...more] = entity.told;
    if (draft) events.set(entity, await eventOf(db, table, entity, tells(draft, orderOf(draft), more)));
  }
  for (const draft of rest) {
    const subject = draft.chain ?? draft.subject;
    const before = [...events.values()].findLast((event) => event.subject === subject);
    const last = before ?? (await lastEvent(db, table, subject));
    events.set(draft, chainEvent({ subject, ...tells(draft, orderOf(draft), []) }, last));
  }
  const [firstDraft] = drafts;
  const lead = revised.find(({ told }) => told.includes(firstDraft)) ?? firstDraft;
  const first = events.get(lead);
  if (!first) throw new Fault('CommitmentEmpty');
  for (const entity of revised)
    if (!events.has(entity)) events.set(entity, await eventOf(db, table, entity, partOf(first)));
  const heads = new Map<Change, AuditEvent | undefined>(revised.map((entity) => [entity.change, events.get(entity)]));
  return { changes: changes.map((change) => withHead(change, heads.get(change))), events: [...events.values()], first };
}

/** The chain of an entity has the name of its item. */
export const chainNameOf = ({ pk, sk }: { readonly pk: string; readonly sk?: string | undefined }): string =>
  sk ? `${pk}/${sk}` : pk;

/** An entity that is put under a guard with a revision that it did not have. */
function revisedBy(change: Change): Revised[] {
  if (!('put' in change) || 'unguarded' in change.guard) return [];
  const item = chainedItemSchema.safeParse(change.put).data;
  if (!item || ('revision' in change.guard && change.guard.revision === item.revision)) return [];
  const { pk, id, reference, subject, revision } = item;
  const names = [pk, pk.replace(/^[^#]*#/u, ''), `round#${pk}`, id, reference, subject].filter(
    (name) => name !== undefined,
  );
  return [{ change, chain: chainNameOf(item), number: revision, names: new Set(names), told: [] }];
}

/** Of the entities that a draft may be about, the first of which nothing is told yet. */
function entityOf(draft: EventDraft, revised: readonly Revised[]): Revised | undefined {
  const possible = revised.filter(({ names }) => names.has(draft.subject));
  return (
    possible.find(({ told }) => told.length === 0) ?? possible.find(({ told }) => told[0]?.subject === draft.subject)
  );
}

const tells = (draft: EventDraft, order: string, more: readonly EventDraft[]) => ({
  about: draft.subject,
  at: draft.at,
  type: draft.type,
  by: draft.by,
  data: draft.data ?? {},
  order,
  ...(more.length > 0 && { also: more.map(({ type, by, data = {} }) => ({ type, by, data })) }),
});

const partOf = ({ subject, number, hash, at, type, by }: AuditEvent) => ({
  at,
  type,
  by,
  with: { subject, number, hash },
});

async function eventOf(
  db: Database,
  table: string,
  entity: Revised,
  content: ReturnType<typeof tells> | ReturnType<typeof partOf>,
): Promise<AuditEvent> {
  const { chain: subject, number } = entity;
  const before = number > 1 ? await headBefore(db, table, entity) : {};
  return chainEvent({ subject, number, ...content, ...(before.after && { after: before.after }) }, before.last);
}

/**
 * The head of the revision before: as the entity carries it, else as its chain has it. The revisions of an entity that
 * was last saved before entities had chains of their own are told of in the chain of what it is about.
 */
async function headBefore(
  db: Database,
  table: string,
  { change, chain, number }: Revised,
): Promise<{ readonly last?: ChainHead; readonly after?: AuditEvent['after'] }> {
  const item = chainedItemSchema.parse(change.put);
  if (item.audited?.number === number - 1) return { last: item.audited };
  const last = await lastEvent(db, table, chain);
  if (last?.number === number - 1) return { last };
  const earlier = await lastEvent(db, table, earlierChainOf(item));
  return {
    last,
    after: earlier && { subject: earlier.subject, number: earlier.number, hash: earlier.hash },
  };
}

/** The chain that told of an entity before it had one of its own. */
export const earlierChainOf = ({
  pk,
  sk,
  id,
  reference,
  subject,
}: Omit<z.infer<typeof chainedItemSchema>, 'revision'>): string =>
  subject ??
  (id === pk ? pk : reference) ??
  (sk === 'guard' ? pk.replace(/^[^#]*/u, 'round') : undefined) ??
  (sk === 'admission' || sk === 'current' || sk?.startsWith('committee#') ? `round#${pk}` : pk);

const withHead = (change: Change, event: AuditEvent | undefined): Change =>
  event && 'put' in change
    ? { ...change, put: { ...change.put, audited: { number: event.number, hash: event.hash } } }
    : change;

/** Milliseconds since 1970 with three decimals, always as long: what is stored later sorts later. */
const storedNow = (): string => (performance.timeOrigin + performance.now()).toFixed(3);
