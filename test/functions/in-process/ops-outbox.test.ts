import { createServer } from 'node:http';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newEntry, type OutboxEntry, type StoredMessage } from '../../../functions/outbox/entry.ts';
import { outboxTable } from '../../../functions/outbox/outbox-table.ts';
import { committer } from '../../../functions/shared/database/commit.ts';
import { addMinutes, instantSchema } from '../../../functions/shared/time.ts';
import { freePort } from '../../../local/ports.ts';
import { clearSuppression } from '../../../ops/commands/addresses.ts';
import { entryRows, outboxFailed, outboxWaiting, resend } from '../../../ops/commands/outbox.ts';
import type { Flags } from '../../../ops/context.ts';
import { memoryDatabase, memoryTables } from '../../support/memory/memory-database.ts';

const now = instantSchema.parse('2027-03-02T03:00:00Z');
const mail: StoredMessage = { kind: 'mail', template: 'waitlisted', to: { applicant: 'A' }, ids: {} };

let memory: ReturnType<typeof memoryDatabase>;
let said: string[];
beforeEach(() => {
  memory = memoryDatabase();
  said = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const at = (flags: Partial<Flags> = {}) => ({
  db: memory.db,
  tables: { ...memoryTables },
  outbox: outboxTable(memory.db, 'outbox'),
  commit: committer(memory.db, { audit: 'audit', outbox: 'outbox' }),
  by: 'operator:test',
  now: () => now,
  flags: { stage: 'test', yes: true, force: false, ...flags },
});
const put = (item: object) => memory.db.send(new PutCommand({ TableName: 'outbox', Item: { ...item } }));
const given = (id: string, hour: number, more: Partial<OutboxEntry> = {}): OutboxEntry => {
  const { due: _, ...entry } = newEntry(mail, `${id}.0123456789ab.0`, addMinutes(now, -300));
  const finishedAt = instantSchema.parse(`2027-03-02T0${hour}:00:00Z`);
  return { ...entry, state: 'FAILED', attempts: 1, note: 'MessageRejected', finishedAt, ...more };
};
const states = () =>
  Object.fromEntries(memory.plain('outbox').map(({ id, state }) => [String(id).split('.')[0], state]));

describe('ops resend --failed', () => {
  it('brings all that was given up since a time, each once, however often it is called', async () => {
    for (const entry of [given('early', 0), given('first', 1), given('second', 2)]) await put(entry);
    await put({ ...given('odd', 2), errand: { kind: 'fax' } });
    const since = '2027-03-02T10:00:00+09:00';
    await resend(at({ failed: true, since }), undefined);
    expect(said).toContain('2  waitlisted (MessageRejected)');
    expect(said).toContain('1 cannot be read, and stay as they are.');
    expect(said.at(-1)).toBe('2 on their way.');
    const left = memory.plain('outbox').filter(({ state }) => state === 'PENDING');
    expect(left.map(({ errand }) => errand)).toEqual([mail, mail]);
    await expect(resend(at({ failed: true, since }), undefined)).rejects.toThrow('Nothing that could be sent');
    expect(memory.plain('outbox').filter(({ state }) => state === 'PENDING')).toHaveLength(2);
    expect(memory.plain('outbox').filter(({ state }) => state === 'FAILED')).toHaveLength(2);
  });

  it('wants to know since when', async () => {
    await expect(resend(at({ failed: true }), undefined)).rejects.toThrow('Usage');
    await expect(resend(at({ failed: true, since: 'yesterday' }), undefined)).rejects.toThrow('is no instant');
  });

  it('keeps in the message what newer code wrote of it, and rolled back', async () => {
    const newer = { ...mail, attached: { letter: 'L-1' } };
    await put({ ...given('newer', 1), errand: newer });
    await resend(at(), 'newer.0123456789ab.0');
    expect(memory.plain('outbox').find(({ state }) => state === 'PENDING')?.errand).toEqual(newer);
  });

  it('of one entry leaves it given up no more, and refuses one that is on its way or cannot be read', async () => {
    await put(given('one', 1));
    await put({ ...given('odd', 2), errand: { kind: 'fax' } });
    await resend(at(), 'one.0123456789ab.0');
    expect(memory.plain('outbox').find(({ id }) => id === 'one.0123456789ab.0')).toMatchObject({
      state: 'DROPPED',
      note: 'resent',
    });
    const pending = memory.plain('outbox').find(({ state }) => state === 'PENDING');
    await expect(resend(at(), String(pending?.id))).rejects.toThrow('is sent by itself');
    await expect(resend(at(), 'odd.0123456789ab.0')).rejects.toThrow('cannot be read');
    await expect(resend(at(), 'none')).rejects.toThrow('There is no outbox entry');
  });
});

describe('ops outbox', () => {
  it('shows what was given up, also what cannot be read', async () => {
    await put(given('one', 1));
    await put({ ...given('odd', 2), errand: { kind: 'fax' }, attempts: 12, note: 'EntryUnreadable' });
    await outboxFailed(at());
    expect(said[0]).toContain('one.0123456789ab.0  waitlisted  1 tries  MessageRejected');
    expect(said[1]).toContain('odd.0123456789ab.0  unreadable  12 tries  EntryUnreadable');
    expect(said.at(-1)).toBe('2 given up.');
  });

  it('counts what waits, by what it waits for', async () => {
    for (const id of ['a', 'b', 'c']) {
      await put({ ...newEntry(mail, id, now), ...(id !== 'c' && { note: 'IdentityUnverified', deferrals: 3 }) });
    }
    await outboxWaiting(at());
    expect(said).toEqual([
      `2  waitlisted  IdentityUnverified  the oldest since ${now}`,
      `1  waitlisted  not tried yet  the oldest since ${now}`,
      '3 waiting.',
    ]);
  });

  it('shows one entry, also one that cannot be read, and nothing that is none', async () => {
    await put({ ...newEntry(mail, 'odd', now), errand: { kind: 'fax' }, attempts: 3, note: 'EntryUnreadable' });
    const rows = Object.fromEntries((await entryRows(at(), 'odd')) ?? []);
    expect(rows).toMatchObject({ entry: 'odd', what: 'unreadable', state: 'PENDING', note: 'EntryUnreadable' });
    expect(rows.tries).toContain('3,');
    expect(await entryRows(at(), 'none')).toBeUndefined();
    expect(states()).toEqual({ odd: 'PENDING' });
  });
});

describe('ops address clear', () => {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const kms = { config: { region: async () => 'ap-northeast-2', credentials } };

  /** SES's suppression list, as its API answers. */
  async function ses(status: number, type = '') {
    const calls: string[] = [];
    const port = await freePort();
    const server = createServer((request, response) => {
      calls.push(
        `${request.method} ${request.url} ${/Credential=\S+?\/(\w+)\/aws4/u.exec(request.headers.authorization ?? '')?.[1]}`,
      );
      response.writeHead(status, { 'x-amzn-errortype': type }).end('{}');
    });
    await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve));
    vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${port}`);
    return { calls, close: () => new Promise((resolve) => server.close(resolve)) };
  }

  it.each([
    [200, '', 'cleared'],
    [404, 'NotFoundException', 'was not there'],
  ])('takes the address off the suppression list of SES: %d %s', async (status, type, result) => {
    const { calls, close } = await ses(status, type);
    expect(await clearSuppression({ kms, local: false }, 'kim+1@x.example')).toBe(result);
    expect(calls).toEqual(['DELETE /v2/email/suppression/addresses/kim%2B1%40x.example ses']);
    await close();
  });

  it('says if SES refuses, and that the local cloud has no such list', async () => {
    const { close } = await ses(403, 'AccessDeniedException');
    await expect(clearSuppression({ kms, local: false }, 'kim@x.example')).rejects.toThrow('AccessDeniedException');
    expect(await clearSuppression({ kms, local: true }, 'kim@x.example')).toBe('unknown');
    await close();
  });
});
