import { createServer, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, expect, it } from 'vitest';
import { newKey } from '../../local/cloud-key.ts';
import { type FrontDoor, startFrontDoor } from '../../local/front-door.ts';
import { freePort } from '../../local/ports.ts';

const key = newKey();
const open: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0)) await thing.stop();
});

async function behind(): Promise<{
  door: FrontDoor;
  cloudPort: number;
  seen: { headers: IncomingHttpHeaders; body: string }[];
}> {
  const seen: { headers: IncomingHttpHeaders; body: string }[] = [];
  const cloudPort = await freePort();
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      seen.push({ headers: request.headers, body });
      response.writeHead(303, { location: '/sent', 'set-cookie': ['a=1', 'b=2'] }).end('보냈습니다');
    });
  });
  await new Promise<void>((resolve) => server.listen(cloudPort, '127.0.0.1', resolve));
  open.push({
    stop: async () => {
      server.close();
      server.closeAllConnections();
    },
  });
  const door = await startFrontDoor({ port: await freePort(), cloud: { port: cloudPort, key }, apiId: 'abcd1234' });
  open.push(door);
  return { door, cloudPort, seen };
}

it("passes a request on under the API's name, with what a form's protection needs", async () => {
  const { door, cloudPort, seen } = await behind();
  const answer = await fetch(`${door.url}/apply?x=1`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: door.url, cookie: 'a=1; b=2', 'x-forwarded-proto': 'gopher' },
    body: new URLSearchParams({ name: '김하늘' }),
  });
  expect(seen[0]?.headers).toMatchObject({
    host: `abcd1234.execute-api.localhost:${cloudPort}`,
    origin: door.url,
    cookie: 'a=1; b=2',
    'x-forwarded-proto': 'https',
    'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
  });
  expect(new URLSearchParams(seen[0]?.body).get('name')).toBe('김하늘');
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('/sent');
  expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(await answer.text()).toBe('보냈습니다');
});

it('says in both languages that the local cloud is away', async () => {
  const door = await startFrontDoor({
    port: await freePort(),
    cloud: { port: await freePort(), key },
    apiId: 'abcd1234',
  });
  open.push(door);
  const answer = await fetch(door.url);
  expect(answer.status).toBe(502);
  expect(await answer.text()).toMatch(/로컬 클라우드.*The local cloud does not answer/s);
});

it('names the port that is in use', async () => {
  const { door } = await behind();
  await expect(startFrontDoor({ port: door.port, cloud: { port: 1, key }, apiId: 'x' })).rejects.toThrow(
    new RegExp(`^Port ${door.port}, which the front door needs, is in use`),
  );
});
