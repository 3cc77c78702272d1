import { beforeEach, describe, expect, it } from 'vitest';
import { withdrawApplication } from '../../../functions/applications/withdraw-application.ts';
import { committeePages } from '../../../functions/committee/pages/committee-kind.tsx';
import type { Lang } from '../../../functions/shared/i18n.ts';
import { type MemoryCommittee, memoryCommittee, now } from '../../support/committee/memory-committee.ts';
import { type FormFields, hiddenIn, wordsOf } from '../../support/visitor.ts';

let round: MemoryCommittee;
beforeEach(async () => {
  round = await memoryCommittee();
  await round.rank();
  await round.ask();
});

const path = '/r/committee/1/2';

/** What a member posts, to a path below the link to their request. */
async function posted(member: string, fields: FormFields, { part = '', lang = 'ko' as Lang } = {}) {
  const request = await round.requestTo(member);
  if (!request) throw new Error(`${member} was not asked`);
  const form = new Map(Object.entries(fields).map(([name, value]) => [name, [value].flat()]));
  const of = { method: 'POST', path: `${path}${part}`, params: {}, query: {}, cookies: {}, form, lang, now } as const;
  return { request, held: { request, holder: member, path }, of: { ...of, source: '127.0.0.1' } };
}

/** What a member posts to the page of the ranking. */
async function post(member: string, fields: FormFields, lang: Lang = 'ko') {
  const { held, of } = await posted(member, fields, { lang });
  return committeePages(round.deps).answer(held, of);
}

/** What a member posts to the page on which the ranking is returned. */
async function returning(member: string, fields: FormFields) {
  const { held, of } = await posted(member, fields, { part: '/return' });
  const page = await committeePages(round.deps).below?.(held, of, ['return']);
  if (!page) throw new Error('the ranking cannot be returned');
  return page;
}

/** What a member posts whose request is settled. */
async function closedTo(member: string, fields: FormFields) {
  const { request, of } = await posted(member, fields);
  return committeePages(round.deps).closed(request, of, member);
}

describe('a member who leaves the page of changes', () => {
  const typed = { rows: '3', 'who-1': '8', 'to-1': '1', 'why-1': '면접에서 확인한 경력' };

  it('is asked first, and goes back to all that was typed', async () => {
    const asked = await returning('kang-jiho', { ...typed, action: 'go:ranking' });
    expect([asked.status, wordsOf(asked.body)]).toEqual([
      409,
      expect.stringContaining('아직 보내지 않으신 내용이 있습니다'),
    ]);
    expect(asked.body).toContain('면접에서 확인한 경력');
    expect(asked.body).toContain('href="/r/committee/1/2"');
    const back = await returning('kang-jiho', { ...hiddenIn(asked.body), switch: 'ko' });
    expect(back.status).toBe(200);
    expect(back.body).toContain('면접에서 확인한 경력');
    expect(await round.requestTo('kang-jiho')).toMatchObject({ state: 'OPEN' });
  });

  it('goes on at once who has typed nothing, and has no link past the question', async () => {
    const left = await returning('kang-jiho', { rows: '3', action: 'go:ranking' });
    expect([left.status, left.headers.Location]).toEqual([303, '/r/committee/1/2']);
    const { body } = await returning('kang-jiho', { ...typed, more: 'yes' });
    const links = [...(body.split('<footer')[0] ?? '').matchAll(/<a [^>]*href="([^"]*)"/gu)];
    expect(links.map(([, href]) => href)).toEqual(['#main']);
  });
});

describe('changes that come when the request is settled', () => {
  it('are not kept, and are shown with their reasons', async () => {
    const form = { rows: '3', 'who-1': '8', 'to-1': '1', 'why-1': '면접에서 확인한 경력' };
    await post('kang-jiho', hiddenIn((await post('kang-jiho', { outcome: 'CONFLICT' })).body));
    const late = await closedTo('kang-jiho', form);
    expect(late.status).toBe(409);
    expect(wordsOf(late.body)).toContain('입력하신 내용은 저장되지 않았습니다');
    expect(wordsOf(late.body)).toMatch(/8 · 새 순위 1 .*면접에서 확인한 경력/u);
    expect(wordsOf((await closedTo('kang-jiho', {})).body)).not.toContain('저장되지 않았습니다');
  });
});

