import { beforeAll, describe, expect, it } from 'vitest';
import { stateWords } from '../../functions/applications/pages/status-texts.ts';
import { decisionWords } from '../../functions/intake/pages/decision-texts.ts';
import { eraseApplication } from '../../functions/retention/erase-application.ts';
import type { Round } from '../../functions/rounds/round.ts';
import { eventsOf } from '../../functions/shared/database/audit.ts';
import { formatInstant } from '../../functions/shared/time.ts';
import {
  answers,
  apply,
  begin,
  fill,
  linkIn,
  mailsTo,
  mailTo,
  proveOther,
  sendVersion,
} from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { eventually } from '../support/eventually.ts';
import {
  allMailsTo,
  broken,
  entryOf,
  makeDue,
  officer,
  openRequest,
  press,
  tooYoung,
  withOfficer,
} from '../support/intake/intake.ts';
import { requestLink } from '../support/requests/asked-by-mail.ts';
import { visitor } from '../support/visitor.ts';

let at: TestCloud;
let round: Round;
beforeAll(async () => {
  at = await testCloud();
  round = await at.round();
});

describe('an application that was sent', () => {
  it('can be changed until the round closes, under the same reference, with a new copy by mail', async () => {
    const { browser, reference, email, form } = await apply(at, round);
    await at.untilState(reference, 'ACCEPTED');
    const motivation = `${form.why.motivation} 그리고 새로 쓴 문장입니다.`;
    const check = await browser.post('/apply/why', { ...form.why, motivation, return: 'check' });
    expect(check.url).toBe('/apply/check');
    expect(check.text).toContain('수정한 지원서 제출하기');
    expect((await browser.get('/application/answers')).text).not.toContain('새로 쓴 문장');
    const sent = await browser.post('/apply/send', { version: sendVersion(check) });
    expect(sent.text).toContain(reference);
    const mail = await mailTo(at, email, '수정한 지원서를 접수했습니다');
    expect(mail.text).toContain('새로 쓴 문장');
    await at.untilState(reference, 'ACCEPTED');
    expect(await at.application(reference)).toMatchObject({ version: 2, run: 2 });
    expect((await browser.get('/application/answers')).text).toContain('새로 쓴 문장');
  });

  it('closes the old link when its e-mail changes, while the browser that changed it stays in', async () => {
    const { browser, reference, email } = await apply(at, round);
    await at.untilState(reference, 'ACCEPTED');
    const old = linkIn(await mailTo(at, email, '접수했습니다'), at.baseUrl);
    const moved = `moved-${email}`;
    const otherTab = browser.twin();
    const oldDevice = visitor(at.baseUrl);
    oldDevice.cookies.set('application', old.split('?')[0]?.replace('/a/', 'l.').replace('/', '.') ?? '');
    expect((await oldDevice.get('/application')).text).toContain(reference);
    await proveOther(at, reference, moved);
    const sent = await browser.post('/apply/send', { version: '2' });
    expect(sent.text).toContain(reference);
    expect((await browser.get('/application')).text).toContain(reference);
    expect((await otherTab.get('/application')).text).toContain(reference);
    expect((await oldDevice.get('/application')).status).toBe(403);
    const page = await visitor(at.baseUrl, { lang: 'ko' }).get(old);
    expect(page.status).toBe(404);
    expect(page.text).not.toContain(reference);
    const fresh = await mailTo(at, moved, '수정한 지원서를');
    expect((await visitor(at.baseUrl).get(linkIn(fresh, at.baseUrl))).text).toContain(reference);
    const { reference: second } = await apply(at, round, answers({ 'about-you': { email } }));
    expect(second).not.toBe(reference);
  });

  it('keeps the browser in that opened it by the mailed link and corrects the e-mail', async () => {
    const { reference, email } = await apply(at, round);
    await at.untilState(reference, 'ACCEPTED');
    const device = visitor(at.baseUrl);
    await device.get(linkIn(await mailTo(at, email, '접수했습니다'), at.baseUrl));
    await proveOther(at, reference, `moved-${email}`);
    const sent = await device.post('/apply/send', { version: '2' });
    expect(sent.text).toContain(reference);
    expect((await device.get('/application')).text).toContain(reference);
  });

  it('is said to be received while nobody has looked at it yet, even if its run cannot start', async () => {
    const { browser, check } = await fill(at, round, answers());
    const reference = browser.cookies.get('application')?.split('.')[1] ?? '';
    const end = at.gate.inject({
      service: 'states',
      operation: 'StartExecution',
      when: ({ body }) => body.includes(reference),
      respond: broken,
    });
    await browser.post('/apply/send', { version: sendVersion(check) });
    const start = await entryOf(
      at,
      reference,
      'the start',
      ({ errand, failures }) => errand.kind === 'start' && failures > 0,
    );
    const korean = await browser.get('/application?lang=ko');
    expect(korean.text).toContain('접수되어 확인하고 있습니다');
    expect(korean.text).toContain('1분 안에');
    expect((await browser.get('/application?lang=en')).text).toContain('Received; we are checking it');
    end();
    await makeDue(at, start.id);
    await at.sweep();
    await at.untilState(reference, 'ACCEPTED');
  });

  it('tells on its page what is next and by when, in each state', async () => {
    const { browser, reference, email } = await apply(at, round, answers(tooYoung));
    const status = async (lang: string) => (await browser.get(`/application?lang=${lang}`)).text;
    const until = async (kind: 'decision' | 'question', lang: 'ko' | 'en') => {
      const { asks } = await at.application(reference);
      const request = await at.requests.byAskKey(`intake-${kind}/${reference}/${asks}`);
      if (!request) throw new Error('there is no request');
      return formatInstant(request.dueAt, lang);
    };
    await at.untilState(reference, 'WITH_OFFICER');
    expect(await status('ko')).toContain('담당자가 확인하고 있습니다');
    expect(await status('ko')).toContain(await until('decision', 'ko'));
    expect(await status('en')).toContain(`until ${await until('decision', 'en')}`);
    const asked = await openRequest(at, reference);
    const link = await requestLink(at, asked.id, officer);
    await press(at, link, { outcome: 'RETURN', question: '생년월일이 맞습니까?' });
    await at.untilState(reference, 'WITH_APPLICANT');
    const question = await mailTo(at, email, '확인할 것이');
    expect(await status('ko')).toContain('담당자가 드린 질문이 있습니다');
    expect(await status('en')).toContain(await until('question', 'en'));
    expect(question.text).toContain(await until('question', 'ko'));
    await browser.post('/application/question', {});
    await eventually('the question again', async () => (await mailsTo(at, email)).length === 3);
    await browser.post('/application/question', {});
    await visitor(at.baseUrl).post(linkIn(question, at.baseUrl).split('?')[0] ?? '', { reply: '네, 맞습니다.' });
    await at.untilState(reference, 'WITH_OFFICER');
    const second = await openRequest(at, reference, asked.id);
    await press(at, await requestLink(at, second.id, officer), {
      outcome: 'REFUSE',
      reason: '만 19세가 되지 않습니다.',
    });
    await at.untilState(reference, 'REFUSED');
    const refused = await status('ko');
    expect(refused).toContain('만 19세가 되지 않습니다.');
    expect(refused).toContain('확인하고 답변해 드립니다');
    expect((await browser.get('/application')).html).not.toContain('/application/withdraw');
    const accepted = await apply(at, round);
    await at.untilState(accepted.reference, 'ACCEPTED');
    const page = (await accepted.browser.get('/application?lang=en')).text;
    expect(page).toContain('Eligible, and considered for selection');
    expect(page).toContain('Friday, 19 February 2027');
    const asking = (await allMailsTo(at, email, reference)).filter(({ text }) => text.includes('생년월일이 맞습니까?'));
    expect(asking).toHaveLength(2);
  });
});

