import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { applicationLink } from '../../functions/applications/access.ts';
import type { Round } from '../../functions/rounds/round.ts';
import { linkSigner } from '../../functions/shared/links.ts';
import { newReference } from '../../functions/shared/references.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { withOfficer } from '../support/intake/intake.ts';
import { linkKeyId } from '../support/link-key.ts';
import { everyKindOfLink } from '../support/pages/every-link.ts';
import { requestLink } from '../support/requests/asked-by-mail.ts';
import { changesBetween, everythingStored, untilQuiet } from '../support/stored.ts';
import { looksChangeNothing, randomMacsOpenNothing } from '../support/suites/links.ts';
import { randomMacsAreRefused } from '../support/suites/macs.ts';
import { type FormFields, type Page, visitor } from '../support/visitor.ts';

let at: TestCloud;
let round: Round;
let made: Awaited<ReturnType<typeof everyKindOfLink>>;
beforeAll(async () => {
  at = await testCloud();
  round = await at.round();
  made = await everyKindOfLink(at, round);
});

/** What a page and its headers tell, but for what is different each time. */
const told = (page: Page): string =>
  JSON.stringify([
    page.status,
    page.title,
    page.html,
    [...page.headers].filter(([name]) => !/^(?:date|.*request-?id|apigw.*|x-amzn.*)$/iu.test(name)),
  ]);

const look = (path: string) => visitor(at.baseUrl, { lang: 'ko' }).get(path);
const push = (path: string, fields: FormFields) => visitor(at.baseUrl, { lang: 'ko' }).post(path, fields);

describe('links on the local cloud', () => {
  /* A thousand of each in this process: test/functions/in-process/links.test.ts; 10,000 MACs: test/soak. */
  looksChangeNothing(() => ({ at, made }), 18);
  randomMacsOpenNothing(() => ({ at, made }), 20);
  randomMacsAreRefused(() => at, 100);
});

