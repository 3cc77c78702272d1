import * as z from 'zod';
import { idSchema, textSchema } from '../rounds/round-parts.ts';

/** What each row of the file says of its transfer. */
export const rowValues = [
  'number',
  'row',
  'bank',
  'account',
  'account-digits',
  'holder',
  'payee',
  'amount',
  'gross',
  'withheld',
] as const;

/** What any row may say of the whole batch. */
export const batchValues = ['batch', 'month', 'pay-on', 'count', 'total'] as const;

export const dateForms = ['YYYY-MM-DD', 'YYYYMMDD', 'YYMMDD'] as const;

const contentSchema = z.union([
  z.strictObject({ text: z.string().describe('The same in every file.') }),
  z.strictObject({
    value: z.enum([...rowValues, ...batchValues]).describe('What stands here, as it is stored.'),
    form: z.enum(dateForms).optional().describe('How the day of payment is written.'),
  }),
]);
export type Content = z.output<typeof contentSchema>;

const titled = { title: z.string().optional().describe('The heading of the column.') };

const cellSchema = z.strictObject({ ...titled, is: contentSchema });
export type Cell = z.output<typeof cellSchema>;

const sheetCellSchema = cellSchema.extend({
  as: z.enum(['text', 'number']).default('text').describe('Text keeps leading zeros.'),
});

const fieldSchema = cellSchema.extend({
  bytes: z.int().min(1).max(1000),
  align: z.enum(['left', 'right']).default('left'),
  pad: z
    .string()
    .regex(/^[\x20-\x7e]$/u)
    .default(' ')
    .describe('One character of one byte.'),
});
export type Field = z.output<typeof fieldSchema>;

/** The rows of a file: what stands once before and after the transfers, and what stands for each of them. */
const rowsOf = <Of extends z.ZodType>(cell: Of) => ({
  header: z.array(z.array(cell).min(1)).max(20).default([]),
  columns: z.array(cell).min(1).max(100).describe('One row for each transfer.'),
  footer: z.array(z.array(cell).min(1)).max(20).default([]),
});

const titles = z.boolean().describe('Whether the headings of the columns stand in a row before the transfers.');
const text = {
  encoding: z.enum(['utf-8', 'utf-8-bom', 'cp949']),
  lineEnd: z.enum(['crlf', 'lf']),
};

const fileSchema = z.discriminatedUnion('format', [
  z.strictObject({
    format: z.literal('csv'),
    ...text,
    delimiter: z.enum([',', ';', '\t', '|']).default(','),
    quotes: z.enum(['where-needed', 'always']).default('where-needed'),
    titles,
    ...rowsOf(cellSchema),
  }),
  z.strictObject({
    format: z.literal('xlsx'),
    sheet: z
      .string()
      .regex(/^[^\\/?*[\]:]{1,31}$/u)
      .describe('The name of the sheet.'),
    titles,
    ...rowsOf(sheetCellSchema),
  }),
  z.strictObject({
    format: z.literal('fixed-width'),
    ...text,
    recordBytes: z.int().min(1).max(4000).describe('The length of every row, without its end.'),
    ...rowsOf(fieldSchema),
  }),
]);
export type FileForm = z.output<typeof fileSchema>;

const statusWords = z.array(z.string().regex(/\S/)).min(1);
const resultWords = {
  paid: statusWords.describe('What the bank writes of a row that was paid.'),
  returned: statusWords.describe('What it writes of a row that was not.'),
};

const heading = z.string().regex(/\S/).describe('The heading of the column.');
const place = z.strictObject({
  from: z.int().min(1).describe('The first byte, counted from 1.'),
  bytes: z.int().min(1),
});

/** The bank's result file: where each row says which it is, how much, and what became of it. */
export const bankResultSchema = z.discriminatedUnion('format', [
  z.strictObject({
    format: z.literal('csv'),
    delimiter: z.enum([',', ';', '\t', '|']).default(','),
    skip: z.int().min(0).max(20).default(0).describe('Lines before the headings.'),
    row: heading,
    amount: heading,
    status: heading,
    reason: heading.optional(),
    ...resultWords,
  }),
  z.strictObject({
    format: z.literal('xlsx'),
    skip: z.int().min(0).max(20).default(0).describe('Rows before the headings.'),
    row: heading,
    amount: heading,
    status: heading,
    reason: heading.optional(),
    ...resultWords,
  }),
  z.strictObject({
    format: z.literal('fixed-width'),
    encoding: z.enum(['utf-8', 'cp949']),
    recordBytes: z.int().min(1).max(4000),
    transfer: place.extend({ is: z.string().min(1) }).describe('By what the row of a transfer is known.'),
    row: place,
    amount: place,
    status: place,
    reason: place.optional(),
    ...resultWords,
  }),
]);
export type BankResultForm = z.output<typeof bankResultSchema>;

export const bankProfileSchema = z.strictObject({
  id: idSchema,
  title: textSchema,
  example: z.boolean().describe('Made up: finance sets this to false once the bank has taken a file of it.'),
  source: z.string().regex(/\S/).describe('The document of the bank that says so, with its version.'),
  file: fileSchema,
  result: bankResultSchema.describe('How the bank tells what became of each row.'),
  answersWithin: z
    .int()
    .min(1)
    .max(20)
    .optional()
    .describe('Business days after the day of payment by which the bank has told; 2 if nothing is said.'),
  monthly: z
    .strictObject({ daysBefore: z.int().min(1).max(20) })
    .optional()
    .describe('The batch of each month is begun by the clock, so many business days before pay day, for this bank.'),
});
/** How one bank takes transfers, and how it tells what became of them. */
export type BankProfile = z.output<typeof bankProfileSchema>;

/** The JSON schema by which editors check and complete `rules/banks/*.yaml`. */
export const bankProfileJsonSchema = () => z.toJSONSchema(bankProfileSchema, { io: 'input' });
