import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskReportPaths, ownReportPaths } from '../../../functions/reports/pages/reports-paths.ts';
import { quarterSchema } from '../../../functions/residency-rules/reports.ts';
import { addMinutes } from '../../../functions/shared/time.ts';
import { addPeople } from '../../support/casework/more-people.ts';
import { signIn } from '../../support/desk/sign-in.ts';
import { type MemoryAcademy, memoryAcademy } from '../../support/memory/memory-academy.ts';
import { moment } from '../../support/moment.ts';
import { browserOf, reportsWorld } from '../../support/reports/reports-world.ts';
import { storedReports } from '../../support/reports/stored-reports.ts';
import { labManager } from '../../support/spaces/stored-spaces.ts';
import { type Visitor, visitor, wordsOf } from '../../support/visitor.ts';

const typed = {
  staff: '12명',
  revenue: '1억 2,000만',
  investment: '500,000,000원',
  jobs: '',
  reached: '결제 서비스를 열었습니다.',
  next: '두 은행과 시험합니다.',
};
const link = '/r/reports/{request}/{mac}';

/** The report of the third quarter is asked for, and that of the second there. */
async function asked(given: { readonly verifies?: boolean } = {}) {
  const world = await reportsWorld();
  await world.night('2027-07-01T02:00+09:00');
  await world.ask('2027Q2');
  await world.send('2027Q2', { staff: 6, revenue: 98_000_000 });
  await world.night('2027-10-01T02:00+09:00');
  await world.ask('2027Q3');
  const { id: request } = await world.reportRequest('2027Q3');
  const browser = await browserOf(world, given);
  const at = { request, mac: 'x' };
  return {
    world,
    browser,
    get: () => browser.get(link, at),
    post: (form: Readonly<Record<string, string>>) => browser.post(link, at, form),
    versions: async () => (await world.event('2027Q3')).report?.versions ?? [],
  };
}

describe('the page of a report, by the mailed link', () => {
  it('shows the figures of the quarter before beside the fields, and takes the report in two acts', async () => {
    const { get, post, versions, world } = await asked();
    const form = await get();
    const text = wordsOf(form.body);
    for (const words of ['2027년 3분기', '2027년 2분기: 6명', '98,000,000원', '2027년 10월 18일']) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('제출 기한이 지났습니다');
    const confirmed = await post(typed);
    expect(confirmed.status).toBe(200);
    const words = wordsOf(confirmed.body);
    for (const shown of [
      '이대로 보고서를 제출하시겠습니까?',
      '12명',
      '120,000,000원',
      '500,000,000원',
      '입력하지 않음',
    ]) {
      expect(words).toContain(shown);
    }
    expect(confirmed.body).toContain('value="1억 2,000만"');
    expect(await versions()).toEqual([]);
    expect((await post({ ...typed, change: 'yes' })).body).toContain('value="1억 2,000만"');
    expect(await versions()).toEqual([]);
    expect((await post({ ...typed, confirm: 'yes' })).status).toBe(303);
    expect(await versions()).toMatchObject([
      { staff: 12, revenue: 120_000_000, investment: 500_000_000, by: `applicant:${world.id}` },
    ]);
    expect((await versions())[0]).not.toHaveProperty('jobs');
    const sent = wordsOf((await get()).body);
    for (const shown of ['보고서를 받았습니다', '120,000,000원', '2027년 10월 1일', '수정하여 다시 제출하기']) {
      expect(sent).toContain(shown);
    }
    expect(sent).not.toContain('기한 후 제출');
    expect(wordsOf((await post({ ...typed, staff: '99', confirm: 'yes' })).body)).toContain('12명');
    expect(await versions()).toHaveLength(1);
  });

  it.each(Object.keys(typed))(
    'takes no resident registration number in %s, with or without a hyphen',
    async (field) => {
      const { post, versions } = await asked();
      for (const number of ['900101-1234567', '9001011234567', '９００１０１１２３４５６７']) {
        const page = await post({ ...typed, [field]: number, confirm: 'yes' });
        expect([page.status, wordsOf(page.body).includes('주민등록번호')], number).toEqual([422, true]);
      }
      expect(await versions()).toEqual([]);
      expect((await post({ ...typed, revenue: '9,001,011,234,567', confirm: 'yes' })).status).toBe(303);
    },
  );

  it('says that it is late, takes it, and says that it was', async () => {
    const { get, post, world } = await asked();
    world.at(moment('2027-10-25T11:00+09:00'));
    expect(wordsOf((await get()).body)).toContain('제출 기한이 지났습니다');
    await post({ ...typed, confirm: 'yes' });
    const sent = wordsOf((await get()).body);
    expect(sent).toContain('기한 후 제출');
    expect(sent).toContain('2027년 10월 18일');
  });

  it.each([
    ['staff', '', '상근 인원을 입력해'],
    ['staff', '열둘', '숫자로 입력해'],
    ['staff', '2.5', '소수점 없이'],
    ['revenue', '', '매출을 입력해'],
    ['revenue', '-5', '0보다 작을 수 없습니다'],
    ['revenue', '12,34', '쉼표의 위치'],
    ['revenue', '1.5억', '150,000,000'],
    ['investment', '9999999999999999', '너무 큰 수'],
    ['jobs', '-1', '0보다 작을 수 없습니다'],
    ['reached', ' ', '이룬 성과를 적어'],
    ['next', '…', '글자가 없습니다'],
  ])(
    'says beside %s what is wrong with "%s", keeps all that was typed, and sends nothing',
    async (field, value, words) => {
      const { post, versions } = await asked();
      const refused = await post({ ...typed, [field]: value, confirm: 'yes' });
      expect(refused.status).toBe(422);
      expect(wordsOf(refused.body)).toContain(words);
      expect(refused.body).toContain(`id="${field}-error"`);
      expect(refused.body).toContain(field === 'reached' ? typed.next : typed.reached);
      if (value.trim() !== '' && field !== 'next') expect(refused.body).toContain(`value="${value}"`);
      expect(await versions()).toEqual([]);
    },
  );

  it('keeps what was typed while the language is switched, and says what is wrong in it', async () => {
    const { post } = await asked();
    const switched = await post({ ...typed, revenue: '-5', switch: 'en' });
    expect(switched.status).toBe(200);
    expect(switched.body).toContain('value="-5"');
    expect(wordsOf(switched.body)).toContain('Quarterly report, Q3 2027');
  });

  it('opens nothing that is forged, and nothing is needed once the startup has left', async () => {
    const forged = await asked({ verifies: false });
    expect((await forged.get()).status).toBe(404);
    expect((await forged.post({ ...typed, confirm: 'yes' })).status).toBe(404);
    expect(await forged.versions()).toEqual([]);
    const left = await asked();
    await left.world.change({}, 'end');
    expect((await left.post({ ...typed, confirm: 'yes' })).status).toBe(303);
    expect(await left.versions()).toEqual([]);
  });
});

