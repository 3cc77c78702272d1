import { beforeAll, describe, expect, it } from 'vitest';
import { pagesOf } from '../../functions/forms/round-form.ts';
import type { Round } from '../../functions/rounds/round.ts';
import { isAsked } from '../../functions/shared/pages/form.ts';
import { answers, apply, fill, mailTo, referenceOn, sendVersion } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';

let at: TestCloud;
let round: Round;
beforeAll(async () => {
  at = await testCloud();
  round = await at.round();
});

/** Answers that miss each of the round's rules in its own way. */
const missing: Readonly<Record<string, Parameters<typeof answers>[0]>> = {
  birthDate: { 'about-you': { 'birthDate.year': '2012' } },
  seoulTies: { background: { seoulTies: ['none'] } },
  field: { background: { field: 'other' } },
  finishedEarlier: { attendance: { finishedEarlier: 'yes' } },
  canAttend: { attendance: { canAttend: 'less-than-80' } },
};

describe('conditions', () => {
  it('are checked before sending: each that is not met is named in words, in both languages', async () => {
    expect(round.eligibility.map(({ field }) => field).sort()).toEqual(Object.keys(missing).sort());
    for (const rule of round.eligibility) {
      const { browser, check } = await fill(at, round, answers(missing[rule.field]));
      for (const lang of ['ko', 'en'] as const) {
        const page = lang === 'ko' ? check : await browser.get('/apply/check?lang=en');
        expect(page.text).toContain(rule.title[lang]);
        expect(page.text).toContain(rule.unmet[lang]);
        expect(page.text).toContain(rule.remedy[lang]);
        for (const other of round.eligibility) {
          if (other.id !== rule.id) expect(page.text).not.toContain(other.unmet[lang]);
        }
        expect(page.text).toContain(
          lang === 'ko' ? '그래도 제출하실 수 있습니다' : 'You can still send your application',
        );
      }
    }
  });

  it('are not mentioned if all are met', async () => {
    const { check } = await fill(at, round, answers());
    for (const rule of round.eligibility) expect(check.text).not.toContain(rule.unmet.ko);
    expect(check.text).not.toContain('그래도 제출');
  });

  it('that are not met keep nobody from sending, and nobody is refused without a person', async () => {
    const { browser, check } = await fill(
      at,
      round,
      answers({
        ...missing.birthDate,
        background: { seoulTies: ['none'], field: 'other' },
        attendance: { finishedEarlier: 'yes', canAttend: 'less-than-80' },
      }),
      'en',
    );
    expect(check.text).toContain('for our team to check');
    const sent = await browser.post('/apply/send', { version: sendVersion(check) });
    const reference = referenceOn(sent);
    const application = await at.untilState(reference, 'WITH_OFFICER');
    const unmet = application.flags?.rules.filter(({ met }) => !met).map(({ ruleId }) => ruleId);
    expect(unmet?.sort()).toEqual(round.eligibility.map(({ id }) => id).sort());
    expect(application.decision).toBeUndefined();
  });
});

describe('the receipt', () => {
  for (const lang of ['ko', 'en'] as const) {
    it(`comes with a copy of every answer, in the language of the form (${lang})`, async () => {
      const { email, form, reference } = await apply(at, round, answers(), lang);
      const mail = await mailTo(
        at,
        email,
        lang === 'ko' ? '지원서를 접수했습니다' : 'We have received your application',
      );
      const words = mail.text.replace(/\s+/gu, ' ');
      expect(words).toContain(reference);
      for (const page of pagesOf(round)) {
        expect(words).toContain(page.title[lang]);
        expect(words).not.toContain(page.title[lang === 'ko' ? 'en' : 'ko']);
        for (const field of Object.values(page.fields).filter((one) => isAsked(one, {})))
          expect(words).toContain((field.panel?.title ?? field.label)[lang]);
      }
      for (const value of [
        form['about-you'].name,
        form['about-you'].mobile,
        email,
        form.why.motivation,
        form.why.plan,
      ]) {
        expect(words).toContain(String(value).trim());
      }
      expect(words).toContain(lang === 'ko' ? '마포구' : 'Mapo');
      expect(mail.html).toContain(`lang="${lang}"`);
    });
  }

  it('follows the language to which the form was switched before it was sent', async () => {
    const { browser, check } = await fill(at, round, answers(), 'ko');
    await browser.get('/apply/check?lang=en');
    const sent = await browser.post('/apply/send', { version: sendVersion(check) });
    expect(sent.text).toContain('Your application has been sent');
    expect((await at.application(referenceOn(sent))).lang).toBe('en');
  });
});
