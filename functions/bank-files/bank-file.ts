import type { BankProfile, Field, FileForm } from './bank-profile.ts';
import { type FileFacts, type FilledCell, type FilledRow, filledRows, type RowPlace } from './file-rows.ts';
import { byteLength, bytesOfText, type TextEncoding } from './text-bytes.ts';
import { type SheetCell, writeSheet } from './xlsx-file.ts';

/** A cell that cannot be written as it is, and why; nothing is ever cut or replaced. */
export interface RefusedCell {
  readonly place: RowPlace;
  readonly column: string;
  readonly value: string;
  readonly why: /** The encoding lacks a character of it. */
    | 'encoding'
    /** A line break, or a character that is not seen. */
    | 'control'
    /** It has more bytes than its field. */
    | 'too-long'
    /** What it is filled up with would be taken for a part of it, or a part of it for that. */
    | 'padding'
    /** Spreadsheets read it as something else. */
    | 'reserved'
    /** A number was wanted. */
    | 'not-a-number';
}

export type BankFileOutcome =
  | { readonly kind: 'made'; readonly bytes: Buffer; readonly contentType: string; readonly extension: string }
  | { readonly kind: 'refused'; readonly cells: readonly RefusedCell[] };

/** The file for the bank by its profile, with exact values for machines; or every cell that it cannot hold. */
export function writeBankFile({ file }: Pick<BankProfile, 'file'>, facts: FileFacts): BankFileOutcome {
  switch (file.format) {
    case 'csv': {
      const rows = filledRows(file, facts);
      const cells = refusedIn(rows, ({ text }) => refusedText(text, file.encoding));
      if (cells.length > 0) return { kind: 'refused', cells };
      return made(
        file,
        lines(
          file,
          rows.map((row) => csvLine(row, file)),
        ),
        'text/csv',
        'csv',
      );
    }
    case 'fixed-width': {
      const rows = filledRows(file, facts);
      const cells = refusedIn(rows, (cell) => refusedField(cell, file.encoding));
      if (cells.length > 0) return { kind: 'refused', cells };
      return made(
        file,
        lines(
          file,
          rows.map(({ cells: all }) => fixedLine(all, file.encoding)),
        ),
        'text/plain',
        'txt',
      );
    }
    case 'xlsx': {
      const rows = filledRows(file, facts);
      const cells = refusedIn(rows, refusedInSheet);
      if (cells.length > 0) return { kind: 'refused', cells };
      const sheet = rows.map(({ cells: all }) => all.map((cell): SheetCell => ({ text: cell.text, as: kindOf(cell) })));
      return { kind: 'made', bytes: writeSheet(file.sheet, sheet), contentType: xlsxType, extension: 'xlsx' };
    }
  }
}

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type TextForm = Extract<FileForm, { encoding: TextEncoding }>;

const lineEnds = { crlf: '\r\n', lf: '\n' } as const;
const mark = Buffer.from([0xef, 0xbb, 0xbf]);

const lines = ({ encoding, lineEnd }: TextForm, bodies: readonly string[]): Buffer => {
  const bytes = bytesOfText(bodies.map((body) => `${body}${lineEnds[lineEnd]}`).join(''), encoding) ?? Buffer.alloc(0);
  return encoding === 'utf-8-bom' ? Buffer.concat([mark, bytes]) : bytes;
};

const made = ({ encoding }: TextForm, bytes: Buffer, type: string, extension: string): BankFileOutcome => ({
  kind: 'made',
  bytes,
  contentType: `${type}; charset=${encoding === 'cp949' ? 'euc-kr' : 'utf-8'}`,
  extension,
});

const refusedIn = <Of extends FilledCell>(
  rows: readonly { readonly place: RowPlace; readonly cells: readonly Of[] }[],
  judge: (cell: Of) => RefusedCell['why'] | undefined,
): RefusedCell[] =>
  rows.flatMap(({ place, cells }) =>
    cells.flatMap((cell) => {
      const why = judge(cell);
      return why ? [{ place, column: cell.column, value: cell.text, why }] : [];
    }),
  );

/** Controls, line and paragraph separators, and the mark of byte order, which a reader would take off. */
const unseen = /[\p{Cc}\u2028\u2029\ufeff\ufffe\uffff]/u;

function refusedText(text: string, encoding: TextEncoding): RefusedCell['why'] | undefined {
  if (unseen.test(text)) return 'control';
  return byteLength(text, encoding) === undefined ? 'encoding' : undefined;
}

function csvLine({ cells }: FilledRow, { delimiter, quotes }: Extract<FileForm, { format: 'csv' }>): string {
  const written = ({ text }: FilledCell): string => {
    const needed = text.includes(delimiter) || text.includes('"') || /^\s|\s$/u.test(text) || cells.length === 1;
    return needed || quotes === 'always' ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return cells.map(written).join(delimiter);
}

function refusedField({ text, cell }: FilledCell<Field>, encoding: TextEncoding): RefusedCell['why'] | undefined {
  const refused = refusedText(text, encoding);
  if (refused) return refused;
  if ((byteLength(text, encoding) ?? 0) > cell.bytes) return 'too-long';
  const isConstant = 'text' in cell.is;
  const touches = cell.align === 'left' ? text.endsWith(cell.pad) : text.startsWith(cell.pad);
  return touches && !isConstant ? 'padding' : undefined;
}

const fixedLine = (cells: readonly FilledCell<Field>[], encoding: TextEncoding): string =>
  cells
    .map(({ text, cell: { bytes, align, pad } }) => {
      const filling = pad.repeat(bytes - (byteLength(text, encoding) ?? 0));
      return align === 'left' ? `${text}${filling}` : `${filling}${text}`;
    })
    .join('');

/** Excel writes what it cannot say otherwise as `_x000D_`, and reads such words so. */
const escaped = /_x[0-9a-f]{4}_/iu;
const wholeNumber = /^(?:0|[1-9]\d{0,14})$/u;

const kindOf = ({ cell: { as }, isHeading }: FilledCell<SheetField>): SheetCell['as'] => (isHeading ? 'text' : as);

function refusedInSheet(cell: FilledCell<SheetField>): RefusedCell['why'] | undefined {
  const { text } = cell;
  if (unseen.test(text)) return 'control';
  if (!text.isWellFormed()) return 'encoding';
  if (escaped.test(text)) return 'reserved';
  return kindOf(cell) === 'number' && !wholeNumber.test(text) ? 'not-a-number' : undefined;
}

type SheetField = Extract<FileForm, { format: 'xlsx' }>['columns'][number];