describe('an answer to the officer’s question', () => {
  it('can take an answer away, and takes no address that nobody has proved', async () => {
    const form = answers({ ...tooYoung, attendance: { accessibility: '수어 통역이 필요합니다.' } });
    const { reference, email } = await apply(at, round, form);
    const asked = await openRequest(at, reference);
    const pages = ['about-you', 'attendance'];
    await press(at, await requestLink(at, asked.id, officer), { outcome: 'RETURN', question: '맞습니까?', pages });
    await at.untilState(reference, 'WITH_APPLICANT');
    const question = await openRequest(at, reference);
    const path = await requestLink(at, question.id, email);
    const page = await visitor(at.baseUrl).get(path);
    expect(page.text).toContain('수어 통역이 필요합니다.');
    expect(page.html).not.toContain('name="motivation"');
    const reply = {
      ...form['about-you'],
      ...form.attendance,
      accessibility: '',
      motivation: '몰래 바꾼 동기',
      reply: '수어 통역은 필요하지 않습니다.',
    };
    const refused = await press(at, path, { ...reply, email: `right-${email}` });
    expect([refused.status, refused.text.includes('여기서는 이메일 주소를 변경하실 수 없습니다')]).toEqual([422, true]);
    await press(at, path, reply);
    await at.untilState(reference, 'WITH_OFFICER');
    const version = await at.applications.version(reference, 2);
    expect(version?.answers).toMatchObject({ email, motivation: form.why.motivation?.toString().trim() });
    expect(version?.answers).not.toHaveProperty('accessibility');
    await mailTo(at, email, '답변을 받았습니다');
  });
});

