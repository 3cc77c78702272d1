import { request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Door, foreignPage, openDoor } from '../../local/door.ts';
import { freePort } from '../../local/ports.ts';

let door: Door;
beforeAll(async () => {
  door = await openDoor({
    port: await freePort(),
    purpose: 'the test',
    answer: (_, outgoing) => void outgoing.end('let in'),
  });
});
afterAll(() => door.stop());

/** fetch sets neither Host nor Sec-Fetch-Site as it is told. */
const ask = (headers: Record<string, string>, method = 'GET'): Promise<{ status: number; body: string }> =>
  new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: door.port, method, headers }, (answer) => {
      text(answer).then((body) => resolve({ status: answer.statusCode ?? 0, body }), reject);
    })
      .on('error', reject)
      .end();
  });

describe('the door lets in', () => {
  const own = () => ({ host: `localhost:${door.port}`, origin: `http://localhost:${door.port}` });
  it.each<[string, () => Record<string, string>, string?]>([
    ['a program', () => ({})],
    ['its own page', () => ({ ...own(), 'sec-fetch-site': 'same-origin' }), 'POST'],
    [
      "its own page's form that keeps its address to itself",
      () => ({ origin: 'null', 'sec-fetch-site': 'same-origin' }),
    ],
    ['its own page in a browser that says only Origin', own, 'POST'],
    ['a typed address', () => ({ 'sec-fetch-site': 'none' })],
    ['the numeric address', () => ({ host: `127.0.0.1:${door.port}` })],
    ['a name below localhost', () => ({ host: `api.execute-api.localhost:${door.port}` })],
    [
      'a link of another local page',
      () => ({ 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }),
    ],
  ])('%s', async (_, headers, method) => {
    expect(await ask(headers(), method)).toEqual({ status: 200, body: 'let in' });
  });
});

describe('the door refuses', () => {
  it.each<[string, Record<string, string>, string?]>([
    ['a page of another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['a page of another site in a browser that says only Origin', { origin: 'https://evil.example' }, 'POST'],
    ['a page without an origin', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['a page without an origin in a browser that says only that', { origin: 'null' }],
    ['an image or a script on another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'image' }],
    ['a page on another port of this machine', { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-site' }],
    ['a request without Origin from another port', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' }],
    [
      'a frame in another local page',
      { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
    ],
    [
      'a form of another local page',
      { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
      'POST',
    ],
    [
      'a link of another site',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
    ],
    ['a name that a name server leads here', { host: 'rebound.evil.example' }],
    ['a name that only looks like ours', { host: 'localhost.evil.example' }],
    ['an address of the network', { host: '192.168.0.2' }],
  ])('%s', async (_, headers, method) => {
    const { status, body } = await ask(headers, method);
    expect(status).toBe(403);
    expect(body).toMatch(/^Refused: .+\. Only this machine's own pages and programs are let in\.\n$/u);
  });

  it('an upgrade to what it does not speak', async () => {
    const socket = connect(door.port, '127.0.0.1');
    socket.write(`GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 403 /u);
  });
});

it('opens the app by a link from anywhere, and by nothing else', () => {
  const link = { host: 'localhost', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
  expect(foreignPage({ ...link, 'sec-fetch-dest': 'document' }, 'GET', 'anywhere')).toBeUndefined();
  expect(foreignPage({ ...link, 'sec-fetch-dest': 'document' }, 'POST', 'anywhere')).toContain('cross-site');
  expect(foreignPage({ ...link, 'sec-fetch-dest': 'iframe' }, 'GET', 'anywhere')).toContain('cross-site');
});

it('says so when the answer fails', async () => {
  const failing = await openDoor({
    port: await freePort(),
    purpose: 'the test',
    answer: () => Promise.reject(new Error('no answer')),
  });
  const response = await fetch(failing.url);
  expect([response.status, await response.text()]).toEqual([500, 'This failed: Error: no answer']);
  await failing.stop();
});
