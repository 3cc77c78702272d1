import { createServer } from 'node:http';
import { SESClient } from '@aws-sdk/client-ses';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isRecipient } from '../../../functions/app/recipients.ts';
import { addressesTable } from '../../../functions/outbox/addresses-table.ts';
import { PerhapsDone } from '../../../functions/outbox/deliver.ts';
import { deferralMinutes, newEntry, type OutboxEntry } from '../../../functions/outbox/entry.ts';
import { type DeclaredTemplate, mailHandler } from '../../../functions/outbox/send-mail.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { freePort } from '../../../local/ports.ts';
import { memoryDatabase } from '../../support/memory/memory-database.ts';

const now = instantSchema.parse('2027-01-11T01:00:00Z');
const message = { kind: 'mail', template: 'waitlisted', to: { applicant: 'A' }, ids: {} } as const;
const entry = newEntry(message, 'A.0.0', now);
const accepted =
  '<SendRawEmailResponse><SendRawEmailResult><MessageId>m-1</MessageId></SendRawEmailResult></SendRawEmailResponse>';
const refusal = (code: string, message: string) =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;

/** What happened, in its order. */
let order: string[];
let answer: { readonly status: number; readonly body: string };
let ses: SESClient;
/** What SES was given last. */
let given: string;
let close: () => Promise<unknown>;
beforeEach(async () => {
  order = [];
  answer = { status: 200, body: accepted };
  const port = await freePort();
  const server = createServer((request, response) => {
    order.push('sent');
    given = '';
    request.setEncoding('utf8').on('data', (part: string) => {
      given += part;
    });
    request.on('end', () => response.writeHead(answer.status, { 'content-type': 'text/xml' }).end(answer.body));
  });
  await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve));
  close = () => new Promise((resolve) => server.close(resolve));
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const requestHandler = { httpAgent: { keepAlive: false } };
  ses = new SESClient({
    region: 'ap-northeast-2',
    endpoint: `http://127.0.0.1:${port}`,
    credentials,
    maxAttempts: 1,
    requestHandler,
  });
});
afterEach(() => close());

const waitlisted: DeclaredTemplate = {
  class: 'mass',
  prepare: async () => {
    order.push('rendered');
    return { kind: 'mail', to: 'kim@x.example', mail: { subject: 's', html: '<p>h</p>', text: 't', lang: 'ko' } };
  },
};
const handle = (
  holds = true,
  templates: Record<string, DeclaredTemplate> = { waitlisted },
  held: OutboxEntry = entry,
) =>
  mailHandler({
    ses,
    from: 'academy@x.example',
    replyTo: 'academy@x.example',
    addresses: addressesTable(memoryDatabase().db, 'addresses'),
    templates,
    isRecipient,
    clock: () => now,
  })(message, {
    entry: held,
    holds: async () => {
      order.push('asked');
      return holds;
    },
  });

describe('a mail', () => {
  it('leaves after its lease was looked at again, which is the last thing before SES', async () => {
    expect(await handle()).toEqual({ kind: 'done', note: 'm-1' });
    expect(order).toEqual(['rendered', 'asked', 'sent']);
  });

  it('has a sender with a name in the language of the mail', async () => {
    for (const [lang, name] of [
      ['ko', /^From: =\?UTF-8\?[BQ]\?\S+\s+<academy@x\.example>/mu],
      ['en', /^From: Seoul Fintech Academy <academy@x\.example>/mu],
    ] as const) {
      const mail = { subject: 's', html: '<p>h</p>', text: 't', lang };
      await handle(true, {
        waitlisted: { class: 'mass', prepare: async () => ({ kind: 'mail', to: 'a@x.example', mail }) },
      });
      const raw = new URLSearchParams(given).get('RawMessage.Data') ?? '';
      expect(Buffer.from(raw, 'base64').toString()).toMatch(name);
    }
  });

  it('whose lease was lost meanwhile does not reach SES', async () => {
    expect(await handle(false)).toEqual({ kind: 'lost' });
    expect(order).toEqual(['rendered', 'asked']);
  });

  it.each([
    ['MessageRejected', 'Email address is not verified.', { kind: 'deferred', why: 'IdentityUnverified' }],
    ['Throttling', 'Daily message quota exceeded.', { kind: 'deferred', why: 'DailyQuotaReached' }],
    ['AccountSendingPausedException', 'no', { kind: 'deferred', why: 'SendingPaused' }],
    ['MessageRejected', 'made by the test', { kind: 'refused', error: 'MessageRejected' }],
    ['InvalidParameterValue', 'Missing final @domain', { kind: 'refused', error: 'InvalidParameterValue' }],
  ])('that SES answers with %s, %s, is known for what it is', async (code, message, delivery) => {
    answer = { status: 400, body: refusal(code, message) };
    expect(await handle()).toEqual(delivery);
  });

  it('that SES fails on may have left; one that it refuses for another reason has not', async () => {
    answer = { status: 500, body: refusal('InternalFailure', 'no') };
    await expect(handle()).rejects.toThrow(PerhapsDone);
    answer = { status: 400, body: refusal('InvalidAction', 'no') };
    await expect(handle()).rejects.not.toThrow(PerhapsDone);
  });

  it('of a template that is not known waits for half an hour of a rollout, and is refused then', async () => {
    const answers = await Promise.all([0, 4, 5].map((deferrals) => handle(true, {}, { ...entry, deferrals })));
    const deferred = { kind: 'deferred', why: 'TemplateMissing' };
    expect(answers).toEqual([deferred, deferred, { kind: 'refused', error: 'TemplateMissing' }]);
    const minutes = [0, 1, 2, 3, 4].map((deferrals) => deferralMinutes(deferrals + 1));
    expect(minutes.reduce((sum, some) => sum + some, 0)).toBe(31);
    expect(order).toEqual([]);
  });
});