describe('a member of the committee', () => {
  it.each([
    ['approves', 'APPROVE', '이 순위를 승인하시겠습니까?', 'Approve this ranking?'],
    ['declares a conflict', 'CONFLICT', '이해관계가 있어 회피하시겠습니까?', 'Declare the conflict'],
  ])('%s by two acts: choosing it counts for nothing', async (_, outcome, korean, english) => {
    const first = await post('kang-jiho', { outcome });
    expect([first.status, wordsOf(first.body)]).toEqual([200, expect.stringContaining(korean)]);
    expect(wordsOf((await post('kang-jiho', { outcome }, 'en')).body)).toContain(english);
    expect(await round.requestTo('kang-jiho')).toMatchObject({ state: 'OPEN' });
    expect((await post('kang-jiho', hiddenIn(first.body))).status).toBe(303);
    expect(await round.requestTo('kang-jiho')).toMatchObject({ state: 'SETTLED', outcome });
  });

  it('who gives the last approval is told before how many people will be told what, without who has withdrawn', async () => {
    const first = await post('jung-haneul', { outcome: 'APPROVE' });
    expect(wordsOf(first.body)).not.toContain('알릴 인원');
    await post('jung-haneul', hiddenIn(first.body));
    const { entries } = await round.snapshot(1);
    const seats = entries.filter(({ outcome }) => outcome.outcome === 'SEAT');
    const withdrawn = await round.deps.applications.get(seats[0]?.reference ?? '');
    if (!withdrawn) throw new Error('nobody has a seat');
    await withdrawApplication(round.deps, withdrawn.reference, now);
    const last = wordsOf((await post('kang-jiho', { outcome: 'APPROVE' })).body);
    expect(last).toContain('이 순위를 마지막으로 승인하시겠습니까?');
    expect(last).toMatch(new RegExp(`선발되었다고 알릴 인원\\s+${seats.length - 1}명`, 'u'));
    expect(last).toMatch(/대기자로 등록되었다고 알릴 인원\s+\d+명/u);
    expect(last).toMatch(/선발되지 않았다고 알릴 인원\s+\d+명/u);
  });

  it('goes from case to case, and takes the one in sight to the form of changes, which is not sent yet', async () => {
    const request = await round.requestTo('kang-jiho');
    if (!request) throw new Error('nobody was asked');
    const held = { request, holder: 'kang-jiho', path: '/r/committee/1/2' };
    const of = { params: {}, query: {}, cookies: {}, lang: 'ko', now, source: '127.0.0.1' } as const;
    const { entries } = await round.snapshot(1);
    const [first, second, third] = entries.map(({ reference }) => reference);
    const { below } = committeePages(round.deps);
    if (!below) throw new Error('there are no pages below');
    const get = { ...of, method: 'GET', path: held.path, form: new Map<string, string[]>() } as const;
    const page = await below(held, get, ['case', second ?? '']);
    expect(wordsOf(page.body)).toContain(`${entries.length}명 중 2위`);
    for (const beside of [first, third]) expect(page.body).toContain(`href="${held.path}/case/${beside}"`);
    const form = new Map([
      ['who-1', [second ?? '']],
      ['more', ['yes']],
    ]);
    const changes = await below(held, { ...get, method: 'POST', form }, ['return']);
    expect([changes.status, changes.body]).toEqual([200, expect.stringContaining(`value="${second}"`)]);
    expect(await round.requestTo('kang-jiho')).toMatchObject({ state: 'OPEN' });
  });

  it('moves a case from its row, with the ranking in sight and no link that would lose what was typed', async () => {
    const { entries } = await round.snapshot(1);
    const shown = await post('kang-jiho', {});
    const [, row = ''] = /<tr id="r2"[^>]*>(.*?)<\/tr>/su.exec(shown.body) ?? [];
    const [, who = ''] = /<button [^>]*name="who-1" value="([^"]+)" form="move"/u.exec(row) ?? [];
    expect(who).toBe(entries[1]?.reference);
    expect(shown.body).toMatch(/<form id="move" method="post" action="[^"]+\/return"/u);
    const changes = await returning('kang-jiho', { 'who-1': who, more: 'yes' });
    expect(changes.body).toMatch(new RegExp(`name="who-1"[^>]* value="${who}"`, 'u'));
    for (const { reference } of entries) expect(wordsOf(changes.body)).toContain(reference);
    expect(changes.body).not.toContain('/case/');
    expect(await round.requestTo('kang-jiho')).toMatchObject({ state: 'OPEN' });
  });

  it('who posts neither sees the ranking', async () => {
    for (const outcome of ['', 'RETURN', 'SUPERSEDED']) {
      const page = await post('kang-jiho', { outcome, confirm: 'yes' });
      expect([page.status, wordsOf(page.body)]).toEqual([200, expect.stringContaining('선발 순위 승인')]);
    }
    expect(await round.requestTo('kang-jiho')).toMatchObject({ state: 'OPEN' });
  });
});
