import { expect, it } from 'vitest';
import { codesTable } from '../../../functions/codes/codes-table.ts';
import { showCode, takeAddress } from '../../../functions/codes/pages/proofs.tsx';
import { addressesTable } from '../../../functions/outbox/addresses-table.ts';
import { storer } from '../../../functions/shared/database/commit.ts';
import type { PageRequest } from '../../../functions/shared/pages/request.ts';
import { secureRandom } from '../../../functions/shared/random.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { memorySigner } from '../../support/memory/memory-clients.ts';
import { memoryDatabase, memoryTables } from '../../support/memory/memory-database.ts';

const { db } = memoryDatabase();
const deps = {
  codes: codesTable(db, memoryTables.CODES_TABLE),
  addresses: addressesTable(db, memoryTables.ADDRESSES_TABLE),
  store: storer(db, { outbox: memoryTables.OUTBOX_TABLE }),
  random: secureRandom,
  codesAnHour: 60,
  signCode: memorySigner(),
  secure: true,
};
const words = { ko: '인증', en: 'Proof' };
const place = {
  title: words,
  lead: words,
  eyebrow: words,
  contact: undefined,
  lang: 'ko',
  base: '/p',
  hidden: {},
} as const;
const request: PageRequest = {
  method: 'POST',
  path: '/p/address',
  params: {},
  query: {},
  form: new Map([['email', ['haneul@example.com']]]),
  cookies: {},
  lang: 'ko',
  source: '192.0.2.1',
  now: instantSchema.parse('2027-01-20T00:00:00Z'),
};

it('keeps who asked for a code under the name that no other host may set, and reads no other at an https address', async () => {
  const { cookies = [] } = await takeAddress(deps, place, 'round:r', request);
  const [, name = '', value = ''] = /^([^=]+)=([^;]+)/u.exec(cookies[0] ?? '') ?? [];
  expect([cookies.length, name]).toEqual([1, '__Host-code']);
  const shown = (kept: PageRequest['cookies'], secure = true) =>
    showCode({ ...deps, secure }, place, 'round:r', { ...request, method: 'GET', cookies: kept });
  expect((await shown({ [name]: value })).status).toBe(200);
  expect(await shown({ code: value })).toMatchObject({ status: 303, headers: { Location: '/p/address' } });
  expect((await shown({ code: value }, false)).status).toBe(200);
});
