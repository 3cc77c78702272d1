import type { IncomingMessage } from 'node:http';

/** The body in one piece. That of node:stream/consumers goes through a Blob, which takes a tenth of what a call does. */
export const wholeBody = (incoming: IncomingMessage): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    incoming
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('end', () => resolve(Buffer.concat(chunks)))
      .on('error', reject);
  });
