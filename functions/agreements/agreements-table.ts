import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Change, Database } from '../shared/database/database.ts';
import { queryAll } from '../shared/database/query-pages.ts';
import { fromItem, storedObject } from '../shared/database/stored.ts';
import type { TableShape } from '../shared/database/table-shape.ts';
import { type Agreement, agreementSchema } from './agreement.ts';

/*
 * Access patterns (partition key `pk`, sort key `sk`):
 *   the agreements of an owner, and one of them     pk = <kind>#<id>, sk = agreement#<agreement>
 *   whose an agreement is                           pk = agreement#<agreement>, sk = agreement
 *   what a PDF is, by its SHA-256                   pk = pdf#<sha256>, sk = pdf
 */

export const agreementsShape = { partition: 'pk', sort: 'sk' } as const satisfies TableShape;

const pointerSchema = storedObject({ owner: z.string() });
const textSchema = storedObject({ ko: z.string(), en: z.string() });

export const frozenTextSchema = storedObject({
  parts: z.array(storedObject({ heading: textSchema, paragraphs: z.array(textSchema) })),
});
/** The words of a version, for its page. */
export type FrozenText = z.infer<typeof frozenTextSchema>;

export const pdfSchema = storedObject({
  sha256: z.string(),
  agreement: z.string(),
  version: z.number().int().positive(),
  /** The text before anybody has signed, the copy with all signatures, or the copy of what was signed elsewhere. */
  kind: z.enum(['text', 'signed', 'copy']),
  /** The file in Base64, and the words in it: gone once it is erased, and with the documents if it was signed elsewhere. */
  bytes: z.string().optional(),
  text: frozenTextSchema.optional(),
});
/** A PDF as it was made: it never changes, and is found by its hash. */
export type StoredPdf = z.infer<typeof pdfSchema>;

const pdfKey = (sha256: string) => ({ pk: `pdf#${sha256}`, sk: 'pdf' });
const pointerKey = (agreement: string) => ({ pk: `agreement#${agreement}`, sk: 'agreement' });

export function agreementsTable(db: Database, table: string) {
  const item = async (Key: Record<string, string>): Promise<Record<string, unknown> | undefined> => {
    const { Item } = await db.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    return Item;
  };
  return {
    get: async (id: string): Promise<Agreement | undefined> => {
      const found = await item(pointerKey(id));
      if (!found) return undefined;
      const { owner } = fromItem(pointerSchema, found, table);
      const agreement = await item({ pk: owner, sk: `agreement#${id}` });
      return agreement && fromItem(agreementSchema, agreement, table);
    },
    /** All agreements of an owner, the oldest first. */
    of: async (owner: string): Promise<Agreement[]> => {
      const found = await queryAll(db, {
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': owner },
        ConsistentRead: true,
      });
      return found
        .map((one) => fromItem(agreementSchema, one, table))
        .sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
    },
    pdf: async (sha256: string): Promise<StoredPdf | undefined> => {
      const found = await item(pdfKey(sha256));
      return found && fromItem(pdfSchema, found, table);
    },
    create: (next: Agreement): readonly Change[] => [
      { table, put: { pk: next.owner, sk: `agreement#${next.id}`, ...next }, guard: { absent: 'pk' } },
      { table, put: { ...pointerKey(next.id), owner: next.owner }, guard: { absent: 'pk' } },
    ],
    save: (next: Agreement, was: Agreement): Change => ({
      table,
      put: { pk: next.owner, sk: `agreement#${next.id}`, ...next },
      guard: { revision: was.revision },
    }),
    putPdf: (pdf: StoredPdf): Change => ({ table, put: { ...pdfKey(pdf.sha256), ...pdf }, guard: { absent: 'pk' } }),
    /** What it was is known for ever, and nothing of what stood in it. */
    erasePdf: ({ sha256, agreement, version, kind }: StoredPdf): Change => ({
      table,
      put: { ...pdfKey(sha256), sha256, agreement, version, kind },
      guard: { unguarded: true },
    }),
  };
}
export type AgreementsTable = ReturnType<typeof agreementsTable>;
