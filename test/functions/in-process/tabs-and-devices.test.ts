import { beforeAll, describe, expect, it } from 'vitest';
import type { Round } from '../../../functions/rounds/round.ts';
import { answers, apply, begin, consentsTo, emailOf, fill, linkIn, mailTo } from '../../support/applicants.ts';
import { type MemoryAcademy, memoryAcademy } from '../../support/memory/memory-academy.ts';
import { changeRound } from '../../support/rounds/change-round.ts';
import { hiddenIn, type Visitor } from '../../support/visitor.ts';

let at: MemoryAcademy;
let round: Round;
beforeAll(async () => {
  at = await memoryAcademy();
  round = await at.round();
}, 60_000);

const referenceOf = (browser: Visitor): string => browser.cookies.get('application')?.split('.')[1] ?? '';
const typedOn = async (reference: string) => (await at.applications.draft(reference)).typed;
const long = '은행에서 결제 시스템을 만들며 배운 것을 나누고 싶습니다. '.repeat(20).trim();
const short = '핀테크를 배우고 그 일을 하고 싶습니다. '.repeat(6).trim();

const begun = (of: Round = round): Promise<Visitor> => begin(at, of, emailOf(answers()));

/** The path of the link that is mailed to come back to a draft. */
async function mailedLink(browser: Visitor): Promise<string> {
  const { email = '' } = await at.application(referenceOf(browser));
  await browser.post('/apply/later', {});
  return linkIn(await mailTo(at, email), at.baseUrl);
}

describe('two applications in one browser', () => {
  it('keep apart what is saved in a tab that was open before the other one was', async () => {
    const [browser, elsewhere] = [await begun(), await begun()];
    const [a, b] = [referenceOf(browser), referenceOf(elsewhere)];
    const link = await mailedLink(elsewhere);
    const tab = await browser.get('/apply/why');
    const before = [await at.application(a), await typedOn(a), await typedOn(b)];
    expect((await browser.get(link)).text).toContain('이 브라우저에 다른 지원서가 열려 있습니다');
    expect((await browser.post(link, {})).url).toContain('/apply/');

    const typed = { motivation: long, plan: short };
    const refused = await browser.postStale('/apply/why', { ...hiddenIn(tab.html), ...typed });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('이 브라우저에 다른 지원서가 열려 있습니다');
    for (const shown of [a, b, long, short]) expect(refused.text).toContain(shown);
    expect([await at.application(a), await typedOn(a), await typedOn(b)]).toEqual(before);

    const english = await browser.postStale('/apply/why', { ...hiddenIn(refused.html), switch: 'en' });
    expect(english.text).toContain('Another application is open in this browser');
    expect(english.text).toContain(long);
    await browser.post(`${(await mailedAgain(a)) ?? ''}`, {});
    const saved = await browser.postStale('/apply/why', hiddenIn(english.html));
    expect(saved.url).toBe('/apply/attendance');
    expect((await typedOn(a)).why).toEqual({ motivation: [long], plan: [short] });
    expect(await typedOn(b)).toEqual(before[2]);
  });

  it('send neither from the tab of the other', async () => {
    const { browser, check } = await fill(at, round, answers());
    const a = referenceOf(browser);
    const other = await fill(at, round, answers());
    const b = referenceOf(other.browser);
    browser.cookies.set('application', other.browser.cookies.get('application') ?? '');
    const refused = await browser.postStale('/apply/send', hiddenIn(check.html));
    expect(refused.status).toBe(409);
    expect(refused.text).toContain(a);
    expect([(await at.application(a)).version, (await at.application(b)).version]).toEqual([0, 0]);
  });

  it('withdraw neither from the tab of the other', async () => {
    const [one, two] = [await apply(at, round), await apply(at, round)];
    const tab = await one.browser.get('/application/withdraw');
    one.browser.cookies.set('application', two.browser.cookies.get('application') ?? '');
    const refused = await one.browser.postStale('/application/withdraw', hiddenIn(tab.html));
    expect(refused.status).toBe(409);
    for (const { reference } of [one, two]) expect((await at.application(reference)).state).not.toBe('WITHDRAWN');
  });

  it('keep apart a second round that is begun in another tab', async () => {
    const browser = await begun();
    const a = referenceOf(browser);
    const tab = await browser.get('/apply/why');
    const second = await at.round();
    const before = await typedOn(a);
    await begin(at, second, emailOf(answers()), 'ko', browser);
    const b = referenceOf(browser);
    expect(b).not.toBe(a);
    const refused = await browser.postStale('/apply/why', { ...hiddenIn(tab.html), motivation: long, plan: short });
    expect(refused.status).toBe(409);
    expect(await typedOn(a)).toEqual(before);
    expect((await typedOn(b)).why).toBeUndefined();
  });
});

