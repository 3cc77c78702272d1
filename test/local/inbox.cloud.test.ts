import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SESClient, SendRawEmailCommand, VerifyDomainIdentityCommand } from '@aws-sdk/client-ses';
import MailComposer from 'nodemailer/lib/mail-composer';
import { afterAll, expect, it } from 'vitest';
import { type Cloud, startCloud } from '../../local/cloud.ts';
import { type Inbox, startInbox } from '../../local/inbox.ts';
import { freePort } from '../../local/ports.ts';
import { run } from '../../local/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'sfa-inbox-'));
const running: { stop(): Promise<void> }[] = [];
afterAll(async () => {
  for (const thing of running.reverse()) await thing.stop();
});

async function start(): Promise<{ inbox: Inbox; cloud: Cloud }> {
  const inbox = await startInbox({
    webPort: await freePort(),
    smtpPort: await freePort(),
    directory: join(folder, 'mails'),
    log: join(folder, 'inbox.log'),
  });
  running.push(inbox);
  const cloud = await startCloud({ stateDir: join(folder, 'cloud'), smtp: inbox.smtp });
  running.push(cloud);
  return { inbox, cloud };
}

const senderAt = ({ endpoint, region, key }: Cloud): SESClient => new SESClient({ endpoint, region, credentials: key });

const mail = () =>
  new MailComposer({
    from: '서울 핀테크 아카데미 <no-reply@academy.example.kr>',
    to: '김하늘 <haneul@example.kr>',
    subject: '지원서를 받았습니다 — 접수번호 A-27H1-7K3Q-9MX4',
    text: '지원해 주셔서 감사합니다.',
    html: '<p>지원해 주셔서 <strong>감사합니다</strong>.</p>',
  })
    .compile()
    .build();

it('receives Korean mails as they were sent, and keeps them and the identity over a restart', async () => {
  const first = await start();
  await senderAt(first.cloud).send(new VerifyDomainIdentityCommand({ Domain: 'academy.example.kr' }));
  await senderAt(first.cloud).send(new SendRawEmailCommand({ RawMessage: { Data: await mail() } }));
  const expected = {
    subject: '지원서를 받았습니다 — 접수번호 A-27H1-7K3Q-9MX4',
    text: expect.stringContaining('지원해 주셔서 감사합니다.'),
    html: expect.stringContaining('<strong>감사합니다</strong>'),
  };
  for (let attempt = 0; attempt < 40 && (await first.inbox.mails()).length === 0; attempt += 1) await sleep(50);
  expect(await first.inbox.mails()).toMatchObject([expected]);
  expect(await first.cloud.messages()).toMatchObject([{ ...expected, to: ['김하늘 <haneul@example.kr>'] }]);
  for (const thing of running.splice(0).reverse()) await thing.stop();

  const second = await start();
  expect(await second.inbox.mails()).toMatchObject([expected]);
  await senderAt(second.cloud).send(new SendRawEmailCommand({ RawMessage: { Data: await mail() } }));
}, 60_000);

/** What a socket of maildev's page hears, from its opening to its first event. */
const listen = (url: string, headers: Record<string, string>): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const key = randomBytes(16).toString('base64');
    const upgrade = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': key,
    };
    request({ hostname, port, path: '/socket.io/?EIO=4&transport=websocket', headers: { ...upgrade, ...headers } })
      .on('upgrade', (_, socket, head) => {
        const heard = (data: Buffer): void => {
          resolve(data.toString('utf8'));
          socket.destroy();
        };
        if (head.length > 0) heard(head);
        else socket.once('data', heard);
      })
      .on('response', ({ statusCode }) => reject(new Error(`answered with ${statusCode}`)))
      .on('error', reject)
      .end();
  });

it('is read by its own page and by programs, and by no other page', async () => {
  const webPort = await freePort();
  const inbox = await startInbox({ webPort, smtpPort: await freePort(), log: join(folder, 'doors.log') });
  running.push(inbox);
  const own = { origin: inbox.url, 'sec-fetch-site': 'same-origin' };
  const evil = { origin: 'https://evil.example', cookie: 'a=1' };
  const at = `${inbox.url}/api/email`;
  expect((await fetch(at)).status).toBe(200);
  const page = await fetch(inbox.url, { headers: { accept: 'text/html' } });
  expect(await page.text()).toContain('<html');

  const stolen = await fetch(at, { headers: evil });
  expect(stolen.status).toBe(403);
  for (const headers of [new Headers(evil), new Headers({ origin: inbox.url }), new Headers()]) {
    const answer = await fetch(at, { headers });
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
  }
  expect((await fetch(`${at}/all`, { method: 'DELETE', headers: evil })).status).toBe(403);

  expect(await listen(inbox.url, own)).toContain('"sid"');
  await expect(listen(inbox.url, evil)).rejects.toThrow('403');
  await expect(listen(inbox.url, { host: 'rebound.example' })).rejects.toThrow('403');

  // What is behind the door does not speak to anybody else, whatever it is asked.
  const { stdout } = await run('ss', ['-ltnpH']);
  const hidden = stdout
    .split('\n')
    .filter((line) => line.includes(`pid=${inbox.pid},`) && !line.includes(`:${inbox.smtp.port} `))
    .flatMap((line) => /127\.0\.0\.1:(\d+)/u.exec(line)?.[1] ?? []);
  expect(hidden).toHaveLength(1);
  const behind = `http://127.0.0.1:${hidden[0]}`;
  for (const path of ['/api/email', '/api/healthz', '/']) {
    await expect(fetch(`${behind}${path}`, { headers: own })).rejects.toThrow('fetch failed');
  }
  await expect(listen(behind, own)).rejects.toThrow();
  await expect(listen(behind, { 'x-local-key': 'guessed' })).rejects.toThrow();
}, 60_000);
