import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodingLine, readNamedBytes, readNamedFile } from '../../../ops/read-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sfa-read-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const saved = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};

describe('a file that a command reads', () => {
  it('is read in UTF-8, and in what Korean Excel saves, of which it is told', async () => {
    const plain = await readNamedFile(await saved('plain.csv', 'id,name\n1,김하온'));
    expect([plain.text, encodingLine(plain, '김하온')]).toEqual(['id,name\n1,김하온', '']);
    const excel = await readNamedFile(await saved('excel.csv', iconv.encode('id,name\n1,김하온', 'cp949')));
    expect(excel.text).toBe(plain.text);
    expect(encodingLine(excel, '김하온')).toContain('CP949');
  });

  it('is refused with a reason if it is not there, a folder, empty, too large or no text', async () => {
    const large = await saved('large.csv', 'x');
    await truncate(large, 10_000_001);
    const refused = [
      [join(folder, 'none.csv'), /There is no file/u],
      [folder, /is a folder/u],
      [await saved('empty.csv', ''), /is empty/u],
      [large, /10000001 bytes: at most 10000000/u],
      [await saved('image.csv', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe])), /neither UTF-8 nor CP949/u],
    ] as const;
    for (const [path, reason] of refused) await expect(readNamedFile(path), path).rejects.toThrow(reason);
    await expect(readNamedBytes(large)).rejects.toThrow(/at most/u);
  });
});
