import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nameOnLetter } from '../../../functions/letters/name-on-letter.ts';
import type { Round } from '../../../functions/rounds/round.ts';
import { answers, apply, begin, consentsTo, emailOf, fill, mailTo } from '../../support/applicants.ts';
import { type MemoryAcademy, memoryAcademy } from '../../support/memory/memory-academy.ts';

let at: MemoryAcademy;
let round: Round;
beforeAll(async () => {
  at = await memoryAcademy();
  round = await at.round();
});
afterAll(() => at.close());

describe('a name that no font of the letter has', () => {
  it('is asked for in Latin letters just then, which the answers, the mail and the letter show', async () => {
    const form = answers();
    const about = form['about-you'];
    const browser = await begin(at, round, emailOf(form));
    expect((await browser.get('/apply/about-you')).html).not.toContain('latinName');
    const asked = await browser.post('/apply/about-you', { ...about, name: 'ကျော်ကျော်' });
    expect(asked.status).toBe(422);
    expect(asked.text).toContain('여권에 적힌 로마자 이름을 입력해 주십시오. 예: HONG GILDONG');
    expect(asked.html).toContain('href="#latinName"');
    expect(asked.html).toContain('value="ကျော်ကျော်"');
    expect((await browser.post('/apply/about-you', { ...about, name: '김하늘' })).html).not.toContain('latinName');

    const sent = await apply(at, round, answers({ 'about-you': { name: 'ကျော်ကျော်', latinName: 'Kyaw  Kyaw' } }));
    const application = await at.applications.get(sent.reference);
    expect(application?.name).toBe('ကျော်ကျော်');
    expect(application && (await nameOnLetter(at, application))).toBe('Kyaw Kyaw');
    const shown = await sent.browser.get('/application/answers');
    const mail = await mailTo(at, sent.email, '접수했습니다');
    for (const text of [shown.text, mail.text]) {
      expect(text).toContain('ကျော်ကျော်');
      expect(text).toContain('Kyaw Kyaw');
    }
  });

  it('is no question for others, whose letters show their names as they are', async () => {
    const { reference } = await apply(
      at,
      round,
      answers({ 'about-you': { name: '张伟', latinName: 'Somebody Else' } }),
    );
    const application = await at.applications.get(reference);
    expect(application && (await nameOnLetter(at, application))).toBe('张伟');
  });
});

describe('somebody who applies a second time', () => {
  it.each(['\u00ad', '\u200d', '\u3164'])(
    'is the same person with U+%s in the name, which nobody sees',
    async (unseen) => {
      const first = answers();
      const { name, ...born } = first['about-you'];
      const one = await apply(at, round, first);
      const again = answers({ 'about-you': { ...born, email: emailOf(answers()), mobile: '010-9000-0001' } });
      const other = await apply(at, round, {
        ...again,
        'about-you': { ...again['about-you'], name: [...String(name)].join(unseen) },
      });
      await at.untilState(other.reference, 'WITH_OFFICER');
      expect((await at.applications.get(other.reference))?.flags?.duplicates).toContain(one.reference);
    },
  );
});

describe('what is typed as people do', () => {
  it('is understood on every page, and kept as it is meant', async () => {
    const form = answers({
      'about-you': {
        'birthDate.year': '1995년',
        'birthDate.month': '3월',
        'birthDate.day': '2일',
        mobile: '82010·1234·5678',
        email: `Kim <${emailOf(answers())}>`,
      },
    });
    const { browser } = await fill(at, round, { ...form, consents: consentsTo(round) });
    const page = await browser.get('/apply/check');
    expect(page.text).toContain('1995년 3월 2일');
    expect(page.text).toContain('010-1234-5678');
    expect(page.text).not.toContain('Kim <');
  });
});
