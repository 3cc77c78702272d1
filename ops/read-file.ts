import { readFile } from 'node:fs/promises';
import { readText, type TextFile } from '../functions/shared/text-file.ts';
import { Complaint } from './context.ts';

/** A file that an operator names, in whatever encoding their editor saved it. */
export async function readNamedFile(path: string): Promise<TextFile> {
  const bytes = await readFile(path).catch(() => {
    throw new Complaint(`There is no file ${path}.`);
  });
  const file = readText(bytes);
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