describe('one application in two places', () => {
  /** A phone has saved the long essay; the laptop has the page open as it was before. */
  async function stale() {
    const laptop = await begun();
    const reference = referenceOf(laptop);
    await laptop.post('/apply/why', { motivation: short, plan: short });
    const phone = laptop.twin();
    const tab = await laptop.get('/apply/why');
    await phone.post('/apply/why', { motivation: long, plan: short });
    const shown = await laptop.postStale('/apply/why', {
      ...hiddenIn(tab.html),
      motivation: `${short} 그래서 지원합니다.`,
      plan: short,
    });
    return { laptop, reference, shown };
  }

  it('shows both texts and saves neither over the other', async () => {
    const { reference, shown } = await stale();
    expect(shown.status).toBe(409);
    expect(shown.text).toContain('다른 곳에서 저장하신 내용이 있습니다');
    expect(shown.text).toContain(long);
    expect(shown.text).toContain(`${short} 그래서 지원합니다.`);
    expect(shown.html.match(/<fieldset/gu)).toHaveLength(1);
    expect((await typedOn(reference)).why).toEqual({ motivation: [long], plan: [short] });
  });

  it.each([
    ['mine', `${short} 그래서 지원합니다.`],
    ['newer', long],
  ])('saves what the person chooses, and asks for the choice in either language: %s', async (choice, kept) => {
    const { laptop, reference, shown } = await stale();
    const unchosen = await laptop.postStale('/apply/why', hiddenIn(shown.html));
    expect(unchosen.status).toBe(422);
    const english = await laptop.postStale('/apply/why', { ...hiddenIn(unchosen.html), switch: 'en' });
    expect(english.text).toContain('What you saved elsewhere');
    expect((await typedOn(reference)).why?.motivation).toEqual([long]);
    const saved = await laptop.postStale('/apply/why', { ...hiddenIn(english.html), 'keep-motivation': choice });
    expect(saved.url).toBe('/apply/attendance');
    expect((await typedOn(reference)).why).toEqual({ motivation: [kept], plan: [short] });
  });

  it('shows the newest words if they change while the person chooses', async () => {
    const { laptop, reference, shown } = await stale();
    await laptop.twin().post('/apply/why', { motivation: `${long} 끝.`, plan: short });
    const again = await laptop.postStale('/apply/why', { ...hiddenIn(shown.html), 'keep-motivation': 'mine' });
    expect(again.status).toBe(409);
    expect(again.text).toContain(`${long} 끝.`);
    expect((await typedOn(reference)).why?.motivation).toEqual([`${long} 끝.`]);
  });

  it('takes a page without asking if only other pages have changed, or if it is the same', async () => {
    const laptop = await begun();
    const reference = referenceOf(laptop);
    const form = answers();
    const tab = await laptop.get('/apply/why');
    await laptop.twin().post('/apply/background', form.background);
    const typed = { ...hiddenIn(tab.html), motivation: long, plan: short };
    expect((await laptop.postStale('/apply/why', typed)).url).toBe('/apply/attendance');
    expect((await laptop.postStale('/apply/why', typed)).url).toBe('/apply/attendance');
    expect(Object.keys(await typedOn(reference)).toSorted()).toEqual(['about-you', 'background', 'why']);
  });

  it('takes the form again to which the browser went back, over what it has saved itself', async () => {
    const laptop = await begun();
    const reference = referenceOf(laptop);
    const tab = hiddenIn((await laptop.get('/apply/why')).html);
    await laptop.postStale('/apply/why', { ...tab, motivation: short, plan: short });
    expect((await laptop.postStale('/apply/why', { ...tab, motivation: long, plan: short })).url).toBe(
      '/apply/attendance',
    );
    await laptop.twin().post('/apply/why', { motivation: short, plan: short });
    expect((await laptop.postStale('/apply/why', { ...tab, motivation: long, plan: long })).status).toBe(409);
    expect((await typedOn(reference)).why?.motivation).toEqual([short]);
  });

  it('sends only what was on the page', async () => {
    const form = answers();
    const { browser, check } = await fill(at, round, form);
    await browser.twin().post('/apply/why', { ...form.why, motivation: long });
    const again = await browser.postStale('/apply/send', hiddenIn(check.html));
    expect(again.status).toBe(409);
    expect(again.text).toContain('다른 창이나 다른 기기에서 내용이 수정되었습니다');
    expect(again.text).toContain(long);
    expect((await browser.postStale('/apply/send', hiddenIn(again.html))).url).toBe('/application/sent');
    expect((await at.applications.version(referenceOf(browser), 1))?.answers.motivation).toBe(long);
  });
});

