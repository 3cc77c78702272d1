import { crc32 } from 'node:zlib';

interface ZipPart {
  readonly name: string;
  readonly content?: string;
  /** As if it wanted a password. */
  readonly locked?: boolean;
}

/** A ZIP of parts that are stored as they are, made by hand, so that its directory can say what a test wants. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  let at = 0;
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  for (const { name, content = '', locked = false } of parts) {
    // A password takes twelve bytes more before the content.
    const body = Buffer.concat([Buffer.alloc(locked ? 12 : 0), Buffer.from(content)]);
    const title = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE((locked ? 1 : 0) | 0x800, 2);
    common.writeUInt32LE(crc32(body), 10);
    common.writeUInt32LE(body.length, 14);
    common.writeUInt32LE(Buffer.byteLength(content), 18);
    common.writeUInt16LE(title.length, 22);
    const head = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, title, body]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, title]));
    local.push(head);
    at += head.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...local, listed, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