describe('a link that opens nothing', () => {
  const tampered = (path: string): string[] => {
    const [mac = '', ...before] = path.split('?')[0]?.split('/').reverse() ?? [];
    const root = before.reverse().join('/');
    const other = (char: string) => (char === 'A' ? 'B' : 'A');
    const flipped = (index: number) => `${mac.slice(0, index)}${other(mac.charAt(index))}${mac.slice(index + 1)}`;
    return [flipped(0), flipped(20), flipped(41), mac.slice(0, -1), `${mac}A`, mac.toLowerCase(), 'null', '%00', '한글']
      .map((wrong) => `${root}/${encodeURI(wrong)}`)
      .filter((wrong) => wrong !== path);
  };

  it('is answered the same whether or not what it names exists, and tells nothing of it', async () => {
    const { application, officer, question } = made.links;
    const unknownApplication = await look(`/a/${newReference('A-27H1', randomBytes(8))}/${'A'.repeat(43)}`);
    expect(unknownApplication.status).toBe(404);
    expect(unknownApplication.text).toContain('이 링크로는 열 수 없습니다');
    for (const path of [...tampered(application), made.links.revoked.split('?')[0] ?? '']) {
      expect(told(await look(path))).toBe(told(unknownApplication));
    }
    const unknownRequest = await look(`/r/intake/${'A'.repeat(22)}/${'A'.repeat(43)}`);
    expect(unknownRequest.status).toBe(404);
    expect(told(await look(`/r/${'A'.repeat(22)}/${'A'.repeat(43)}`))).toBe(told(unknownRequest));
    for (const link of [officer, question, made.links.settled, made.links['handed over'], made.links.lapsed]) {
      for (const path of tampered(link)) expect(told(await look(path))).toBe(told(unknownRequest));
    }
    for (const page of [unknownApplication, unknownRequest]) {
      const all = told(page);
      for (const { reference, email, form } of [made.clean, made.open, made.question]) {
        for (const secret of [reference, email, String(form['about-you'].name), String(form['about-you'].mobile)]) {
          expect(all).not.toContain(secret);
        }
      }
      expect(page.headers.get('set-cookie')).toBeNull();
    }
  });

  it('is one with a genuine MAC that was made for something else, by GET and by POST', async () => {
    const sign = linkSigner(await linkKeyId(at));
    const { request, reference } = made.open;
    const other = made.settled.request;
    const application = await at.application(made.clean.reference);
    const own = { purpose: 'request', id: request.id, generation: 1, assignee: 'kim-minji' } as const;
    const macOf = (path: string) => path.split('?')[0]?.split('/').at(-1) ?? '';
    expect(linkPathOf(request.id, await sign(own))).toBe(made.links.officer);
    const foreign = {
      'another request’s': macOf(made.settled.link),
      'another application’s': macOf(made.links.application),
      'another purpose': await sign({ ...own, purpose: 'application' }),
      'another person': await sign({ ...own, assignee: 'lee-junho' }),
      'the applicant': await sign({ ...own, assignee: reference }),
      'a later generation': await sign({ ...own, generation: 2 }),
      'an earlier generation': await sign({ ...own, generation: 0 }),
    };
    const before = await untilQuiet(at);
    const unknown = told(await look(`/r/intake/${other.id.split('').reverse().join('')}/${'B'.repeat(43)}`));
    for (const mac of Object.values(foreign)) {
      const path = linkPathOf(request.id, mac);
      expect(told(await look(path))).toBe(unknown);
      expect((await push(path, { outcome: 'ACCEPT' })).status).toBe(404);
      expect((await push(`${path}/hand-over`, { to: 'lee-junho' })).status).toBe(404);
      expect(told(await look(`/r/${request.id}/${mac}`))).toBe(unknown);
    }
    const target = applicationLink(application);
    for (const wrong of [
      { ...target, purpose: 'request' as const },
      { ...target, generation: target.generation + 1 },
      { ...target, assignee: 'kim-minji' },
      { ...target, id: reference },
    ]) {
      const page = await look(`/a/${application.reference}/${await sign(wrong)}`);
      expect(page.status).toBe(404);
      const cookie = visitor(at.baseUrl);
      cookie.cookies.set('application', `l.${application.reference}.${await sign(wrong)}`);
      expect((await cookie.get('/application')).status).toBe(403);
    }
    expect(changesBetween(before, await everythingStored(at))).toEqual([]);
  });

  it('says after a hand-over, a lapse and a decision what became of it, and decides nothing any more', async () => {
    const before = await untilQuiet(at);
    const handed = await push(made.links['handed over'], { outcome: 'ACCEPT' });
    expect(handed.status).toBe(410);
    expect(handed.text).toContain('다른 담당자에게 넘어간 요청입니다');
    const lapsed = await push(made.links.lapsed, { reply: '늦은 답' });
    expect(lapsed.status).toBe(410);
    expect(lapsed.text).toContain('답변 기한이 지났습니다');
    const settled = await push(made.links.settled, { outcome: 'REFUSE', reason: '다시' });
    expect(settled.text).toContain('결정되었습니다: 심사 대상에 포함');
    const again = await push(`${made.links['handed over']}/hand-over`, { to: 'lee-junho' });
    expect(again.status).toBe(410);
    for (const [page, { email, form, reference }] of [
      [handed, made.handed],
      [lapsed, made.lapsed],
      [settled, made.settled],
      [again, made.handed],
    ] as const) {
      const all = told(page);
      for (const secret of [email, String(form['about-you'].name), String(form['about-you'].mobile)]) {
        expect(all).not.toContain(secret);
      }
      if (page === handed || page === again) expect(all).not.toContain(reference);
    }
    expect(changesBetween(before, await untilQuiet(at))).toEqual([]);
    const next = await requestLink(at, made.handed.request.id, 'junho.lee@academy.example.kr');
    expect((await look(next)).status).toBe(200);
  });

  it('can be of a monstrous length, or of strange characters, and reaches no table', async () => {
    const keys: string[] = [];
    const end = at.gate.onCall(({ functionName, body }) => void (functionName && keys.push(body)));
    const long = 'A'.repeat(3000);
    for (const path of [
      `/a/${long}/${'A'.repeat(43)}`,
      `/r/${long}/${'A'.repeat(43)}`,
      `/r/intake/${long}/${'A'.repeat(43)}`,
      `/rounds/${long}`,
      `/a/${encodeURIComponent('../../etc/passwd')}/${'A'.repeat(43)}`,
      `/a/%ff%fe/${'A'.repeat(43)}`,
      `/r/%/${'A'.repeat(43)}`,
      `/r/intake/%/${'A'.repeat(43)}`,
    ]) {
      const page = await look(path);
      expect([path.slice(0, 20), page.status]).toEqual([path.slice(0, 20), 404]);
    }
    const browser = visitor(at.baseUrl);
    browser.cookies.set('application', `s.${long}.x`);
    expect((await browser.get('/application')).status).toBe(403);
    for (const cookie of ['', '.', '..', 's..', 's.a.b.c', '%', '%ff', 'l.%.%', '"', 's.A-27H1-0000-0000.x']) {
      browser.cookies.set('application', cookie);
      expect((await browser.get('/application')).status).toBe(403);
    }
    end();
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.filter((body) => body.includes(long))).toEqual([]);
  });
});

const linkPathOf = (id: string, mac: string): string => `/r/intake/${id}/${mac}`;

describe.each([
  ['before each capability answered its own requests', '/r/'],
  ['when applications answered the requests of intake', '/r/applications/'],
])('a link as it was mailed %s', (_, root) => {
  const asBefore = (path: string): string => path.replace('/r/intake/', root);

  it('leads to where the request is answered now, open, settled or with somebody else', async () => {
    for (const [kind, status] of [
      ['officer', 200],
      ['hand-over page', 200],
      ['question', 200],
      ['settled', 200],
      ['handed over', 410],
      ['lapsed', 410],
    ] as const) {
      const path = asBefore(made.links[kind]);
      const moved = await visitor(at.baseUrl).once('GET', path);
      expect([kind, moved.status, moved.headers.get('location')]).toEqual([kind, 308, made.links[kind].split('?')[0]]);
      expect([kind, (await look(path)).status]).toEqual([kind, status]);
    }
  });

  it('takes an answer to it along with the form', async () => {
    const asked = await withOfficer(at, round);
    const body = new URLSearchParams({ outcome: 'ACCEPT', confirm: 'yes' });
    const browser = visitor(at.baseUrl);
    const moved = await browser.once('POST', asBefore(asked.link), { body });
    expect(moved.status).toBe(308);
    await browser.once('POST', moved.headers.get('location') ?? '', { body });
    await at.untilState(asked.reference, 'ACCEPTED');
  });
});
