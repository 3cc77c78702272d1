import { type CheckedFile, checkYaml, type Finding, type Path } from '../shared/files/check-yaml.ts';
import {
  type BankProfile,
  type BankResultForm,
  bankProfileSchema,
  type Cell,
  type FileForm,
  rowValues,
} from './bank-profile.ts';
import type { TextEncoding } from './text-bytes.ts';

/** Reads the profile of a bank. */
export const checkBankProfile = (yaml: string): CheckedFile<BankProfile> =>
  checkYaml(yaml, bankProfileSchema, 'a profile of a bank', profileContradictions);

/** What in a profile cannot be meant, though each field by itself could be. */
function profileContradictions({ file, result }: BankProfile): Finding[] {
  return [
    ...rowValuesOutside(file.header, ['file', 'header']),
    ...rowValuesOutside(file.footer, ['file', 'footer']),
    ...formsInCells(file),
    ...requiredColumns(file.columns),
    ...('titles' in file && file.titles ? missingTitles(file.columns) : []),
    ...(file.format === 'fixed-width' ? recordLengths(file) : []),
    ...resultContradictions(result),
  ];
}

const isOfRow = (value: string): boolean => rowValues.some((one) => one === value);

function rowValuesOutside(rows: readonly (readonly Cell[])[], path: Path): Finding[] {
  return rows.flatMap((row, index) =>
    row.flatMap(({ is }, cell) =>
      'value' in is && isOfRow(is.value)
        ? [{ path: [...path, index, cell, 'is', 'value'], reason: `is ${is.value}, which only a transfer has` }]
        : [],
    ),
  );
}

function formsInCells({ header, columns, footer }: FileForm): Finding[] {
  const found = (cells: readonly Cell[], path: Path): Finding[] =>
    cells.flatMap(({ is }, cell) => {
      if (!('value' in is)) return [];
      if (is.value === 'pay-on' && !is.form) return [{ path: [...path, cell, 'is', 'form'], reason: 'is missing' }];
      return is.value !== 'pay-on' && is.form
        ? [{ path: [...path, cell, 'is', 'form'], reason: 'is for the day of payment only' }]
        : [];
    });
  return [
    ...header.flatMap((row, index) => found(row, ['file', 'header', index])),
    ...found(columns, ['file', 'columns']),
    ...footer.flatMap((row, index) => found(row, ['file', 'footer', index])),
  ];
}

/** Without these nobody is paid, or nobody knows who was. */
function requiredColumns(columns: readonly Cell[]): Finding[] {
  const has = (...values: readonly string[]): boolean =>
    columns.some(({ is }) => 'value' in is && values.includes(is.value));
  const missing = [
    ...(has('row') ? [] : ['row']),
    ...(has('account', 'account-digits') ? [] : ['account']),
    ...(has('amount') ? [] : ['amount']),
  ];
  return missing.map((value) => ({ path: ['file', 'columns'], reason: `should have one whose value is ${value}` }));
}

const missingTitles = (columns: readonly Cell[]): Finding[] =>
  columns.flatMap(({ title }, index) =>
    title === undefined ? [{ path: ['file', 'columns', index, 'title'], reason: 'is missing' }] : [],
  );

function recordLengths({ header, columns, footer, recordBytes, encoding }: FileForm & { format: 'fixed-width' }) {
  const found = (fields: typeof columns, path: Path): Finding[] => {
    const bytes = fields.reduce((sum, field) => sum + field.bytes, 0);
    return [
      ...(bytes === recordBytes ? [] : [{ path, reason: `has ${bytes} bytes, and every row has ${recordBytes}` }]),
      ...fields.flatMap(({ is, bytes: room }, index) =>
        'text' in is && bytesIn(is.text, encoding) > room
          ? [{ path: [...path, index, 'is', 'text'], reason: `does not fit into ${room} bytes of ${encoding}` }]
          : [],
      ),
    ];
  };
  return [
    ...header.flatMap((row, index) => found(row, ['file', 'header', index])),
    ...found(columns, ['file', 'columns']),
    ...footer.flatMap((row, index) => found(row, ['file', 'footer', index])),
  ];
}

/** Without the tables of the encoding: what it lacks is refused with its cell when a file is written. */
const bytesIn = (text: string, encoding: TextEncoding): number =>
  encoding === 'cp949'
    ? Array.from(text).reduce((sum, char) => sum + (char < '\u0080' ? 1 : 2), 0)
    : Buffer.byteLength(text);

function resultContradictions(result: BankResultForm): Finding[] {
  const both = result.paid.filter((word) => result.returned.includes(word));
  return both.map((word) => ({ path: ['result', 'returned'], reason: `has ${word}, which means paid too` }));
}