describe('the pages of the reports, for a startup that has its application open', () => {
  it('take the report of a quarter, and a correction until the next one is due', async () => {
    const { browser, world, versions } = await asked();
    const own = { quarter: '2027-Q3' };
    const list = wordsOf((await browser.get(ownReportPaths.list, {})).body);
    for (const words of ['2027년 2분기', '제출함', '2027년 3분기', '제출 전']) expect(list).toContain(words);
    const path = ownReportPaths.report('{quarter}');
    expect((await browser.get(path, own)).body).toContain('id="revenue"');
    expect((await browser.post(path, own, typed)).body).toContain(`name="application" value="${world.id}"`);
    expect((await browser.post(path, own, { ...typed, confirm: 'yes' })).headers.Location).toBe(
      ownReportPaths.report(quarterSchema.parse('2027-Q3')),
    );
    expect(await versions()).toMatchObject([{ staff: 12 }]);
    world.at(addMinutes(world.now(), 60));
    const correction = ownReportPaths.correct('{quarter}');
    const filled = await browser.get(correction, own);
    expect(filled.body).toContain('value="120,000,000"');
    const corrected = { ...typed, staff: '13', version: '1', confirm: 'yes' };
    const confirm = await browser.post(correction, own, { ...corrected, confirm: '' });
    expect(confirm.body).toContain('name="version" value="1"');
    expect((await browser.post(correction, own, corrected)).status).toBe(303);
    expect(await versions()).toMatchObject([{ staff: 12 }, { staff: 13 }]);
    const again = await browser.post(correction, own, { ...corrected, staff: '14' });
    expect([again.status, wordsOf(again.body)]).toEqual([409, expect.stringContaining('그사이 보고서를 수정하여')]);
    expect(again.body).toContain('value="13"');
    for (const version of ['', '99', 'x', '-1']) {
      expect((await browser.post(correction, own, { ...corrected, staff: '15', version })).status, version).toBe(409);
    }
    expect(await versions()).toHaveLength(2);
    const shown = wordsOf((await browser.get(path, own)).body);
    for (const words of ['13명', '제출 내역', '1번째 제출', '12명']) expect(shown).toContain(words);
    world.at(moment('2028-01-14T18:01+09:00'));
    const later = await browserOf(world);
    expect((await later.get(correction, own)).status).toBe(303);
    expect((await later.post(correction, own, { ...corrected, version: '2' })).status).toBe(303);
    expect(await versions()).toHaveLength(2);
  });

  it('know no quarter of which nothing is asked, and take nothing for another application', async () => {
    const { browser, versions } = await asked();
    const path = ownReportPaths.report('{quarter}');
    for (const quarter of ['2027-Q4', '2019-Q1', '2027-Q9', 'x', '..']) {
      expect((await browser.get(path, { quarter })).status, quarter).toBe(404);
      expect((await browser.post(path, { quarter }, { ...typed, confirm: 'yes' })).status, quarter).toBe(404);
    }
    const other = { ...typed, confirm: 'yes', application: 'S-27H1-0000-0000' };
    expect((await browser.post(path, { quarter: '2027-Q3' }, other)).status).toBe(409);
    expect(await versions()).toEqual([]);
  });
});

