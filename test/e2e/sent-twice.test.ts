import { beforeAll, describe, expect, it } from 'vitest';
import { decisionWords } from '../../functions/intake/pages/decision-texts.ts';
import type { Round } from '../../functions/rounds/round.ts';
import { eventsOf } from '../../functions/shared/database/audit.ts';
import { answers, apply, begin, emailOf, fill, proveOther, referenceOn, sendVersion } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { allMailsTo, entriesOf, officer, openRequest, press } from '../support/intake/intake.ts';
import { requestLink } from '../support/requests/asked-by-mail.ts';
import { hiddenIn, visitor } from '../support/visitor.ts';
import { writtenIn } from '../support/written.ts';

let at: TestCloud;
let round: Round;
beforeAll(async () => {
  at = await testCloud();
  round = await at.round();
});

const applicationsOf = async (of: Round) =>
  (await writtenIn(at, 'APPLICATIONS_TABLE')).filter((item) => item.sk === 'application' && item.roundId === of.id);
const submissions = async (reference: string) =>
  (await eventsOf(at.db, at.tables.AUDIT_TABLE, reference)).filter(({ type }) => type === 'ApplicationSubmitted');

describe('one application sent twice', () => {
  it('stays one by a double click, a retry, a second tab and the back button', async () => {
    const { browser, check } = await fill(at, round, answers());
    const version = sendVersion(check);
    const tab = browser.twin();
    const tabsCheck = await tab.get('/apply/check');
    const pages = await Promise.all([
      browser.post('/apply/send', { version }),
      browser.post('/apply/send', { version }),
      tab.post('/apply/send', { version: sendVersion(tabsCheck) }),
    ]);
    const back = await browser.post('/apply/send', { version });
    const reference = referenceOn(back);
    expect(pages.map((page) => [page.status, referenceOn(page)])).toEqual(pages.map(() => [200, reference]));
    await at.untilState(reference, 'ACCEPTED');
    const retry = await tab.post('/apply/send', { version });
    expect(referenceOn(retry)).toBe(reference);
    expect(await at.application(reference)).toMatchObject({ version: 1, run: 1 });
    expect(await submissions(reference)).toHaveLength(1);
    for (const nonsense of ['', '0', '-1', '3', '1.5', 'NaN', '1e1', ' ', '9'.repeat(400), '0x1']) {
      const page = await browser.post('/apply/send', { version: nonsense });
      expect([200, 422]).toContain(page.status);
    }
    expect((await at.application(reference)).version).toBe(1);
  });

  it('stays one, and open to its browser, if a double click sends a changed e-mail', async () => {
    const { browser, reference, email } = await apply(at, round);
    await at.untilState(reference, 'ACCEPTED');
    await proveOther(at, reference, `moved-${email}`);
    const click = browser.twin();
    await click.post('/apply/send', { version: '2' });
    const again = await browser.post('/apply/send', { version: '2' });
    expect([again.status, referenceOn(again)]).toEqual([200, reference]);
    expect((await at.application(reference)).version).toBe(2);
    await at.untilState(reference, 'ACCEPTED');
  });

  // Fifty in this process: test/functions/in-process/sent-at-once.test.ts.
  it('is one application, one reference and one receipt for six equal submissions at once', async () => {
    const own = await at.round();
    const form = answers();
    const { browser, check } = await fill(at, own, form);
    const sent = hiddenIn(check.html);
    const pages = await Promise.all(Array.from({ length: 6 }, () => browser.twin().postStale('/apply/send', sent)));
    expect(new Set(pages.map((page) => page.status))).toEqual(new Set([200]));
    const references = new Set(pages.map(referenceOn));
    expect(references.size).toBe(1);
    const [reference = ''] = references;
    await at.untilState(reference, 'ACCEPTED');
    expect(await applicationsOf(own)).toHaveLength(1);
    expect(await submissions(reference)).toHaveLength(1);
    const mails = (await entriesOf(at, reference)).filter(({ errand }) => errand.kind === 'mail');
    expect(mails.map(({ errand }) => errand.kind === 'mail' && errand.template)).toEqual([
      'application-received-and-accepted',
    ]);
    expect(await allMailsTo(at, emailOf(form), reference)).toHaveLength(1);
    console.log('6 equal submissions at once: 1 application, 1 reference, 1 receipt');
  });
});

describe('the same e-mail again in a round', () => {
  it('is one application: ten browsers begin at once, in either spelling, and all have the same', async () => {
    const own = await at.round();
    const email = emailOf(answers());
    const browsers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => begin(at, own, index % 2 === 0 ? email : email.toUpperCase())),
    );
    const references = new Set(browsers.map(({ cookies }) => cookies.get('application')?.split('.')[1]));
    expect(references.size).toBe(1);
    expect(await applicationsOf(own)).toHaveLength(1);
    console.log('10 browsers with one e-mail at once: 1 application');
  });
});

describe('possibly the same person under another e-mail', () => {
  const same = {
    phone: (form: ReturnType<typeof answers>) => ({ mobile: String(form['about-you'].mobile).replaceAll('-', '') }),
    person: ({ 'about-you': you }: ReturnType<typeof answers>) => ({
      name: ` ${String(you.name).normalize('NFD').split('').join('')} `,
      'birthDate.year': you['birthDate.year'] ?? '',
      'birthDate.month': `0${you['birthDate.month']}`.slice(-2),
      'birthDate.day': you['birthDate.day'] ?? '',
    }),
  };

  for (const [what, change] of Object.entries(same)) {
    it(`is taken in and decided by the officer, beside the other application (same ${what})`, async () => {
      const first = await apply(at, round);
      await at.untilState(first.reference, 'ACCEPTED');
      const second = await apply(at, round, answers({ 'about-you': change(first.form) }));
      const request = await openRequest(at, second.reference);
      expect((await at.application(second.reference)).flags?.duplicates).toEqual([first.reference]);
      const link = await requestLink(at, request.id, officer);
      const page = await visitor(at.baseUrl, { lang: 'ko' }).get(link);
      expect(page.text).toContain(`${decisionWords.duplicate.ko} ${first.reference}`);
      expect(page.text).toContain(`${decisionWords.other.ko} ${first.reference}`);
      expect(page.text).toContain(first.email);
      expect(page.text).toContain(second.email);
      const status = await second.browser.get('/application');
      expect(status.text).not.toContain(first.reference);
      await press(at, link, { outcome: 'ACCEPT' });
      await at.untilState(second.reference, 'ACCEPTED');
      expect((await at.application(first.reference)).state).toBe('ACCEPTED');
    });
  }
});
