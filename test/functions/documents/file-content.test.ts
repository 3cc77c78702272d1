import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentOf } from '../../../functions/documents/file-content.ts';
import * as files from '../../support/documents/sample-files.ts';

const known = (format: string, locked = false) => ({ kind: 'known', format, locked });
const unknown = { kind: 'unknown' };

const table: readonly (readonly [string, () => Buffer | Promise<Buffer>, object])[] = [
  ['a PDF', () => files.pdf(), known('pdf')],
  ['a PDF with a password', () => files.lockedPdf(), known('pdf', true)],
  ['a HWP', files.hwp, known('hwp')],
  ['a HWP with a password', files.lockedHwp, known('hwp', true)],
  ['a HWPX', files.hwpx, known('hwpx')],
  ['a HWPX with a password', files.lockedHwpx, known('hwpx', true)],
  ['a HWPX of which parts want a password as those of any ZIP', files.lockedZipHwpx, known('hwpx', true)],
  ['a DOCX', files.docx, known('docx')],
  ['a XLSX', files.xlsx, known('xlsx')],
  ['a PPTX', files.pptx, known('pptx')],
  ['an Office file with a password', files.lockedOffice, { kind: 'locked' }],
  ['an Office file with macros', files.docm, { kind: 'macros' }],
  ['a JPEG', files.jpeg, known('jpeg')],
  ['a PNG', files.png, known('png')],
  ['a HEIC', () => files.heic(), known('heic')],
  ['a HEIC of which the first brand is that of all pictures', () => files.heic('mif1', 'heic', 'mif1'), known('heic')],
  ['an AVIF', () => files.heic('avif', 'avif', 'mif1'), unknown],
  ['a DOC of before 2007', files.doc, unknown],
  ['a ZIP, also if it is called .hwpx', files.zip, unknown],
  ['a ZIP of another kind with the part of a HWPX', files.epub, unknown],
  ['a text', () => Buffer.from('%PDX-1.7 is no PDF'), unknown],
  ['a page of a program', () => Buffer.from('<!doctype html><script>alert(1)</script>'), unknown],
  ['a program', () => Buffer.from('MZ\x90\0', 'latin1'), unknown],
  ['nothing', () => Buffer.alloc(0), unknown],
];

describe('a file is what its content says', () => {
  it.each(table)('%s', async (_, file, is) => {
    expect(await contentOf(await file())).toEqual(is);
  });

  it('and one that was cut anywhere is a fault of nobody', async () => {
    const whole = [await files.pdf(), files.hwp(), files.hwpx(), files.docx(), files.jpeg(), files.heic()];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...whole), fc.double({ min: 0, max: 1, noNaN: true }), async (file, part) => {
        const { kind } = await contentOf(file.subarray(0, Math.floor(file.length * part)));
        expect(['known', 'unknown']).toContain(kind);
      }),
      { numRuns: 300 },
    );
  });

  it('and one of which bytes were altered is a fault of nobody', async () => {
    const whole = [files.hwp(), files.hwpx(), files.docx(), files.lockedOffice()];
    const altered = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...whole), altered, async (file, changes) => {
        const copy = Buffer.from(file);
        for (const [at, value] of changes) copy.writeUInt8(value, at % copy.length);
        expect(['known', 'unknown', 'locked', 'macros']).toContain((await contentOf(copy)).kind);
      }),
      { numRuns: 300 },
    );
  });
});
