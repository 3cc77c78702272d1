import { beforeAll, describe, expect, it } from 'vitest';
import type { Round } from '../../functions/rounds/round.ts';
import { addMinutes } from '../../functions/shared/time.ts';
import { answers, applyBehindPages, linkIn, mailsTo, mailTo } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { eventually } from '../support/eventually.ts';
import { allMailsTo } from '../support/intake/intake.ts';
import { visitor } from '../support/visitor.ts';

let at: TestCloud;
let round: Round;
beforeAll(async () => {
  at = await testCloud();
  round = await at.round();
});

const officer = 'minji.kim@academy.example.kr';
const tooYoung = { 'about-you': { 'birthDate.year': '2012' } };

/** The officer's mail about an application, and the path of its link. */
async function officerLink(reference: string, address = officer): Promise<string> {
  const mail = await eventually(`the officer's mail about ${reference}`, async () =>
    (await mailsTo(at, address)).findLast((one) => one.text.includes(reference)),
  );
  return linkIn(mail, at.baseUrl);
}

describe('a clean application', () => {
  it('is accepted at once, in two state transitions, with one mail that is receipt and answer', async () => {
    const { reference, email } = await applyBehindPages(at, round);
    await at.untilState(reference, 'ACCEPTED');
    await eventually('the run has ended', async () => (await at.status(reference)) === 'SUCCEEDED');
    const states = await at.statesOf(reference);
    expect(states).toEqual(['Check the application', 'Settle what is in question']);
    expect(await allMailsTo(at, email, reference)).toHaveLength(1);
    const sentAt = Date.parse((await at.untilState(reference, 'ACCEPTED')).sentAt ?? '');
    expect(await at.outbox.get(`${reference}.received.1-${sentAt}`)).toMatchObject({ state: 'DROPPED', attempts: 0 });
    await mailTo(at, email, '접수했습니다');
    await mailTo(at, email, '자격이 확인되었습니다');
  });
});

describe('an application that does not meet a rule', () => {
  it('goes to the officer, who accepts it by the link', async () => {
    const { reference, email } = await applyBehindPages(at, round, answers(tooYoung), 'en');
    await at.untilState(reference, 'WITH_OFFICER');
    const link = await officerLink(reference);
    const browser = visitor(at.baseUrl);
    const page = await browser.get(link);
    expect(page.status).toBe(200);
    expect(page.text).toContain(reference);
    const after = await browser.post(link.split('?')[0] ?? '', { outcome: 'ACCEPT' });
    expect(after.text).toContain('결정되었습니다: 심사 대상에 포함');
    expect(after.text).toContain('김민지');
    await at.untilState(reference, 'ACCEPTED');
    await eventually('the run has ended', async () => (await at.status(reference)) === 'SUCCEEDED');
    await mailTo(at, email, 'Our team has confirmed that you are eligible');
  });

  it('is refused with the reason that the officer gave', async () => {
    const { reference, email } = await applyBehindPages(at, round, answers(tooYoung));
    const link = (await officerLink(reference)).split('?')[0] ?? '';
    const browser = visitor(at.baseUrl);
    const missing = await browser.post(link, { outcome: 'REFUSE' });
    expect(missing.status).toBe(422);
    expect(missing.text).toContain('제외하는 이유를 입력해 주십시오.');
    await browser.post(link, { outcome: 'REFUSE', reason: '첫 수업일에 만 19세가 되지 않습니다.' });
    await at.untilState(reference, 'REFUSED');
    const mail = await mailTo(at, email, '지원 자격 확인 결과');
    expect(mail.text).toContain('첫 수업일에 만 19세가 되지 않습니다.');
  });

  it('comes back to the officer with the applicant’s answer', async () => {
    const { reference, email } = await applyBehindPages(at, round, answers(tooYoung));
    const link = (await officerLink(reference)).split('?')[0] ?? '';
    await visitor(at.baseUrl).post(link, { outcome: 'RETURN', question: '생년월일이 맞습니까?', pages: ['about-you'] });
    await at.untilState(reference, 'WITH_APPLICANT');
    const question = await mailTo(at, email, '확인할 것이');
    const path = linkIn(question, at.baseUrl).split('?')[0] ?? '';
    const browser = visitor(at.baseUrl);
    const page = await browser.get(path);
    expect(page.text).toContain('생년월일이 맞습니까?');
    const { form } = { form: answers() };
    const answered = await browser.post(path, { ...form['about-you'], email, reply: '잘못 적었습니다.' });
    expect(answered.text).toContain('답변을 받았습니다');
    await at.untilState(reference, 'WITH_OFFICER');
    const second = await eventually('a second request', async () => {
      const next = await officerLink(reference);
      return next.split('?')[0] === link ? undefined : next.split('?')[0];
    });
    const again = await visitor(at.baseUrl).get(second);
    expect(again.text).toContain('잘못 적었습니다.');
    await visitor(at.baseUrl).post(second, { outcome: 'ACCEPT' });
    await at.untilState(reference, 'ACCEPTED');
    expect((await at.statesOf(reference)).filter((state) => state === 'Ask the intake officer')).toHaveLength(2);
  });

  it('lapses after two reminders and goes back to the officer', async () => {
    const { reference, email } = await applyBehindPages(at, round, answers(tooYoung));
    const link = (await officerLink(reference)).split('?')[0] ?? '';
    await visitor(at.baseUrl).post(link, { outcome: 'RETURN', question: '확인해 주십시오.' });
    await mailTo(at, email, '확인할 것이');
    const reminders = async () => (await mailsTo(at, email)).filter((mail) => mail.text.includes('다시 알려 드립니다'));
    for (const number of [1, 2]) {
      await at.chaseAt(addMinutes(at.now(), number * 10 * 24 * 60));
      await eventually(`reminder ${number}`, async () => (await reminders()).length === number);
    }
    await at.chaseAt(addMinutes(at.now(), 30 * 24 * 60));
    await at.untilState(reference, 'WITH_OFFICER');
    expect(await reminders()).toHaveLength(2);
  });
});