describe('withdrawing', () => {
  it('wants a confirmation, happens once, and its page says so; reading it changes nothing', async () => {
    const { browser, reference, email, link } = await withOfficer(at, round);
    await mailTo(at, email, '접수했습니다');
    for (let time = 0; time < 3; time += 1) {
      const page = await browser.get('/application/withdraw');
      expect(page.text).toContain('지원을 취소하시겠습니까?');
    }
    expect((await at.application(reference)).state).toBe('WITH_OFFICER');
    const done = await browser.post('/application/withdraw', {});
    expect(done.text).toContain(stateWords.WITHDRAWN.ko);
    const twice = await browser.post('/application/withdraw', {});
    expect(twice.text).toContain(stateWords.WITHDRAWN.ko);
    await eventually('the run has ended', async () => (await at.status(reference)) === 'SUCCEEDED');
    expect(await allMailsTo(at, email, reference)).toHaveLength(2);
    await mailTo(at, email, '지원이 취소되었습니다');
    const late = await press(at, link, { outcome: 'ACCEPT' });
    expect(late.text).toContain(decisionWords.outcomes.WITHDRAWN.ko);
    expect((await at.application(reference)).state).toBe('WITHDRAWN');
    const events = await eventsOf(at.db, at.tables.AUDIT_TABLE, reference);
    expect(events.filter(({ type }) => type === 'ApplicationWithdrawn')).toHaveLength(1);
    expect((await browser.get('/apply/why')).url).toBe('/application');
    expect((await browser.post('/apply/send', { version: '2' })).url).toBe('/application');
  });

  it('lets the same e-mail apply anew, and erasing the withdrawn one leaves the new one its address', async () => {
    const first = await apply(at, round);
    await at.untilState(first.reference, 'ACCEPTED');
    await first.browser.post('/application/withdraw', {});
    const second = await apply(at, round, answers({ 'about-you': { email: first.email } }));
    expect(second.reference).not.toBe(first.reference);
    await at.untilState(second.reference, 'ACCEPTED');
    await eraseApplication(at, first.reference, { by: 'operator:test', reason: 'asked to' }, at.now());
    const third = await begin(at, round, first.email);
    expect((await third.get('/application')).text).toContain(second.reference);
  });

  it('is not offered for a draft', async () => {
    const { browser } = await fill(at, round, answers());
    expect((await browser.post('/application/withdraw', {})).url).toBe('/apply/check');
  });
});
