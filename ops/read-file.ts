import { readFile, stat } from 'node:fs/promises';
import { readText, type TextFile } from '../functions/shared/files/text-file.ts';
import { Complaint } from './context.ts';

/** No list and no rules come near it: whoever names a larger file has named another than they meant. */
const mostBytes = 10_000_000;

/** A file that an operator names, as it is. */
export async function readNamedBytes(path: string): Promise<Uint8Array> {
  const found = await stat(path).catch(() => {
    throw new Complaint(`There is no file ${path}.`);
  });
  if (!found.isFile()) throw new Complaint(`${path} is a folder, and should be a file.`);
  if (found.size === 0) throw new Complaint(`${path} is empty.`);
  if (found.size > mostBytes) throw new Complaint(`${path} has ${found.size} bytes: at most ${mostBytes} are read.`);
  return readFile(path);
}

/** A file that an operator names, in whatever encoding their editor saved it. */
export async function readNamedFile(path: string): Promise<TextFile> {
  const file = readText(await readNamedBytes(path));
  if (!file) throw new Complaint(`${path} is neither UTF-8 nor CP949: save it as UTF-8 ("CSV UTF-8" in Excel).`);
  return file;
}

/** To be read before anything is loaded, if a file was not written as it should be; nothing for UTF-8. */
export const encodingLine = ({ encoding }: TextFile, sample: string): string =>
  encoding === 'UTF-8' ? '' : `The file is in ${encoding}, not UTF-8; look whether this reads right: ${sample}\n`;

/** What is wrong in a file, in a line each that editors open. */
export const problemLines = (
  path: string,
  problems: readonly { readonly line: number; readonly field?: string; readonly reason: string }[],
): string =>
  problems.map(({ line, field, reason }) => `  ${path}:${line} ${field ? `${field} ` : ''}${reason}`).join('\n');
