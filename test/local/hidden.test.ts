import { createServer, type RequestListener } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { type Door, openDoor } from '../../local/door.ts';
import { type Hidden, hidden, keyHeader, passOn, sendOn } from '../../local/hidden.ts';
import { freePort } from '../../local/ports.ts';

const opened: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

/** A door in front of a server that answers so. */
async function doorTo(answer: RequestListener): Promise<{ readonly door: Door; readonly behind: Hidden }> {
  const behind = hidden(await freePort());
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(behind.port, '127.0.0.1', resolve));
  const door = await openDoor({
    port: await freePort(),
    purpose: 'a test',
    answer: (incoming, outgoing) =>
      passOn(outgoing, sendOn(incoming, behind), (away) => void away.writeHead(502).end('away')),
  });
  opened.push(
    door.stop,
    () => server.closeAllConnections(),
    () => void server.close(),
  );
  return { door, behind };
}

it.each([0, 5, 1_000_000, 3_000_000])('gives an answer of %d bytes back as it is, with its length', async (length) => {
  const { door, behind } = await doorTo((incoming, outgoing) => {
    outgoing.writeHead(200, { 'content-length': length, 'x-secret': String(incoming.headers[keyHeader]) });
    outgoing.write('x'.repeat(Math.floor(length / 2)));
    setTimeout(() => outgoing.end('y'.repeat(Math.ceil(length / 2))), 20);
  });
  const answer = await fetch(door.url);
  expect(answer.headers.get('content-length')).toBe(String(length));
  expect(answer.headers.get('x-secret')).toBe(behind.secret);
  expect(await answer.text()).toBe('x'.repeat(Math.floor(length / 2)) + 'y'.repeat(Math.ceil(length / 2)));
});

it('gives the head of an answer in pieces back before its end', async () => {
  let end = (): void => undefined;
  const { door } = await doorTo((_, outgoing) => {
    outgoing.write('first ');
    end = () => void outgoing.end('last');
  });
  const answer = await fetch(door.url);
  end();
  expect(await answer.text()).toBe('first last');
});

it('answers a HEAD without a body, whatever its length', async () => {
  const { door } = await doorTo((_, outgoing) => void outgoing.writeHead(200, { 'content-length': 70 }).end());
  const answer = await fetch(door.url, { method: 'HEAD' });
  expect([answer.status, answer.headers.get('content-length'), await answer.text()]).toEqual([200, '70', '']);
});

it.each([204, 304])('gives a %d back, which has no body whatever length it tells', async (status) => {
  const { door } = await doorTo((_, outgoing) => {
    outgoing.writeHead(status, { etag: '"1"', ...(status === 304 && { 'content-length': 70 }) }).end();
  });
  const answer = await fetch(door.url);
  expect([answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([status, '"1"', '']);
});

it('lets the server behind the door know when nobody waits for its answer any more', async () => {
  let left = (): void => undefined;
  const isLeft = new Promise<void>((resolve) => {
    left = resolve;
  });
  const asked = new AbortController();
  const { door } = await doorTo((_, outgoing) => {
    outgoing.on('close', left).writeHead(200, { 'content-length': 10 }).write('x');
    setTimeout(() => asked.abort(), 20);
  });
  await expect(fetch(door.url, { signal: asked.signal }).then((answer) => answer.text())).rejects.toThrow();
  await isLeft;
});

it.each([10, 3_000_000])('breaks an answer of %d bytes off that is broken off behind the door', async (length) => {
  const { door } = await doorTo((_, outgoing) => {
    outgoing.writeHead(200, { 'content-length': length }).write('x');
    setTimeout(() => outgoing.destroy(), 20);
  });
  await expect(fetch(door.url).then((answer) => answer.text())).rejects.toThrow();
});