describe('leaving a page with a form', () => {
  const typed = { motivation: '가'.repeat(700), plan: '짧음' };

  it.each([
    ['go:background', '/apply/background'],
    ['go:consents', '/apply/consents'],
    ['go:check', '/apply/check'],
    ['go:start', /^\/rounds\//u],
    ['go:home', '/'],
    ['later', '/apply/later'],
  ])('keeps 700 characters and what is not right yet: %s', async (action, url) => {
    const browser = await begun();
    const left = await browser.post('/apply/why', { ...typed, action });
    expect(left.status).toBe(200);
    expect(left.url).toMatch(url);
    expect((await typedOn(referenceOf(browser))).why).toEqual({ motivation: [typed.motivation], plan: [typed.plan] });
    expect((await browser.get('/apply/why')).html).toContain(typed.motivation);
  });

  it('leads nowhere but to a page of the form', async () => {
    const browser = await begun();
    for (const action of ['go://evil.example', 'go:nothing', 'go:', 'go:../application/leave']) {
      expect((await browser.post('/apply/why', { ...typed, action })).url).toBe('/apply/why');
    }
  });

  it('has buttons that save and no links away', async () => {
    const { browser } = await fill(at, round, answers());
    const { html } = await browser.get('/apply/why');
    const [top = '', main = ''] = html.split('<footer')[0]?.split('<main') ?? [];
    expect([...`${top}${main}`.matchAll(/<a [^>]*href="([^"]*)"/gu)].map(([, href]) => href)).toEqual(['#main']);
  });

  it('shows the words that were typed while the round closed', async () => {
    const own = await at.round();
    const browser = await begun(own);
    const tab = await browser.get('/apply/why');
    await changeRound(at, own, { closesAt: at.now() });
    const closed = await browser.postStale('/apply/why', { ...hiddenIn(tab.html), ...typed });
    expect(closed.status).toBe(409);
    expect(closed.text).toContain(typed.motivation);
    expect((await browser.get('/apply/why')).text).not.toContain(typed.motivation);
  });

  it('shows the words that were typed when no application is open any more', async () => {
    const browser = await begun();
    const tab = await browser.get('/apply/why');
    browser.cookies.delete('application');
    const ended = await browser.postStale('/apply/why', { ...hiddenIn(tab.html), ...typed });
    expect(ended.status).toBe(403);
    expect(ended.text).toContain('이 브라우저에서 열려 있는 지원서가 없습니다');
    expect(ended.text).toContain(typed.motivation);
  });
});

describe('consents that are read while their words change', () => {
  const items = { ko: '이름, 연락처, 그리고 새로 더해진 항목', en: 'Name, contact and one more item' };

  it('hold for what was on the page, so that the changed one is asked for again', async () => {
    const own = await at.round();
    const [consent, ...others] = own.consents;
    if (!consent) throw new Error('the round has consents');
    const { browser, check } = await fill(at, own, answers());
    const tab = hiddenIn((await browser.get('/apply/consents')).html);
    await changeRound(at, own, { consents: [{ ...consent, items }, ...others] });
    await browser.postStale('/apply/consents', { ...tab, ...consentsTo(own) });
    expect((await browser.get('/apply')).url).toBe('/apply/consents');
    expect((await browser.postStale('/apply/send', hiddenIn(check.html))).status).toBe(422);
    await browser.postStale('/apply/consents', { ...tab, round: '', ...consentsTo(own) });
    expect((await browser.get('/apply')).url).toBe('/apply/consents');
    await browser.post('/apply/consents', consentsTo(own));
    expect((await browser.get('/apply')).url).toBe('/apply/check');
  });
});

describe('the steps of the form', () => {
  it('tell which pages are complete, whichever were passed, and lead to these alone', async () => {
    const browser = await begun();
    await browser.get('/apply/consents');
    await browser.post('/apply/background', answers().background);
    const { html } = await browser.post('/apply/about-you', { name: '김하늘', action: 'go:why' });
    const steps = /<nav class="steps".*?<\/nav>/su.exec(html)?.[0] ?? '';
    expect([...steps.matchAll(/value="(go:[^"]*)"/gu)].map(([, value]) => value)).toEqual(['go:background']);
    expect(steps.match(/작성 완료/gu)).toHaveLength(1);
    const check = await browser.get('/apply/check');
    expect(check.html).toContain('class="to" href="/apply/background"');
  });
});

/** The link of a draft, mailed to an address of its own, from another browser that has it open. */
async function mailedAgain(reference: string): Promise<string | undefined> {
  const email = emailOf(answers());
  const was = await at.application(reference);
  await at.commit({
    changes: [at.applications.save({ ...was, revision: was.revision + 1, email, linkMailedAt: undefined }, was)],
    events: [{ subject: reference, type: 'MadeByTest', by: 'operator:test', at: at.now() }],
    outbox: [{ kind: 'mail', template: 'draft-link', to: { applicant: reference }, ids: {} }],
  });
  return linkIn(await mailTo(at, email), at.baseUrl);
}
