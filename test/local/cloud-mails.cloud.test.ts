import { SESClient, SendEmailCommand, VerifyEmailIdentityCommand } from '@aws-sdk/client-ses';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Cloud, startCloud } from '../../local/cloud.ts';
import { keyHeader } from '../../local/hidden.ts';

let cloud: Cloud;
let sent = 0;
beforeAll(async () => {
  cloud = await startCloud();
  await senderIn(cloud.region).send(new VerifyEmailIdentityCommand({ EmailAddress: 'from@example.kr' }));
}, 60_000);
afterAll(() => cloud.stop());

const senderIn = (region: string): SESClient =>
  new SESClient({ endpoint: cloud.endpoint, region, credentials: cloud.key });

async function send(ses = senderIn(cloud.region)): Promise<string> {
  sent += 1;
  const subject = `메일 ${sent}`;
  await ses.send(
    new SendEmailCommand({
      Source: 'from@example.kr',
      Destination: { ToAddresses: ['to@example.kr'] },
      Message: { Subject: { Data: subject }, Body: { Text: { Data: '안녕하세요' } } },
    }),
  );
  return subject;
}

it('gives the mails after a number, each with its own, and nothing when nothing is new', async () => {
  expect(await cloud.messagesAfter(0)).toEqual({ messages: [], next: 0 });
  const first = await send();
  const second = await send();
  expect(await cloud.messagesAfter(0)).toMatchObject({
    messages: [
      { number: 1, subject: first, to: ['to@example.kr'], text: '안녕하세요' },
      { number: 2, subject: second },
    ],
    next: 2,
  });
  expect(await cloud.messagesAfter(2)).toEqual({ messages: [], next: 2 });
  const third = await send();
  expect(await cloud.messagesAfter(2)).toMatchObject({ messages: [{ number: 3, subject: third }], next: 3 });
});

it('numbers the mails of another region on, and changes no number that was given', async () => {
  const before = await cloud.messagesAfter(0);
  const elsewhere = senderIn('us-east-1');
  await elsewhere.send(new VerifyEmailIdentityCommand({ EmailAddress: 'from@example.kr' }));
  const there = await send(elsewhere);
  const here = await send();
  const { messages, next } = await cloud.messagesAfter(before.next);
  expect(messages.map(({ number, subject }) => [number - before.next, subject])).toEqual([
    [1, there],
    [2, here],
  ]);
  expect((await cloud.messagesAfter(0)).messages).toEqual([...before.messages, ...messages]);
  expect(await cloud.messages()).toHaveLength(next);
});

it('refuses what is no number', async () => {
  await expect(cloud.messagesAfter(-1)).rejects.toThrow();
  const headers = { [keyHeader]: cloud.key.secretAccessKey };
  const response = await fetch(`${cloud.endpoint}/_ministack/ses/messages?after=x`, { headers });
  expect(response.status).toBe(400);
});
