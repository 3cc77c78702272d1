import { createServer, type IncomingMessage, request } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { freePort } from '../../local/ports.ts';
import { wholeBody } from '../../local/whole-body.ts';

const opened: (() => unknown)[] = [];
afterEach(() => {
  for (const close of opened.splice(0)) close();
});

/** A request of which a server has the beginning; `send` sends more of it. */
async function begun(length: number) {
  const server = createServer();
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  opened.push(
    () => server.closeAllConnections(),
    () => server.close(),
  );
  const arrives = new Promise<IncomingMessage>((resolve) => server.on('request', resolve));
  const sent = request({ port, host: '127.0.0.1', method: 'POST', headers: { 'content-length': length } });
  sent.on('error', () => undefined).flushHeaders();
  return { sent, incoming: await arrives };
}

it.each([0, 9, 3_000_000])('is a body of %d bytes, in however many pieces', async (length) => {
  const { sent, incoming } = await begun(length);
  const body = wholeBody(incoming);
  sent.write('x'.repeat(Math.floor(length / 2)));
  setTimeout(() => sent.end('y'.repeat(Math.ceil(length / 2))), 20);
  expect(String(await body)).toBe('x'.repeat(Math.floor(length / 2)) + 'y'.repeat(Math.ceil(length / 2)));
});

it('is none of a request that is broken off', async () => {
  const { sent, incoming } = await begun(9);
  sent.write('x');
  const body = wholeBody(incoming);
  setTimeout(() => sent.destroy(), 20);
  await expect(body).rejects.toThrow();
});

it('is none of a request that was broken off before it was asked for', async () => {
  const { sent, incoming } = await begun(9);
  sent.destroy();
  await new Promise((resolve) => incoming.on('close', resolve));
  await expect(wholeBody(incoming)).rejects.toThrow();
});
