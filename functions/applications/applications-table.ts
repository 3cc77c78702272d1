import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { answersSchema, type TypedPages, typedPagesSchema } from '../forms/answers.ts';
import { roundKey, roundShardOf, roundShards } from '../rounds/in-round.ts';
import { needingRun } from '../runs/needing-run.ts';
import type { Change, Database } from '../shared/database/database.ts';
import { readMany } from '../shared/database/read-many.ts';
import { fromItem, storedObject } from '../shared/database/stored.ts';
import type { TableShape } from '../shared/database/table-shape.ts';
import { instantSchema } from '../shared/time.ts';
import { type Application, applicationSchema } from './application.ts';
import { type Draft, draftItems } from './draft-items.ts';

/*
 * Access patterns (partition key `pk`, sort key `sk`; indexes `needs-run`: `needsRun` shard, `changedAt` · `in-round`:
 * `inRound` shard, `sentAt`):
 *   one application, its draft, one sent version     pk = reference, sk = application | draft | version#0001
 *   who holds an e-mail in a round (one at most)      pk = email#<key>,  sk = claim
 *   applications under a contact e-mail, drafts too   pk = contact#<key>, sk = reference
 *   the draft that was begun with a proved e-mail     pk = draft#<key>,   sk = claim
 *   sent applications with a phone, or a person       pk = phone#<key> | person#<key>, sk = reference
 *   sent applications of a round, by shard            pk = round#<round>#<shard>, sk = reference
 *   the same by time or reference, of one state, with a part of a name: casework/listed-applications.ts
 *   what an officer began for others in a round       pk = help#<round>#<person>, sk = reference
 *   applications that need a run, longest unchanged first, by shard (ids only)
 * The keys are fingerprints of the round and the value; reads that decide are consistent.
 */

export const applicationsShape = {
  partition: 'pk',
  sort: 'sk',
  indexes: [
    { name: 'needs-run', partition: 'needsRun', sort: 'changedAt' },
    { name: 'in-round', partition: 'inRound', sort: 'sentAt', including: ['state', 'nameFolded'] },
  ],
  expires: true,
} as const satisfies TableShape;

/** One sent version of the answers, never changed afterwards (but erased with the person). */
export const versionSchema = storedObject({
  reference: z.string(),
  version: z.number().int().positive(),
  roundVersion: z.number().int().positive(),
  lang: z.enum(['ko', 'en']),
  sentAt: instantSchema,
  typed: typedPagesSchema,
  answers: answersSchema,
});
export type SentVersion = Omit<z.infer<typeof versionSchema>, 'typed'> & { readonly typed: TypedPages };

/** An index entry of a sent application: enough to tell which was sent first. */
const siblingSchema = storedObject({ reference: z.string(), sentAt: instantSchema });
export type Sibling = z.infer<typeof siblingSchema>;

const versionKey = (version: number): string => `version#${String(version).padStart(4, '0')}`;

/** How many entries of an index are read: a telephone of a school or an agency may be in all applications of a round. */
const mostSiblings = 1_000;
const mostContacts = 100;

const helpKey = (roundId: string, person: string): string => `help#${roundId}#${person}`;

