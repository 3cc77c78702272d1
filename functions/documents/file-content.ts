import cfb from 'cfb';
import { fileTypeFromBuffer } from 'file-type';
import type { Format } from './formats.ts';
import { zipParts } from './zip-parts.ts';

/** What a file is, by its content. */
export type Content =
  | { readonly kind: 'known'; readonly format: Format; readonly locked: boolean }
  /** An Office file with a password: of which kind, only who has it can tell. */
  | { readonly kind: 'locked' }
  /** An Office file with programs in it. */
  | { readonly kind: 'macros' }
  | { readonly kind: 'unknown' }
  /** Nobody could look at it. */
  | { readonly kind: 'unreadable' };

const unknown = { kind: 'unknown' } as const;
const known = (format: Format, locked = false): Content => ({ kind: 'known', format, locked });

/** As many bytes as it takes to tell a type that is told by its beginning. */
const beginning = 4_100;

/** Formats that are told by their beginning alone. */
const byBeginning: Readonly<Record<string, Format>> = { jpg: 'jpeg', png: 'png', heic: 'heic' };

/** What a file is. Only its content counts: a ZIP that is called `.hwpx` is a ZIP. */
export async function contentOf(bytes: Buffer): Promise<Content> {
  if (startsWith(bytes, 'PK\x03\x04')) return ofZip(bytes);
  const { ext = '' } = (await fileTypeFromBuffer(bytes.subarray(0, beginning)).catch(() => undefined)) ?? {};
  if (ext === 'pdf') return known('pdf', hasEncryption(bytes));
  if (ext === 'cfb') return ofCompound(bytes);
  const format = byBeginning[ext];
  return format ? known(format) : unknown;
}

const startsWith = (bytes: Buffer, text: string): boolean =>
  bytes.subarray(0, text.length).equals(Buffer.from(text, 'latin1'));

/**
 * Whether a PDF wants a password, or has rights that a program cannot read around: it says so in its trailer or in the
 * dictionary of its cross-references, which are never compressed.
 */
const hasEncryption = (bytes: Buffer): boolean => /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/u.test(bytes.toString('latin1'));

/** The main part of each kind of Office file. */
const officeParts: readonly { readonly part: RegExp; readonly format: Format }[] = [
  { part: /^word\/document\d*\.xml$/u, format: 'docx' },
  { part: /^xl\/workbook\d*\.xml$/u, format: 'xlsx' },
  { part: /^ppt\/presentation\d*\.xml$/u, format: 'pptx' },
];

/** Where a HWPX says what it is, and of which of its parts there is nothing to see without a password. */
const typePart = 'mimetype';
const manifestPart = 'META-INF/manifest.xml';

async function ofZip(bytes: Buffer): Promise<Content> {
  const parts = await zipParts(bytes, [typePart, manifestPart]);
  if (!parts) return unknown;
  const { names, texts, locked } = parts;
  if (names.has('Contents/content.hpf') && texts.get(typePart)?.trim() === 'application/hwp+zip') {
    return known('hwpx', locked || texts.get(manifestPart)?.includes('encryption-data') === true);
  }
  if (!names.has('[Content_Types].xml')) return unknown;
  const all = [...names];
  if (all.some((name) => /(?:^|\/)vbaProject\.bin$/iu.test(name))) return { kind: 'macros' };
  const found = officeParts.find(({ part }) => all.some((name) => part.test(name)));
  return found ? known(found.format, locked) : unknown;
}

const hangulSignature = 'HWP Document File';
/** Flags of a HWP file, from this byte of its header on: the second is that it has a password. */
const flagsAt = 36;
const passwordFlag = 0b10;

function ofCompound(bytes: Buffer): Content {
  try {
    const file = cfb.read(bytes, { type: 'buffer' });
    if (cfb.find(file, '/EncryptedPackage')) return { kind: 'locked' };
    const header = Buffer.from(cfb.find(file, '/FileHeader')?.content ?? []);
    if (!startsWith(header, hangulSignature) || header.length <= flagsAt) return unknown;
    return known('hwp', (header.readUInt8(flagsAt) & passwordFlag) !== 0);
  } catch {
    return unknown;
  }
}
