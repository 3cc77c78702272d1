import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { readSheet } from 'read-excel-file/universal';
import type { BankProfile, Field } from '../../../functions/bank-files/bank-profile.ts';
import { checkBankProfile } from '../../../functions/bank-files/check-bank-profile.ts';
import { root } from '../../../local/paths.ts';

export const profileYaml = (name: string): string => readFileSync(join(root, 'rules/banks', `${name}.yaml`), 'utf8');

export const profileNames = ['example-csv', 'example-xlsx', 'example-fixed-width'] as const;

/** A profile of `rules/banks/`, with something in it changed if that is said. */
export function profileOf(name: (typeof profileNames)[number], change = (yaml: string): string => yaml): BankProfile {
  const checked = checkBankProfile(change(profileYaml(name)));
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.value;
}

/** What another program reads of a bank's file: cell by cell, and nothing is made of it. */
export async function cellsOf({ file }: BankProfile, bytes: Buffer): Promise<string[][]> {
  switch (file.format) {
    case 'csv': {
      const text = iconv.decode(bytes, file.encoding === 'cp949' ? 'cp949' : 'utf8', { stripBOM: true });
      return parse(text, { delimiter: file.delimiter, relax_column_count: true });
    }
    case 'xlsx': {
      const sheet = await readSheet(Uint8Array.from(bytes).buffer, { trim: false, parseNumber: (digits) => digits });
      return sheet.map((row) => row.map((cell) => String(cell ?? '')));
    }
    case 'fixed-width': {
      const { header, columns, footer, lineEnd, recordBytes, encoding } = file;
      const mark = encoding === 'utf-8-bom' ? 3 : 0;
      const length = recordBytes + (lineEnd === 'crlf' ? 2 : 1);
      const count = (bytes.length - mark) / length;
      return Array.from({ length: count }, (_, index) => {
        const line = bytes.subarray(mark + index * length, mark + index * length + recordBytes);
        const last = count - footer.length;
        const fields = index < header.length ? header[index] : index < last ? columns : footer[index - last];
        return fieldsOf(line, fields ?? [], encoding === 'cp949' ? 'cp949' : 'utf8');
      });
    }
  }
}

function fieldsOf(line: Buffer, fields: readonly Field[], encoding: string): string[] {
  let at = 0;
  return fields.map(({ bytes, align, pad }) => {
    const text = iconv.decode(line.subarray(at, at + bytes), encoding);
    at += bytes;
    let [from, to] = [0, text.length];
    while (align === 'right' && text[from] === pad) from += 1;
    while (align === 'left' && to > 0 && text[to - 1] === pad) to -= 1;
    return text.slice(from, to);
  });
}
