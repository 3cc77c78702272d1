import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SESClient, SendRawEmailCommand, VerifyDomainIdentityCommand } from '@aws-sdk/client-ses';
import MailComposer from 'nodemailer/lib/mail-composer';
import { afterAll, expect, it } from 'vitest';
import { type Cloud, startCloud } from '../../local/cloud.ts';
import { type Inbox, startInbox } from '../../local/inbox.ts';
import { freePort } from '../../local/ports.ts';

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
