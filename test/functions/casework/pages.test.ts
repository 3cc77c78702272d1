import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changedApplication } from '../../../functions/applications/application.ts';
import { countRounds } from '../../../functions/casework/count-rounds.ts';
import { caseworkPaths } from '../../../functions/casework/pages/casework-paths.ts';
import { caseworkRoutes } from '../../../functions/casework/pages/casework-routes.tsx';
import { InterestsView } from '../../../functions/casework/pages/interests-page.tsx';
import { roundInterests } from '../../../functions/casework/round-interests.ts';
import { newReviewer } from '../../../functions/reviewers/reviewer.ts';
import { roundShardOf } from '../../../functions/rounds/in-round.ts';
import type { Round } from '../../../functions/rounds/round.ts';
import { answers, apply, emailOf } from '../../support/applicants.ts';
import { addPeople } from '../../support/casework/more-people.ts';
import { signIn } from '../../support/desk/sign-in.ts';
import { type MemoryAcademy, memoryAcademy } from '../../support/memory/memory-academy.ts';
import { type Visitor, visitor } from '../../support/visitor.ts';

const sora = 'sora.park@academy.example.kr';
const yuna = 'yuna.choi@academy.example.kr';

let at: MemoryAcademy;
let round: Round;
let other: Round;
let manager: Visitor;
let list: string;
const applied = { haneul: '', formula: '', banker: '', elsewhere: '' };

beforeAll(async () => {
  at = await memoryAcademy();
  [round, other] = await Promise.all([at.round({}, { admission: true }), at.round()]);
  const send = async (change: Parameters<typeof answers>[0], to = round) => {
    const form = answers(change);
    const { reference } = await apply(at, to, form);
    return { reference, email: emailOf(form) };
  };
  applied.haneul = (await send({ 'about-you': { name: '김하늘' } })).reference;
  applied.formula = (await send({ 'about-you': { name: "=HYPERLINK'x" } })).reference;
  applied.banker = (await send({ background: { organisation: '가온은행 강남지점' } })).reference;
  applied.elsewhere = (await send({ 'about-you': { name: '박다른' } }, other)).reference;
  await addPeople(at, [
    { id: 'manager-of-gaon', email: 'gaon@academy.example.kr', roles: ['academy-manager'], affiliations: ['가온은행'] },
    { id: 'both', email: 'both@academy.example.kr', roles: ['academy-manager', 'reviewer'] },
    { id: 'nobody', email: 'nobody@academy.example.kr', roles: [] },
  ]);
  await countRounds(at, at.now(), (fault) => {
    throw fault;
  });
  manager = (await signIn(at, sora)).browser;
  list = `/desk/rounds/${round.id}/applications`;
});
afterAll(() => at.close());

/** What the audit has kept since. */
let before = 0;
const events = () => at.plain('audit').slice(before);
beforeEach(() => {
  before = at.plain('audit').length;
});

describe('the rounds at the desk of a manager', () => {
  it('are there with their stage, their closing and whom they wait for', async () => {
    const { status, text } = await manager.get('/desk/rounds');
    expect(status).toBe(200);
    expect(text).toContain(round.title.ko);
    expect(text).toContain('접수 마감');
    expect(text).toContain('지금 처리할 일이 있는 담당자가 없습니다');
  });

  it('are led to from every page of it', async () => {
    expect((await manager.get('/desk')).html).toContain('href="/desk/rounds"');
  });

  it('have their numbers as they were counted, with the time, as a plot and as a table', async () => {
    const { text, html } = await manager.get(`/desk/rounds/${round.id}`);
    expect(text).toMatch(/에 집계했습니다/u);
    expect(text).toMatch(/심사 대상에 포함 3건/u);
    expect(html).toContain('<svg');
    expect(html).toContain('<table class="numbers"');
  });

  it('are 404 for a round that there is not', async () => {
    for (const id of ['no-such-round', '..', '%2e%2e', 'a'.repeat(200), "x'--"]) {
      expect((await manager.get(`/desk/rounds/${id}/applications`)).status, id).toBe(404);
    }
  });
});

