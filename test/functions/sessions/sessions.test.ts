import { expect, it } from 'vitest';
import { prolonged } from '../../../functions/sessions/session.ts';
import { sessionsTable } from '../../../functions/sessions/sessions-table.ts';
import { secureRandom } from '../../../functions/shared/random.ts';
import { addMinutes, instantSchema } from '../../../functions/shared/time.ts';
import { memoryDatabase, memoryTables } from '../../support/memory/memory-database.ts';

const now = instantSchema.parse('2027-01-20T00:00:00Z');
const day = 24 * 60;

const open = () => {
  const memory = memoryDatabase();
  return { memory, sessions: sessionsTable(memory.db, memoryTables.SESSIONS_TABLE) };
};

it('opens by its secret alone, until it ends, and keeps the secret nowhere', async () => {
  const { memory, sessions } = open();
  const { secret } = await sessions.begin('A-1', 'code', secureRandom, now);
  expect(await sessions.open('A-1', secret, now)).toMatchObject({ of: 'A-1', begunBy: 'code', begunAt: now });
  expect(await sessions.open('A-2', secret, now)).toBeUndefined();
  expect(await sessions.open('A-1', 'another', now)).toBeUndefined();
  expect(JSON.stringify(memory.plain('sessions'))).not.toContain(secret);
  await sessions.end('A-1', secret);
  expect(await sessions.open('A-1', secret, now)).toBeUndefined();
});

it('ends by itself after seven days in which nothing was sent, and goes', async () => {
  const { memory, sessions } = open();
  const { secret, session } = await sessions.begin('A-1', 'link', secureRandom, now);
  expect(await sessions.open('A-1', secret, addMinutes(now, 7 * day))).toBeUndefined();
  expect(memory.plain('sessions')).toMatchObject([{ expiresAt: Date.parse(addMinutes(now, 7 * day)) / 1000 }]);
  expect(prolonged(session, addMinutes(now, day - 1))).toBeUndefined();
  const longer = prolonged(session, addMinutes(now, 6 * day));
  if (!longer) throw new Error('it is not prolonged');
  await sessions.prolong(longer);
  expect(await sessions.open('A-1', secret, addMinutes(now, 12 * day))).toMatchObject({ begunAt: now });
});

it('is ended with all others of the same thing, but for the one that asks', async () => {
  const { sessions } = open();
  const begin = async (of: string) => (await sessions.begin(of, 'code', secureRandom, now)).secret;
  const [own, laptop, phone, other] = [await begin('A-1'), await begin('A-1'), await begin('A-1'), await begin('A-2')];
  await sessions.endAll('A-1', own);
  expect(await sessions.open('A-1', own, now)).toBeDefined();
  expect(await sessions.open('A-1', laptop, now)).toBeUndefined();
  expect(await sessions.open('A-1', phone, now)).toBeUndefined();
  expect(await sessions.open('A-2', other, now)).toBeDefined();
  await sessions.endAll('A-1');
  expect(await sessions.open('A-1', own, now)).toBeUndefined();
});

it('is not brought back by a form that was on its way while it was ended elsewhere', async () => {
  const { sessions } = open();
  const own = (await sessions.begin('A-1', 'code', secureRandom, now)).secret;
  const { secret, session } = await sessions.begin('A-1', 'code', secureRandom, now);
  const longer = prolonged(session, addMinutes(now, 2 * day));
  if (!longer) throw new Error('it is not prolonged');
  await sessions.endAll('A-1', own);
  await sessions.prolong(longer);
  expect(await sessions.open('A-1', secret, now)).toBeUndefined();
});
