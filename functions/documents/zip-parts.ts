import { type Entry, fromBuffer, type ZipFile } from 'yauzl';

/** What a ZIP says of itself in its directory. */
export interface ZipParts {
  readonly names: ReadonlySet<string>;
  /** Whether a part of it wants a password. */
  readonly locked: boolean;
  /** What is in the parts that were asked for, of those that are there and short. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Parts at most: a long manuscript with pictures has some hundred. */
const mostParts = 10_000;
const longestText = 64 * 1024;

/**
 * The directory of a ZIP; nothing, if it is none, or not as it should be.
 * @param wanted the parts that are unpacked
 */
export function zipParts(bytes: Buffer, wanted: readonly string[]): Promise<ZipParts | undefined> {
  return new Promise((resolve) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error || zip.entryCount > mostParts) return resolve(undefined);
      read(zip, wanted).then(resolve, () => resolve(undefined));
    });
  });
}

async function read(zip: ZipFile, wanted: readonly string[]): Promise<ZipParts> {
  const entries = await entriesOf(zip);
  const short = entries.filter(
    (entry) => wanted.includes(entry.fileName) && !entry.isEncrypted() && entry.uncompressedSize <= longestText,
  );
  const texts = await Promise.all(short.map(async (entry) => [entry.fileName, await textOf(zip, entry)] as const));
  return {
    names: new Set(entries.map(({ fileName }) => fileName)),
    locked: entries.some((entry) => entry.isEncrypted()),
    texts: new Map(texts),
  };
}

const entriesOf = (zip: ZipFile): Promise<Entry[]> =>
  new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', reject);
    zip.readEntry();
  });

const textOf = (zip: ZipFile, entry: Entry): Promise<string> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => resolve(Buffer.concat(parts).toString('utf8')));
      stream.on('error', reject);
    });
  });