describe('the applications of a round', () => {
  it('are listed, those of another round are not, and the audit keeps who saw which', async () => {
    const { status, text } = await manager.get(list);
    expect(status).toBe(200);
    expect(text).toContain(applied.haneul);
    expect(text).not.toContain(applied.elsewhere);
    expect(events()).toEqual([
      expect.objectContaining({
        subject: expect.stringMatching(/^reads#person:park-sora#/u),
        type: 'PersonalDataRead',
        about: `round#${round.id}`,
        data: { task: 'applications', references: expect.arrayContaining([applied.haneul]) },
      }),
    ]);
  });

  it('are filtered by their state', async () => {
    expect((await manager.get(`${list}?state=ACCEPTED`)).text).toContain(applied.haneul);
    const none = await manager.get(`${list}?state=REFUSED`);
    expect(none.text).toContain('해당하는 지원서가 없습니다');
    expect(events()).toHaveLength(1);
  });

  it.each(['?state=NOPE', '?order=%00', '?from=-1', `?from=${'9'.repeat(40)}.1`, '?state=&order=&from='])(
    'are all of them for a choice that is none: %s',
    async (query) => {
      const { status, text } = await manager.get(`${list}${query}`);
      expect(status).toBe(200);
      expect(text).toContain(applied.haneul);
    },
  );

  it('are searched for by a post, and the answer is the page', async () => {
    const page = await manager.post(`${list}/search`, { q: '하늘' });
    expect([page.status, page.url]).toEqual([200, `${list}/search`]);
    expect(page.text).toContain(applied.haneul);
    expect(page.text).not.toContain(applied.formula);
    expect(events()).toEqual([expect.objectContaining({ data: { task: 'search', references: [applied.haneul] } })]);
    expect(JSON.stringify(events())).not.toContain('하늘');
  });

  it('are not searched for by an address', async () => {
    expect((await manager.get(`${list}/search?q=%ED%95%98%EB%8A%98`)).url).toBe(list);
  });

  it.each(['박다른', 'nobody@example.com', '<img src=x onerror=alert(1)>', "' OR 1=1", '%', '\ud83d\ude00'])(
    'are not found by what none of them has: %s',
    async (q) => {
      const { status, text, html } = await manager.post(`${list}/search`, { q });
      expect(status).toBe(200);
      expect(text).toContain('찾은 지원서가 없습니다');
      expect(html).not.toContain('<img');
      expect(events()).toEqual([]);
    },
  );

  it('are not found by the reference of one in another round', async () => {
    const { text } = await manager.post(`${list}/search`, { q: applied.elsewhere });
    expect(text).toContain('찾은 지원서가 없습니다');
  });

  it.each(['', '   ', '\u3164', 'x'.repeat(255)])('are asked for again if the words are none (%j)', async (q) => {
    const { status, html } = await manager.post(`${list}/search`, { q });
    expect(status).toBe(422);
    expect(html).toContain('id="q-error"');
  });

  it('are a file that no spreadsheet computes, of which the audit keeps how many rows', async () => {
    const { status, headers, html: csv } = await manager.post(`${list}/csv`, { order: 'reference', file: '1' });
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toBe(`attachment; filename="${round.id}-applications-1.csv"`);
    expect(csv).toContain('"\'=HYPERLINK');
    expect(csv).not.toMatch(/^"?=/mu);
    expect(csv.trim().split('\r\n')).toHaveLength(4);
    expect(events()).toEqual([
      expect.objectContaining({ type: 'ApplicationsDownloaded', data: { file: 1, rows: 3, state: 'all' } }),
    ]);
  });

  it('are a file of the present filter, and an empty one beyond the last', async () => {
    const refused = await manager.post(`${list}/csv`, { state: 'REFUSED' });
    expect(refused.html.trim().split('\r\n')).toHaveLength(1);
    const beyond = await manager.post(`${list}/csv`, { file: '999' });
    expect(beyond.html.trim().split('\r\n')).toHaveLength(1);
  });
});

describe('the conflicts of interest of a round', () => {
  it('are listed for the manager: what was taken for one with both names, and apart what only looks like one', async () => {
    await addPeople(at, [
      { id: 'of-gaon', name: '심가온', email: 'of@gaon.example', roles: ['reviewer'], affiliations: ['(주)가온은행'] },
      { id: 'of-card', name: '심카드', email: 'of@card.example', roles: ['reviewer'], affiliations: ['가온카드'] },
    ]);
    before = at.plain('audit').length;
    const page = await manager.get(`/desk/rounds/${round.id}`);
    expect(page.html).toContain(`href="/desk/rounds/${round.id}/conflicts"`);
    const { status, text } = await manager.get(`/desk/rounds/${round.id}/conflicts`);
    expect(status).toBe(200);
    const [sure = '', doubt = ''] = text.split('이해관계일 수 있는 것');
    expect(sure).toMatch(
      new RegExp(`${applied.banker} 심가온 \\(\\s*심사위원\\s*\\) 같은 소속 가온은행 강남지점 · 가온은행`, 'u'),
    );
    expect(doubt).toMatch(
      new RegExp(`${applied.banker} 심카드 \\(\\s*심사위원\\s*\\) 비슷한 소속 가온은행 강남지점 · 가온카드`, 'u'),
    );
    expect(sure).not.toContain('심카드');
    expect(events()).toMatchObject([
      {
        type: 'PersonalDataRead',
        about: `round#${round.id}`,
        data: { task: 'conflicts', references: [applied.banker] },
      },
    ]);
  });

  it('are looked through in parts, by shards of the list: each application once, and no reference in an address', async () => {
    const whole = await roundInterests(at, round);
    const parts: Awaited<ReturnType<typeof roundInterests>>[] = [];
    let from: number | undefined = 0;
    while (from !== undefined) {
      const part: Awaited<ReturnType<typeof roundInterests>> = await roundInterests(at, round, { from, most: 1 });
      parts.push(part);
      from = part.next;
    }
    expect(parts.length).toBeGreaterThan(1);
    const rows = parts.flatMap(({ found }) => found);
    expect(rows).toHaveLength(whole.found.length);
    expect(rows).toEqual(expect.arrayContaining([...whole.found]));

    const shown = (more: { readonly next?: number; readonly isFirst: boolean }) =>
      renderToString(h(InterestsView, { round: round.id, found: [], deciding: new Map(), lang: 'en', ...more }));
    const page = `/desk/rounds/${round.id}/conflicts`;
    expect(shown({ next: 7, isFirst: true })).toContain(`href="${page}?from=7"`);
    expect(shown({ next: 7, isFirst: true })).not.toContain('First page');
    expect(shown({ isFirst: false })).toContain(`href="${page}">First page`);
    expect(shown({ isFirst: true })).not.toContain('a part of them');
  });

  it('are shown from the beginning if an address names no part, and those of one part only if it does', async () => {
    const page = `/desk/rounds/${round.id}/conflicts`;
    const shard = roundShardOf(applied.banker);
    for (const from of ['', '-1', '16', '99', '1e1', applied.banker, '%3Cscript%3E', '0/x']) {
      const { status, text, html } = await manager.get(`${page}?from=${from}`);
      expect([status, text.includes(applied.banker)], from).toEqual([200, true]);
      expect(html, from).not.toContain('<script>');
    }
    expect((await manager.get(`${page}?from=${shard}`)).text).toContain(applied.banker);
    if (shard < 15) expect((await manager.get(`${page}?from=${shard + 1}`)).text).not.toContain(applied.banker);
  });

  it('are changed by no forged form, however often, and read by nobody who may not, in either language', async () => {
    const page = `/desk/rounds/${round.id}/conflicts`;
    const { browser: reviewer } = await signIn(at, 'gyuri.nam@academy.example.kr', { lang: 'en' });
    const stranger = visitor(at.baseUrl, { lang: 'en' });
    before = at.plain('audit').length;
    for (const browser of [manager, reviewer, stranger]) {
      for (let time = 0; time < 3; time += 1) {
        const { status, text } = await browser.post(page, { reference: applied.banker, interest: 'declared' });
        expect(status).toBe(405);
        expect(text).not.toContain(applied.banker);
      }
    }
    for (const lang of ['ko', 'en']) {
      const { text, status } = await reviewer.get(`${page}?from=0&lang=${lang}`);
      expect(status).toBe(403);
      expect(text).not.toContain(applied.banker);
      expect((await stranger.get(`${page}?from=0&lang=${lang}`)).url).toBe('/desk/address');
    }
    expect(events()).toEqual([]);
    for (const round of ['no-such-round', '%00', '..%2f..', 'x'.repeat(3_000)]) {
      expect((await manager.get(`/desk/rounds/${round}/conflicts`)).status, round).toBe(404);
    }
    expect(events()).toEqual([]);
  });

  it('show names as words, whatever is in them', async () => {
    const name = `<b onclick="x()">심&마크</b>`;
    await addPeople(at, [
      { id: 'of-mark', name, email: 'of@mark.example', roles: ['reviewer'], affiliations: ['가온은행'] },
    ]);
    const { html } = await manager.get(`/desk/rounds/${round.id}/conflicts`);
    expect(html).toContain('심&amp;마크');
    expect(html).not.toContain('<b onclick');
  });

  it('are shown to nobody whom one of them keeps away from the application', async () => {
    const { browser } = await signIn(at, 'gaon@academy.example.kr');
    const { status, text } = await browser.get(`/desk/rounds/${round.id}/conflicts`);
    expect(status).toBe(200);
    expect(text).not.toContain(applied.banker);
  });
});

describe('a case', () => {
  it('tells what happened, why, what was mailed, and the answers; and that somebody has looked', async () => {
    const { status, text, url } = await manager.get(`${list}/${applied.haneul}`);
    expect([status, url]).toEqual([200, `${list}/${applied.haneul}`]);
    for (const words of [
      '김하늘',
      '지원서를 제출했습니다',
      '심사 대상에 포함되었습니다',
      '모든 자격을 갖추어',
      '접수',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('시스템이 처리했습니다');
    expect(events()).toEqual([
      expect.objectContaining({ type: 'PersonalDataRead', about: applied.haneul, data: { task: 'case' } }),
    ]);
    expect((await manager.get(`${list}/${applied.haneul}`)).text).toContain('박소라');
  });

  it('leads to those before and after it in the list', async () => {
    const { html } = await manager.get(`${list}/${applied.formula}?order=oldest`);
    expect(html).toContain(`href="${list}/${applied.haneul}?order=oldest"`);
    expect(html).toContain(`href="${list}/${applied.banker}?order=oldest"`);
  });

  it('is not one of another round, a draft, or what is no reference', async () => {
    for (const reference of [applied.elsewhere, 'A-27H1-0000-0000', 'x', '%3Cscript%3E']) {
      const { status, text } = await manager.get(`${list}/${reference}`);
      expect(status, reference).toBe(404);
      expect(text).not.toContain('박다른');
    }
    expect(events()).toEqual([]);
  });
});

describe('what cannot be recorded', () => {
  it('is shown to nobody: no list, no search, no file, no case, no conflict', async () => {
    const failure = new Error('no answer');
    const commit = () => Promise.reject(failure);
    const routes = caseworkRoutes({ ...at, commit, deskLinks: [], secure: false });
    const shown = async (path: string, method: 'GET' | 'POST' = 'GET') => {
      const route = routes.find((one) => one.path === path && one.method === method);
      return route?.page({
        method,
        path,
        params: { round: round.id, reference: applied.haneul },
        query: {},
        form: new Map([['q', ['김하늘']]]),
        cookies: Object.fromEntries(manager.cookies),
        lang: 'ko',
        source: '192.0.2.1',
        now: at.now(),
      });
    };
    const { case: one, conflicts, csv, list: all, search } = caseworkPaths;
    for (const reading of [
      shown(all('{round}')),
      shown(search('{round}'), 'POST'),
      shown(csv('{round}'), 'POST'),
      shown(one('{round}', '{reference}')),
      shown(conflicts('{round}')),
    ]) {
      await expect(reading).rejects.toBe(failure);
    }
  });
});

describe('what is not for everybody', () => {
  const nothingElse = () => ({ outbox: [], at: at.now() });
  const paths = () => [
    '/desk/rounds',
    `/desk/rounds/${round.id}`,
    `/desk/rounds/${round.id}/conflicts`,
    list,
    `${list}/${applied.haneul}`,
  ];

  it('leads to the sign-in, and from there back', async () => {
    const { browser, page } = await signIn(at, yuna, { to: `${list}/${applied.haneul}` });
    expect([page.status, page.url]).toEqual([200, `${list}/${applied.haneul}`]);
    await browser.post('/desk/sign-out', {});
    for (const path of paths()) expect((await browser.get(path)).url).toBe('/desk/address');
    for (const path of [`${list}/search`, `${list}/csv`]) {
      expect((await browser.post(path, { q: '김' })).url).toBe('/desk/address');
    }
  });

  it.each(['park-sora.AAAAAAAAAAAAAAAAAAAAAA', 'park-sora', '', 'x'.repeat(5_000)])(
    'is not opened by a cookie that somebody made up: %s',
    async (cookie) => {
      const { browser } = await signIn(at, yuna);
      browser.cookies.set('desk', cookie);
      for (const path of paths()) expect((await browser.get(path)).url).toBe('/desk/address');
    },
  );

  it.each(['gyuri.nam@academy.example.kr', 'minji.kim@academy.example.kr', 'haneul.jung@academy.example.kr'])(
    'is refused to a reviewer, an officer, a member of the committee: %s',
    async (email) => {
      const { browser } = await signIn(at, email);
      before = at.plain('audit').length;
      for (const path of paths()) {
        const { status, text } = await browser.get(path);
        expect(status, path).toBe(403);
        expect(text).not.toContain('김하늘');
      }
      for (const path of [`${list}/search`, `${list}/csv`]) {
        const { status, text } = await browser.post(path, { q: '김하늘' });
        expect(status, path).toBe(403);
        expect(text).not.toContain(applied.haneul);
      }
      expect(events()).toEqual([]);
    },
  );

  it('is the numbers only for a manager who reviews in a blind round', async () => {
    const { browser } = await signIn(at, 'both@academy.example.kr');
    const numbers = await browser.get(`/desk/rounds/${round.id}`);
    expect(numbers.status).toBe(200);
    expect(numbers.html).not.toContain(`href="${list}"`);
    const conflicts = `/desk/rounds/${round.id}/conflicts`;
    expect(numbers.html).not.toContain(conflicts);
    for (const path of [list, conflicts, `${list}/${applied.haneul}`])
      expect((await browser.get(path)).status).toBe(403);
    expect((await browser.post(`${list}/csv`, {})).status).toBe(403);
  });

  it('is the same for a manager who has reviewed in it and is no reviewer any more', async () => {
    const gone = { id: 'reviewed', email: 'reviewed@academy.example.kr', roles: ['academy-manager'] };
    await addPeople(at, [gone]);
    const { browser } = await signIn(at, gone.email);
    expect((await browser.get(list)).status).toBe(200);
    await at.store({
      changes: [at.screenings.saveReviewer(newReviewer(round.id, gone.id), undefined)],
      ...nothingElse(),
    });
    expect((await browser.get(`/desk/rounds/${round.id}`)).status).toBe(200);
    expect((await browser.get(list)).status).toBe(403);
  });

  it('is nothing of an applicant with whom a conflict was declared in a review, whatever role is lost since', async () => {
    const gone = { id: 'declared', email: 'declared@academy.example.kr', roles: ['academy-manager'] };
    await addPeople(at, [gone]);
    const { browser } = await signIn(at, gone.email);
    const path = `/desk/rounds/${other.id}/applications/${applied.elsewhere}`;
    expect((await browser.get(path)).status).toBe(200);
    const record = { ...newReviewer(other.id, gone.id), declared: [applied.elsewhere] };
    await at.store({ changes: [at.screenings.saveReviewer(record, undefined)], ...nothingElse() });
    expect((await browser.get(path)).status).toBe(403);
  });

  it('is everything but the applicant of one’s own house, for whoever has an interest in one', async () => {
    const { browser } = await signIn(at, 'gaon@academy.example.kr');
    before = at.plain('audit').length;
    const shown = await browser.get(list);
    expect(shown.text).toContain('이해관계가 있어 표시하지 않음');
    expect(shown.html).not.toContain(`/${applied.banker}"`);
    const csv = (await browser.post(`${list}/csv`, {})).html;
    expect(csv).toContain(`"${applied.banker}","이해관계가 있어 표시하지 않음",""`);
    const page = await browser.get(`${list}/${applied.banker}`);
    expect(page.status).toBe(403);
    expect(page.text).toContain('이해관계가 있는 지원서입니다');
    expect((await browser.post(`${list}/search`, { q: applied.banker })).text).toContain('이해관계가 있어');
    const seen = events().flatMap(({ data }) => JSON.stringify(data));
    expect(seen.join()).not.toContain(applied.banker);
  });

  it('tells nothing of the applicant of one’s own house by a filter or a search, either', async () => {
    const { browser } = await signIn(at, 'gaon@academy.example.kr');
    const { state, email = '' } = await at.application(applied.banker);
    const { name = '' } = await at.application(applied.banker);
    const filtered = await browser.get(`${list}?state=${state}`);
    expect(filtered.html).toContain(applied.haneul);
    const beside = await browser.get(`${list}/${applied.formula}?order=oldest&state=${state}`);
    const csv = await browser.post(`${list}/csv`, { state });
    expect(csv.html).toContain(applied.haneul);
    const searches = [name, email].map((q) => browser.post(`${list}/search`, { q }));
    for (const { html } of [filtered, beside, csv, ...(await Promise.all(searches))])
      expect(html).not.toContain(applied.banker);
    expect((await browser.post(`${list}/search`, { q: email })).text).toContain('찾은 지원서가 없습니다');
    const formula = await at.application(applied.formula);
    const flags = { rules: [], duplicates: [applied.banker, applied.haneul] };
    const next = changedApplication(formula, at.now(), { flags });
    await at.store({ changes: [at.applications.save(next, formula)], ...nothingElse() });
    const twin = await browser.get(`${list}/${applied.formula}`);
    expect(twin.text).toContain(applied.haneul);
    expect(twin.text).not.toContain(applied.banker);
    expect((await manager.get(`${list}/${applied.formula}`)).text).toContain(applied.banker);
    const seenByOthers = await manager.get(`${list}?state=${state}`);
    expect(seenByOthers.html).toContain(applied.banker);
  });
});