describe('the reports at the desk', () => {
  let at: MemoryAcademy;
  let manager: Visitor;
  let stored: Awaited<ReturnType<typeof storedReports>>;
  beforeAll(async () => {
    at = await memoryAcademy();
    manager = (await signIn(at, labManager)).browser;
    stored = await storedReports(at);
  });
  afterAll(() => at.close());

  it('are for managers of the Lab, and for nobody else', async () => {
    expect((await manager.get('/desk')).text).toContain('분기 보고서');
    const other = (await signIn(at, 'sora.park@academy.example.kr')).browser;
    expect((await other.get('/desk')).text).not.toContain('분기 보고서');
    for (const path of [deskReportPaths.list, deskReportPaths.csv, deskReportPaths.report(stored.late.event)]) {
      expect((await other.get(path)).status, path).toBe(403);
    }
    const nobody = visitor(at.baseUrl, { lang: 'ko' });
    expect((await nobody.get(deskReportPaths.report(stored.late.event))).url).toContain('/desk/address');
    for (const id of ['no-such', '%2e%2e%2f', "x'--", 'a'.repeat(200), `${stored.id}-R2`]) {
      expect((await manager.get(deskReportPaths.report(id))).status, id).toBe(404);
    }
  });

  it('of a startup are not shown to whoever has an interest in it, in no list, file or page', async () => {
    const email = `related-reports@${stored.email.split('@')[1]}`;
    await addPeople(at, [{ id: 'related-reports', name: '남기훈', email, roles: ['lab-manager'], affiliations: [] }]);
    const { browser } = await signIn(at, email);
    const seen = [
      await browser.get(`${deskReportPaths.list}?quarter=all`),
      await browser.get(deskReportPaths.csv),
      await browser.get(deskReportPaths.report(stored.late.event)),
    ];
    expect(seen.map(({ status }) => status)).toEqual([200, 200, 403]);
    for (const { html } of seen) for (const words of [stored.id, stored.name]) expect(html).not.toContain(words);
  });

  it('are a table by quarter: figures, who was late and who is missing; looking at it is recorded', async () => {
    const { inTime, open, late, name } = stored;
    const row = (page: string, event: string) =>
      page.split('<tr>').findLast((one) => one.includes(`of/${event}"`)) ?? '';
    const latest = await manager.get(deskReportPaths.list);
    expect(row(latest.html, late.event)).toContain('늦게 제출함');
    expect(row(latest.html, late.event)).toContain('120,000,000원');
    expect(row(latest.html, open.event)).toBe('');
    const first = await manager.get(`${deskReportPaths.list}?quarter=${inTime.quarter}`);
    expect(row(first.html, inTime.event)).toContain('<td>제출함</td>');
    const all = await manager.get(`${deskReportPaths.list}?quarter=all`);
    for (const { event } of [inTime, open, late]) expect(row(all.html, event)).toContain(name);
    expect(row(all.html, open.event)).toContain('기한이 지났으나 제출하지 않음');
    expect((await manager.get(`${deskReportPaths.list}?quarter=%27x`)).status).toBe(200);
    const read = at.plain('audit').filter(({ type }) => type === 'PersonalDataRead');
    expect(JSON.stringify(read)).toContain(stored.id);
  });

  it('are a file that a spreadsheet opens and does not compute', async () => {
    const file = await manager.once('GET', deskReportPaths.csv);
    expect(file.headers.get('content-type')).toContain('text/csv');
    expect(file.headers.get('content-disposition')).toMatch(/filename="reports-\d{4}-\d{2}-\d{2}\.csv"/u);
    const bytes = Buffer.from(await file.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes
      .toString()
      .split('\r\n')
      .filter((line) => line.includes(stored.id));
    expect(lines).toHaveLength([stored.inTime, stored.open, stored.late].length);
    for (const line of lines) expect(line).toContain(`"'${stored.name}"`);
    expect(lines.find((line) => line.includes(stored.late.quarter))).toContain('"120000000"');
  });

  it('show one with the quarter before and who sent it, when', async () => {
    const page = await manager.get(deskReportPaths.report(stored.late.event));
    for (const words of ['9명', '결제 서비스를 열었습니다.', '늦게 제출함', '기한 후 제출', '입주 기업']) {
      expect(page.text).toContain(words);
    }
    expect((await manager.get(deskReportPaths.report(stored.open.event))).text).toContain(
      '기한이 지났으나 제출하지 않음',
    );
  });

  it('are the startup’s own by the code of its application', async () => {
    const { browser, late, open } = stored;
    expect((await browser.get(ownReportPaths.list)).status).toBe(200);
    const sent = await browser.get(ownReportPaths.report(late.quarter));
    expect(sent.text).toContain('수정하여 다시 제출하기');
    expect((await browser.get(ownReportPaths.correct(late.quarter))).html).toContain('value="120,000,000"');
    expect((await browser.get(ownReportPaths.report(open.quarter))).text).toContain('제출 기한이 지났습니다');
    const nobody = visitor(at.baseUrl, { lang: 'ko' });
    const closed = await nobody.get(ownReportPaths.report(late.quarter));
    expect(closed.text).not.toContain('120,000,000');
  });
});
