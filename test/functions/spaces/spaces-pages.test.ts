import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../../functions/shared/time.ts';
import { spacesPaths as paths } from '../../../functions/spaces/pages/spaces-paths.ts';
import { signIn } from '../../support/desk/sign-in.ts';
import { type MemoryAcademy, memoryAcademy } from '../../support/memory/memory-academy.ts';
import { dayFields } from '../../support/spaces/spaces-visits.ts';
import { labManager, storedSpaces } from '../../support/spaces/stored-spaces.ts';
import { type Visitor, visitor } from '../../support/visitor.ts';

let at: MemoryAcademy;
let manager: Visitor;
beforeAll(async () => {
  at = await memoryAcademy();
  manager = (await signIn(at, labManager)).browser;
});
afterAll(() => at.close());

const sent = (fields: Readonly<Record<string, string>>) => ({ body: new URLSearchParams(fields) });

describe('spaces at the desk', () => {
  it('are for managers of the Lab, and for nobody else', async () => {
    const { ids } = await storedSpaces(at);
    expect((await manager.get('/desk')).text).toContain('입주 공간');
    const other = (await signIn(at, 'sora.park@academy.example.kr')).browser;
    expect((await other.get('/desk')).text).not.toContain('입주 공간');
    for (const path of [paths.list, paths.csv, paths.space(ids.held), paths.space('no-such')]) {
      expect((await other.get(path)).status, path).toBe(403);
    }
    for (const path of [paths.giveBack(ids.held), paths.move(ids.held)]) {
      const posted = { holding: '1', confirm: 'yes', ...dayFields('on', '2026-11-01') };
      expect((await other.once('POST', path, sent(posted))).status, path).toBe(403);
    }
    const nobody = visitor(at.baseUrl, { lang: 'ko' });
    expect((await nobody.get(paths.space(ids.held))).url).toContain('/desk/address');
    for (const id of ['no-such', '%2e%2e%2f', "x'--", 'a'.repeat(200)]) {
      expect((await manager.get(paths.space(id))).status, id).toBe(404);
    }
  });

  it('show contracts beside who is there, who stays, and what is free, on any day', async () => {
    const { ids, holders, today } = await storedSpaces(at);
    const { text, html } = await manager.get(paths.list);
    expect(text).toContain('협약이 끝났으나 반납하지 않은 공간');
    expect(text).toContain('협약 종료 후 2일째');
    for (const word of [holders.staying, holders.held, ids.free]) expect(html).toContain(word);
    const row = (page: string, id: string) => page.split('<tr>').findLast((one) => one.includes(`of/${id}"`)) ?? '';
    expect(row(html, ids.staying)).toContain('협약 종료 후 사용 중');
    expect(row(html, ids.held)).toContain('사용 중');
    expect(row(html, ids.free)).toContain('비어 있음');
    const before = await manager.get(`${paths.list}?on=${addDays(today, -10)}`);
    expect(row(before.html, ids.staying)).toContain('<td>사용 중</td>');
    const later = await manager.get(`${paths.list}?on=${encodeURIComponent('2099년 1월 2일')}`);
    expect(later.text).toContain('오늘 이후의 날짜입니다');
    expect(row(later.html, ids.held)).toContain('비어 있음');
  });

  it('keep a day that is none, and say how to write it', async () => {
    for (const typed of ['2027-02-30', '2027-05-1²', 'morgen', '<b>', '99999999999999']) {
      const page = await manager.get(`${paths.list}?on=${encodeURIComponent(typed)}`);
      expect([page.status, page.text.includes('2027-05-10처럼 적어')], typed).toEqual([422, true]);
      expect(page.html).toContain(`value="${typed.replace('<', '&lt;')}"`);
    }
    expect((await manager.get(`${paths.list}?on=+`)).status).toBe(200);
  });

  it('are a file that a spreadsheet opens', async () => {
    const { ids, holders, today } = await storedSpaces(at);
    const file = await manager.once('GET', `${paths.csv}?on=${today}`);
    expect(file.headers.get('content-disposition')).toBe(`attachment; filename="spaces-${today}.csv"`);
    const text = await file.text();
    expect(text).toContain(`"${holders.staying}"`);
    expect(text.split('\r\n').find((line) => line.includes(ids.staying))).toContain('협약 종료 후 사용 중');
    expect((await manager.once('GET', `${paths.csv}?on=../../x`)).headers.get('content-disposition')).toBe(
      `attachment; filename="spaces-${today}.csv"`,
    );
  });
});

