import cfb from 'cfb';
import PDFDocument from 'pdfkit';
import { zipOf } from './zip.ts';

/*
 * Small files of every kind, as programs write them: whole PDFs and compound files, pictures of one pixel, and of ZIPs
 * the parts by which they are told.
 */

/** @param about makes two of them different */
export function pdf(about = 'plan', options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A6', ...options });
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  document.text(about).end();
  return new Promise((resolve) => document.on('end', () => resolve(Buffer.concat(parts))));
}

export const lockedPdf = (): Promise<Buffer> => pdf('secret', { userPassword: 'secret', pdfVersion: '1.7' });

function compound(streams: Readonly<Record<string, Buffer>>): Buffer {
  const file = cfb.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) cfb.utils.cfb_add(file, `/${name}`, content);
  return Buffer.from(cfb.write(file, { type: 'buffer' }));
}

function hangul(flags: number): Buffer {
  const header = Buffer.alloc(256);
  header.write('HWP Document File', 'latin1');
  header.writeUInt32LE(0x05_00_03_04, 32);
  header.writeUInt32LE(flags, 36);
  return compound({ FileHeader: header, DocInfo: Buffer.from('info'), 'BodyText/Section0': Buffer.from('text') });
}

const compressed = 0b01;
export const hwp = (): Buffer => hangul(compressed);
export const lockedHwp = (): Buffer => hangul(compressed | 0b10);
export const doc = (): Buffer => compound({ WordDocument: Buffer.from('text') });
export const lockedOffice = (): Buffer =>
  compound({ EncryptionInfo: Buffer.from('info'), EncryptedPackage: Buffer.from('package') });

const hangulParts = (locked = false) => [
  { name: 'mimetype', content: 'application/hwp+zip' },
  { name: 'Contents/content.hpf', content: '<package/>', locked },
  { name: 'Contents/section0.xml', content: '<sec/>', locked },
];
export const hwpx = (): Buffer => zipOf(hangulParts());
export const lockedZipHwpx = (): Buffer => zipOf(hangulParts(true));
export const lockedHwpx = (): Buffer =>
  zipOf([
    ...hangulParts(),
    { name: 'META-INF/manifest.xml', content: '<manifest><file-entry><encryption-data/></file-entry></manifest>' },
  ]);

const office = (main: string, ...more: readonly string[]): Buffer =>
  zipOf([{ name: '[Content_Types].xml', content: '<Types/>' }, ...[main, ...more].map((name) => ({ name }))]);
export const docx = (): Buffer => office('word/document.xml');
export const xlsx = (): Buffer => office('xl/workbook.xml');
export const pptx = (): Buffer => office('ppt/presentation.xml');
export const docm = (): Buffer => office('word/document.xml', 'word/vbaProject.bin');
export const zip = (): Buffer => zipOf([{ name: 'notes.txt', content: 'notes' }]);
/** A ZIP that has the part of a HWPX, and says that it is something else. */
export const epub = (): Buffer =>
  zipOf([{ name: 'mimetype', content: 'application/epub+zip' }, { name: 'Contents/content.hpf' }]);

export const png = (): Buffer =>
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
export const jpeg = (): Buffer =>
  Buffer.from(
    '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
    'base64',
  );

/** The first box of a picture of a telephone, with its brands. */
export function heic(brand = 'heic', ...brands: readonly string[]): Buffer {
  const names = [brand, '\0\0\0\0', ...(brands.length > 0 ? brands : ['mif1', 'heic'])].join('');
  const size = Buffer.alloc(4);
  size.writeUInt32BE(8 + names.length);
  return Buffer.concat([size, Buffer.from(`ftyp${names}`, 'latin1'), Buffer.alloc(64)]);
}

/** What every scanner takes for a threat, so that it can be tried; in two parts, so that none takes this file for one. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

export const harmful = async (): Promise<Buffer> =>
  Buffer.concat([await pdf('harmful'), Buffer.from(`\n% ${eicar}\n`)]);