export function applicationsTable(db: Database, table: string) {
  const item = async (pk: string, sk: string): Promise<Record<string, unknown> | undefined> => {
    const { Item } = await db.send(new GetCommand({ TableName: table, Key: { pk, sk }, ConsistentRead: true }));
    return Item;
  };
  const under = async (pk: string, most: number): Promise<Record<string, unknown>[]> => {
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ConsistentRead: true,
        Limit: most,
      }),
    );
    return Items;
  };

  const get = async (reference: string): Promise<Application | undefined> => {
    const found = await item(reference, 'application');
    return found ? fromItem(applicationSchema, found, table) : undefined;
  };

  const drafts = draftItems(db, table);
  return {
    ...drafts,
    get,
    /**
     * Both, which lie before its versions, by one query: half of what two reads cost while both are small. A query may see
     * one item before a transaction and the next one after it; what comes is never an application older than its draft.
     */
    withDraft: async (reference: string): Promise<{ readonly application?: Application; readonly draft: Draft }> => {
      const items = await under(reference, 2);
      const of = (kind: string) => items.find(({ sk }) => sk === kind);
      const draft = drafts.draftOf(of('draft'));
      const found = of('application');
      const application = found && fromItem(applicationSchema, found, table);
      const isTorn = draft.beside !== undefined && (application?.revision ?? 0) < draft.beside;
      return { application: isTorn ? await get(reference) : application, draft };
    },
    /** The applications with these references; what is not there is left out. */
    many: async (references: readonly string[]): Promise<Application[]> => {
      const found = await readMany(
        db,
        references.map((reference) => ({ table, key: { pk: reference, sk: 'application' } })),
      );
      return found.flatMap((one) => (one ? [fromItem(applicationSchema, one, table)] : []));
    },
    /** The answers of these applications as they were last sent. */
    versionsOf: async (applications: readonly Pick<Application, 'reference' | 'version'>[]): Promise<SentVersion[]> => {
      const found = await readMany(
        db,
        applications.map(({ reference, version }) => ({ table, key: { pk: reference, sk: versionKey(version) } })),
      );
      return found.flatMap((one) => (one ? [fromItem(versionSchema, one, table)] : []));
    },
    version: async (reference: string, version: number): Promise<SentVersion | undefined> => {
      const found = await item(reference, versionKey(version));
      return found ? fromItem(versionSchema, found, table) : undefined;
    },
    reservationOf: async (emailKey: string): Promise<string | undefined> => {
      const found = await item(`email#${emailKey}`, 'claim');
      return found ? String(found.reference) : undefined;
    },
    /** The draft that was last begun with an address; it may be sent, gone or somebody else's by now. */
    draftBegunWith: async (emailKey: string): Promise<string | undefined> => {
      const found = await item(`draft#${emailKey}`, 'claim');
      return found ? String(found.reference) : undefined;
    },
    /** A hundred of them at most: before addresses were proved anybody could begin drafts that name one. */
    underContact: async (emailKey: string): Promise<string[]> =>
      (await under(`contact#${emailKey}`, mostContacts)).map((found) => String(found.sk)),
    /** What somebody of the staff has begun for others in a round; a hundred of them at most. */
    helpedBy: async (roundId: string, person: string): Promise<string[]> =>
      (await under(helpKey(roundId, person), mostContacts)).map((found) => String(found.sk)),
    /** A thousand of them at most. */
    siblings: async (index: 'phone' | 'person', key: string): Promise<Sibling[]> =>
      (await under(`${index}#${key}`, mostSiblings)).map((found) => fromItem(siblingSchema, found, table)),

    /**
     * References of the applications that were ever sent in a round, shard by shard, from the one after `after` on
     * (as a page before gave it); no `after` in the answer if there are no more.
     */
    sentIn: async (
      roundId: string,
      after: string | undefined,
      limit: number,
    ): Promise<{ readonly references: readonly string[]; readonly after?: string }> => {
      const [from = '0', last] = (after ?? '').split('/', 2);
      for (let shard = Number(from); shard < roundShards; shard += 1) {
        const start = shard === Number(from) && last ? { pk: roundKey(roundId, shard), sk: last } : undefined;
        const { Items = [] } = await db.send(
          new QueryCommand({
            TableName: table,
            KeyConditionExpression: 'pk = :pk',
            ExpressionAttributeValues: { ':pk': roundKey(roundId, shard) },
            ConsistentRead: true,
            ExclusiveStartKey: start,
            Limit: limit,
          }),
        );
        const references = Items.map((found) => String(found.sk));
        const end = references.at(-1);
        if (end !== undefined) return { references, after: `${shard}/${end}` };
      }
      return { references: [] };
    },
    needingRun: needingRun(db, table),

    /** A new application: refused with Conflict if the reference is taken. */
    create: (application: Application): Change => ({
      table,
      put: { pk: application.reference, sk: 'application', ...application },
      guard: { absent: 'pk' },
    }),
    save: (next: Application, was: Application): Change => ({
      table,
      put: { pk: next.reference, sk: 'application', ...next },
      guard: { revision: was.revision, state: was.state },
    }),
    putVersion: (version: SentVersion): Change => ({
      table,
      put: { pk: version.reference, sk: versionKey(version.version), ...version },
      guard: { absent: 'pk' },
    }),
    overwriteVersion: (version: SentVersion): Change => ({
      table,
      put: { pk: version.reference, sk: versionKey(version.version), ...version },
      guard: { unguarded: true },
    }),
    reserveEmail: (emailKey: string, reference: string): Change => ({
      table,
      put: { pk: `email#${emailKey}`, sk: 'claim', reference },
      guard: { absent: 'pk' },
    }),
    /** One draft for an address: refused with Conflict if another was begun with it meanwhile. */
    beginDraftWith: (emailKey: string, application: Application, was: string | undefined): Change => ({
      table,
      put: {
        pk: `draft#${emailKey}`,
        sk: 'claim',
        reference: application.reference,
        expiresAt: application.expiresAt,
      },
      guard: was === undefined ? { absent: 'pk' } : { reference: was },
    }),
    releaseEmail: (emailKey: string): Change => ({
      table,
      remove: { pk: `email#${emailKey}`, sk: 'claim' },
      guard: { unguarded: true },
    }),
    putContact: (emailKey: string, reference: string, expiresAt?: number): Change => ({
      table,
      put: { pk: `contact#${emailKey}`, sk: reference, expiresAt },
      guard: { unguarded: true },
    }),
    removeContact: (emailKey: string, reference: string): Change => ({
      table,
      remove: { pk: `contact#${emailKey}`, sk: reference },
      guard: { unguarded: true },
    }),
    putHelped: (roundId: string, person: string, { reference, expiresAt }: Application): Change => ({
      table,
      put: { pk: helpKey(roundId, person), sk: reference, expiresAt },
      guard: { unguarded: true },
    }),
    removeHelped: (roundId: string, person: string, reference: string): Change => ({
      table,
      remove: { pk: helpKey(roundId, person), sk: reference },
      guard: { unguarded: true },
    }),
    listInRound: (roundId: string, reference: string): Change => ({
      table,
      put: { pk: roundKey(roundId, roundShardOf(reference)), sk: reference },
      guard: { unguarded: true },
    }),
    putSibling: (index: 'phone' | 'person', key: string, sibling: Sibling): Change => ({
      table,
      put: { pk: `${index}#${key}`, sk: sibling.reference, ...sibling },
      guard: { unguarded: true },
    }),
    removeSibling: (index: 'phone' | 'person', key: string, reference: string): Change => ({
      table,
      remove: { pk: `${index}#${key}`, sk: reference },
      guard: { unguarded: true },
    }),
  };
}
export type ApplicationsTable = ReturnType<typeof applicationsTable>;
