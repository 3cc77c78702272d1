import { request } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { newKey } from '../../local/cloud-key.ts';
import { startRunsPage } from '../../local/console.ts';
import type { Door } from '../../local/door.ts';
import { freePort } from '../../local/ports.ts';

const open: Door[] = [];
afterEach(async () => {
  for (const door of open.splice(0)) await door.stop();
});

/** The page of runs in front of a port at which nothing answers. */
async function runsPage(): Promise<Door> {
  const endpoint = `http://127.0.0.1:${await freePort()}`;
  const cloud = { endpoint, region: 'ap-northeast-2', key: newKey() };
  const door = await startRunsPage({ port: await freePort(), cloud, stage: 'local' });
  open.push(door);
  return door;
}

const statusOf = (url: string, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request(url, { headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on('error', reject)
      .end();
  });

it('shows the runs to its own page and to programs, and to no other page', async () => {
  const { url } = await runsPage();
  const reached = 502;
  expect(await statusOf(url, {})).toBe(reached);
  expect(await statusOf(url, { origin: url, 'sec-fetch-site': 'same-origin' })).toBe(reached);
  expect(await statusOf(url, { origin: 'https://evil.example' })).toBe(403);
  expect(await statusOf(`${url}/run?arn=a`, { 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await statusOf(url, { host: 'rebound.example' })).toBe(403);
});

it('says so if the local cloud does not answer', async () => {
  const { url } = await runsPage();
  const answer = await fetch(url);
  expect(answer.status).toBe(502);
  expect(await answer.text()).toBe('The local cloud does not answer.');
});