describe('the return of a space', () => {
  it('is confirmed in two acts, once, and the space is free from the next day on', async () => {
    const { ids, today } = await storedSpaces(at);
    const path = paths.giveBack(ids.staying);
    const fields = { holding: '1', ...dayFields('on', today) };
    const first = await manager.once('POST', path, sent(fields));
    expect([first.status, await first.text()]).toEqual([200, expect.stringContaining('반납을 확인하시겠습니까?')]);
    expect((await at.spaces.get(ids.staying))?.holdings[0]?.returnedOn).toBeUndefined();
    const second = await manager.once('POST', path, sent({ ...fields, confirm: 'yes' }));
    expect([second.status, second.headers.get('location')]).toEqual([303, paths.space(ids.staying)]);
    expect((await at.spaces.get(ids.staying))?.holdings[0]?.returnedOn).toBe(today);
    const again = await manager.once('POST', path, sent({ ...fields, confirm: 'yes' }));
    expect(again.status).toBe(303);
    const otherDay = { holding: '1', ...dayFields('on', addDays(today, -1)), confirm: 'yes' };
    const late = await manager.once('POST', path, sent(otherDay));
    expect([late.status, await late.text()]).toEqual([422, expect.stringContaining('이미')]);
    const page = await manager.get(paths.space(ids.staying));
    expect(page.text).toContain('반납을 확인했습니다');
    expect(page.text).toContain('권다혜');
    expect(page.text).toContain('지금은 이 공간을 사용하는 입주자가 없습니다');
  });

  it('says beside its field what is wrong with a day, keeps it, and in the language that is asked for', async () => {
    const { ids, today } = await storedSpaces(at);
    const path = paths.giveBack(ids.staying);
    const post = (fields: Readonly<Record<string, string>>) =>
      manager.once('POST', path, sent({ holding: '1', ...fields }));
    for (const [date, words] of [
      [addDays(today, 1), '아직 오지 않은 날짜'],
      [addDays(today, -367), '그전에는 이 입주자의 공간이 아니었습니다'],
      ['2027-02-30', '없는 날짜'],
      ['', ''],
    ] as const) {
      const refused = await post(dayFields('on', date));
      const html = await refused.text();
      expect([refused.status, html.includes(words)], date).toEqual([422, true]);
      if (date !== '') expect(html).toContain(`value="${date.slice(0, 4)}"`);
      expect(html).toContain('id="on-error"');
    }
    const english = (await signIn(at, labManager, { lang: 'en' })).browser;
    const typed = { holding: '1', ...dayFields('on', '2099-01-01'), switch: 'en' };
    const switched = await english.once('POST', path, sent(typed));
    const text = await switched.text();
    expect([switched.status, text.includes('Last day of use'), text.includes('value="2099"')]).toEqual([
      200,
      true,
      true,
    ]);
  });

  it('is not confirmed by a form of a holding that is gone, or of none', async () => {
    const { ids, today } = await storedSpaces(at);
    for (const holding of ['2', '0', '-1', 'x', '1e3', '']) {
      const fields = { holding, confirm: 'yes', ...dayFields('on', today) };
      expect((await manager.once('POST', paths.giveBack(ids.staying), sent(fields))).status, holding).toBe(409);
    }
    const none = await manager.once('POST', paths.giveBack(ids.free), sent({ confirm: 'yes' }));
    expect(none.status).toBe(409);
    expect((await at.spaces.get(ids.staying))?.revision).toBe(2);
  });
});

describe('a move', () => {
  it('is chosen among what is free, confirmed, and shown in both spaces', async () => {
    const { ids, holders, today } = await storedSpaces(at);
    const page = await manager.get(paths.space(ids.held));
    expect(page.html).toContain(`<option value="${ids.free}"`);
    expect(page.html).not.toContain(`<option value="${ids.staying}"`);
    const path = paths.move(ids.held);
    const fields = { holding: '1', target: ids.free, ...dayFields('day', today) };
    const first = await manager.once('POST', path, sent(fields));
    expect(await first.text()).toContain('이 공간으로 옮기시겠습니까?');
    expect((await at.spaces.get(ids.free))?.holdings).toEqual([]);
    const second = await manager.once('POST', path, sent({ ...fields, confirm: 'yes' }));
    expect(second.status).toBe(303);
    expect((await at.spaces.get(ids.free))?.holdings).toMatchObject([{ holder: { id: holders.held }, from: today }]);
    const left = await manager.get(paths.space(ids.held));
    expect(left.text).toContain('다른 공간으로 옮겼습니다');
    expect(left.text).toContain('협약 종료 후 1일째');
    expect((await manager.get(paths.space(ids.free))).text).toContain('다른 공간에서 옮겨 왔습니다');
  });

  it('of the second of two managers finds the space taken, and says by whom', async () => {
    const { ids, today } = await storedSpaces(at);
    const other = (await signIn(at, 'gihoon.nam@lab.example.kr')).browser;
    const fields = (target: string) => ({ holding: '1', target, confirm: 'yes', ...dayFields('day', today) });
    const both = await Promise.all([
      manager.once('POST', paths.move(ids.held), sent(fields(ids.free))),
      other.once('POST', paths.move(ids.held), sent(fields(ids.large))),
    ]);
    // The other one is told at the field, or after the confirmation, as it came.
    expect(both.filter(({ status }) => status === 303)).toHaveLength(1);
    const refused = both.find(({ status }) => status !== 303);
    expect([409, 422]).toContain(refused?.status);
    expect(await refused?.text()).toContain('공간으로 옮겼습니다');
    const spaces = await at.spaces.many([ids.free, ids.large]);
    expect(spaces.flatMap(({ holdings }) => holdings)).toHaveLength(1);
  });

  it('to a space that is taken, that there is not, or on a day outside of the contract is refused', async () => {
    const { ids, today } = await storedSpaces(at);
    for (const [target, date] of [
      [ids.staying, today],
      ['no-such', today],
      ['', today],
      [ids.free, addDays(today, 400)],
      [ids.free, addDays(today, -31)],
    ] as const) {
      const fields = { holding: '1', target, confirm: 'yes', ...dayFields('day', date) };
      const refused = await manager.once('POST', paths.move(ids.held), sent(fields));
      expect(refused.status, `${target} ${date}`).toBe(422);
    }
    expect((await at.spaces.get(ids.held))?.revision).toBe(2);
  });
});
