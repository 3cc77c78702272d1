import { beforeEach, expect, it } from 'vitest';
import { kinds } from '../../../functions/app/kinds.ts';
import { wire } from '../../../functions/app/wiring.ts';
import { personSchema } from '../../../functions/people/person.ts';
import { requestRoutes } from '../../../functions/requests/pages/request-routes.tsx';
import { cancelled, type PersonRequest } from '../../../functions/requests/request.ts';
import type { PageResponse } from '../../../functions/shared/pages/request.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { memoryDatabase, memoryTables } from '../../support/memory/memory-database.ts';
import { openRequest, question } from '../../support/requests/requests.ts';

const now = instantSchema.parse('2027-01-11T01:00:00Z');
const subject = 'A-27H1-7K3Q-9MX4';
const ids = { staff: 'a'.repeat(32), applicant: 'b'.repeat(32), closed: 'c'.repeat(32) };
const mac = 'mac';

const officer = personSchema.parse({
  id: 'minji',
  name: '김민지',
  email: 'minji@example.org',
  lang: 'ko',
  roles: ['intake-officer'],
  absences: [],
  revision: 1,
});

const page = async (): Promise<PageResponse> => ({ status: 200, headers: {}, body: 'the case' });
const pages = { show: page, answer: page, below: page, closed: page };
let get: (path: string, params: Readonly<Record<string, string>>) => Promise<PageResponse>;
beforeEach(async () => {
  const deps = wire(memoryTables, memoryDatabase().db);
  const closed = openRequest({ id: ids.closed, askKey: 'closed' });
  const requests: PersonRequest[] = [
    openRequest({ id: ids.staff }),
    question({ id: ids.applicant }),
    { ...cancelled(closed, 'CANCELLED', 'operator:test', now), revision: 1 },
  ];
  await deps.commit({
    changes: deps.people.save(officer, undefined),
    events: [{ subject: 'person#minji', type: 'PersonLoaded', by: 'operator:test', at: now }],
  });
  for (const request of requests) {
    await deps.commit({
      changes: deps.requests.create(request),
      events: [{ subject, type: 'RequestOpened', by: 'system:test', at: now }],
    });
  }
  const routes = requestRoutes({ ...deps, kinds, verifyLink: async (_, given) => given === mac }, 'intake', {
    'intake-decision': pages,
    'intake-question': pages,
  });
  get = async (path, params) => {
    const route = routes.find((one) => one.method === 'GET' && one.path === `/r/intake/{request}/{mac}${path}`);
    if (!route) throw new Error(`no page ${path}`);
    return route.page({
      method: 'GET',
      path,
      params: { mac, ...params },
      query: {},
      form: new Map(),
      cookies: {},
      source: '127.0.0.1',
      lang: 'ko',
      now,
    });
  };
});

it('whoever of the staff opens a request by its link is recorded: open, closed, and each case below it', async () => {
  const access = { account: 'minji', of: subject, task: 'intake-decision' };
  expect((await get('', { request: ids.staff })).access).toEqual(access);
  expect((await get('', { request: ids.closed })).access).toEqual(access);
  expect((await get('/hand-over', { request: ids.staff })).access).toEqual(access);
  const item = 'A-27H1-2222-3333';
  const below = await get('/{part}/{item}', { request: ids.staff, part: 'case', item });
  expect(below.access).toEqual({ ...access, of: item });
  const strange = await get('/{part}/{item}', { request: ids.staff, part: 'case', item: 'kim@example.com' });
  expect(strange.access).toEqual(access);
});

it('an applicant who opens their own question is not, nor is a link that opens nothing', async () => {
  expect((await get('', { request: ids.applicant })).access).toBeUndefined();
  expect((await get('', { request: ids.staff, mac: 'forged' })).access).toBeUndefined();
  expect((await get('', { request: 'd'.repeat(32) })).access).toBeUndefined();
});
