import type { KeyObject } from 'node:crypto';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { ManifestStore } from '../../functions/audit/manifest-store.ts';
import { type AuditEvent, auditEventSchema, lastEvent } from '../../functions/shared/database/audit.ts';
import { type ChainHead, chainHeadSchema } from '../../functions/shared/database/chain-head.ts';
import { toInstant } from '../../functions/shared/time.ts';
import { ChainWalk } from './chain-walk.ts';
import { earlierFaults } from './earlier-chains.ts';
import { type Entity, entities, entityNow } from './entities.ts';
import { type Signed, signedHeads } from './signed-heads.ts';
import { pagesOf, type Stored } from './table-pages.ts';

export interface Verification {
  /** A sentence each. */
  readonly faults: readonly string[];
  readonly events: number;
  readonly chains: number;
  /** Chains that a manifest holds just as they are, and the newest manifest. */
  readonly signed?: { readonly chains: number; readonly newest: Signed['newest'] };
}

/**
 * Every chain by itself, against the revisions of what it tells of, and against the manifests. Tables are read a page at
 * a time; what is kept is a line for each chain and each entity. Entities are read first, so that what goes on meanwhile
 * is no fault.
 */
export async function verifyAudit(
  stored: Stored,
  manifests?: { readonly store: ManifestStore; readonly key: KeyObject },
): Promise<Verification> {
  const faults: string[] = [];
  const signed = manifests && (await signedHeads(manifests.store, manifests.key, faults));
  const expected = new Map<string, Entity>();
  for await (const entity of entities(stored)) expected.set(entity.chain, entity);

  const walk = new ChainWalk(signed?.heads ?? new Map());
  for await (const items of pagesOf(stored.db, stored.tables.AUDIT_TABLE)) {
    for (const item of items) walk.take(eventIn(item));
  }
  const chains = walk.end();
  faults.push(...walk.faults);
  faults.push(...(await brokenContinuations(stored, walk.continuations)));
  for (const entity of expected.values()) {
    if (entity.audited && !isSame(entity.audited, chains.get(entity.chain)?.head) && (await differs(stored, entity))) {
      faults.push(`${entity.chain}: ${sayDifference(entity, chains.get(entity.chain)?.head)}`);
    }
  }
  faults.push(...earlierFaults([...expected.values()], chains));
  const asSigned = [...chains].filter(([chain, { head }]) => isSame(head, signed?.heads.get(chain)));
  return {
    faults,
    events: walk.events,
    chains: chains.size,
    ...(signed && { signed: { chains: asSigned.length, newest: signed.newest } }),
  };
}

const unreadable = { at: toInstant(new Date(0)), type: '', by: '', data: {}, hash: '' };

/** An event that can no longer be read keeps its place in the chain; it counts as altered. */
function eventIn(item: Record<string, unknown>): AuditEvent {
  const event = auditEventSchema.safeParse(item);
  if (event.success) return event.data;
  const { subject, number, previous } = item;
  return { ...unreadable, subject: String(subject), number: Number(number), previous: String(previous) };
}

const isSame = (one: ChainHead | undefined, other: ChainHead | undefined): boolean =>
  one?.number === other?.number && one?.hash === other?.hash;

const sayDifference = ({ audited }: Entity, head: ChainHead | undefined): string => {
  if ((head?.number ?? 0) < (audited?.number ?? 0)) return 'events are missing at the end';
  return head?.number === audited?.number ? 'its end is not as it was written' : 'there are more events than revisions';
};

/** Looks again, at a moment at which the entity stands still: it may have changed while the tables were read. */
async function differs(stored: Stored, entity: Entity): Promise<boolean> {
  for (let look = 0; look < 10; look += 1) {
    const before = await entityNow(stored, entity);
    const last = await lastEvent(stored.db, stored.tables.AUDIT_TABLE, entity.chain).catch(() => undefined);
    const after = await entityNow(stored, entity);
    if (isSame(before, after)) return after !== undefined && !isSame(after, last);
  }
  return false;
}

/** Chains that go on from another one: that has to have the event that they build on. */
async function brokenContinuations(
  { db, tables }: Stored,
  continuations: ReadonlyMap<string, NonNullable<AuditEvent['after']>>,
): Promise<string[]> {
  const faults: string[] = [];
  for (const [chain, { subject, number, hash }] of continuations) {
    const { Item } = await db.send(
      new GetCommand({ TableName: tables.AUDIT_TABLE, Key: { subject, number }, ConsistentRead: true }),
    );
    const found = chainHeadSchema.safeParse(Item).data;
    if (found?.hash !== hash) faults.push(`${chain}: goes on from event ${number} of ${subject}, which is not there`);
  }
  return faults;
}
