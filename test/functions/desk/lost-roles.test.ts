import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Round } from '../../../functions/rounds/round.ts';
import type { PageRoute } from '../../../functions/shared/pages/handler.ts';
import { apply } from '../../support/applicants.ts';
import { signIn } from '../../support/desk/sign-in.ts';
import { type MemoryAcademy, memoryAcademy } from '../../support/memory/memory-academy.ts';
import { memoryDatabase } from '../../support/memory/memory-database.ts';
import { memoryRoutes } from '../../support/memory/memory-pages.ts';
import { loadDemoPeople } from '../../support/people/demo-people.ts';
import type { Visitor } from '../../support/visitor.ts';

const unsigned = async () => 'no-link-is-made-here';
const routes = memoryRoutes({
  db: memoryDatabase({ quick: true }).db,
  baseUrl: 'http://localhost',
  sign: unsigned,
  verify: async () => false,
  signCode: unsigned,
  codesAnHour: 1,
});
/** Where a desk is opened and left: open to everybody. */
const doors = ['/desk/address', '/desk/code', '/desk/sign-out'];
const behind = routes.filter(({ path }) => /^\/desk(?:\/|$)/u.test(path) && !doors.includes(path));

let at: MemoryAcademy;
let round: Round;
let reference: string;
beforeAll(async () => {
  at = await memoryAcademy();
  round = await at.round();
  ({ reference } = await apply(at, round));
});
afterAll(() => at.close());

const pathOf = (pattern: string): string =>
  pattern
    .replaceAll('{round}', round.id)
    .replaceAll('{reference}', reference)
    .replaceAll(/\{\w+\}/gu, 'none');

/** Where a page leads, and what stands on it, in a browser as it is. */
async function answerOf(browser: Visitor, { method, path }: Pick<PageRoute, 'method' | 'path'>) {
  const body = method === 'POST' ? new URLSearchParams({ query: reference }) : undefined;
  const answer = await browser.twin().once(method, pathOf(path), { body });
  return { to: answer.headers.get('location'), text: await answer.text() };
}

describe('a desk that is open when its person loses a role', () => {
  it('has pages of every kind behind it, and all of them are looked at here', () => {
    expect(behind.length).toBeGreaterThan(12);
    for (const kind of ['/desk', '/desk/away', '/desk/next', '/desk/help', '/desk/rounds'])
      expect(behind.map(({ path }) => path)).toContain(kind);
  });

  it.each([
    ['all of them, by leaving', []],
    ['the one that the pages are for', ['reviewer']],
  ])('shows and takes nothing more on any page, whoever lost %s', async (_, roles) => {
    await loadDemoPeople(at, at.now(), { 'park-sora': { roles: ['academy-manager', 'intake-officer', 'reviewer'] } });
    const { browser } = await signIn(at, 'sora.park@academy.example.kr');
    const open = await answerOf(browser, { method: 'GET', path: '/desk/rounds/{round}' });
    expect(open.text).toContain(round.title.ko);
    await loadDemoPeople(at, at.now(), { 'park-sora': { roles } });
    const before = JSON.stringify([at.plain('people'), at.plain('applications'), at.plain('requests')]);
    for (const route of behind) {
      const { to, text } = await answerOf(browser, route);
      expect([route.path, to]).toEqual([route.path, '/desk/address']);
      expect(text).not.toContain(reference);
    }
    expect(JSON.stringify([at.plain('people'), at.plain('applications'), at.plain('requests')])).toBe(before);
  });
});
