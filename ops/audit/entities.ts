import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { ChainHead } from '../../functions/shared/database/chain-head.ts';
import { chainedItemSchema, chainNameOf, earlierChainOf } from '../../functions/shared/database/chains.ts';
import { pagesOf, type Stored } from './table-pages.ts';

/** Something with revisions, as far as the audit is concerned. */
export interface Entity {
  readonly table: string;
  readonly key: Readonly<Record<string, string>>;
  /** What it is within its table: `application`, `place` …; requests are alone in theirs. */
  readonly kind: string;
  readonly chain: string;
  readonly revision: number;
  /** The end of its chain; none if it was last saved before entities had chains of their own. */
  readonly audited?: ChainHead;
  /** The chain that told of it then. */
  readonly earlierChain: string;
}

/** Everything that has revisions, in whatever table. */
export async function* entities({ db, tables }: Stored): AsyncGenerator<Entity> {
  const { AUDIT_TABLE: _audit, OUTBOX_TABLE: _outbox, ...others } = tables;
  for (const table of Object.values(others)) {
    for await (const items of pagesOf(db, table)) {
      for (const item of items) {
        const found = chainedItemSchema.safeParse(item).data;
        if (!found) continue;
        const { pk, sk, revision, audited } = found;
        yield {
          table,
          key: sk === undefined ? { pk } : { pk, sk },
          kind: sk ?? 'request',
          chain: chainNameOf(found),
          revision,
          ...(audited && { audited }),
          earlierChain: earlierChainOf(found),
        };
      }
    }
  }
}

/** The end of an entity's chain as the entity says it at this moment. */
export async function entityNow({ db }: Stored, { table, key }: Entity): Promise<ChainHead | undefined> {
  const { Item } = await db.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
  return chainedItemSchema.safeParse(Item).data?.audited;
}
