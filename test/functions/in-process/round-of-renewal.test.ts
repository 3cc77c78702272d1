import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMinutes } from '../../../functions/shared/time.ts';
import { codeTo, decoded, mailTo } from '../../support/applicants.ts';
import { committee, memberLink, press } from '../../support/committee/committee.ts';
import { deskOf } from '../../support/desk/sign-in.ts';
import { eventually } from '../../support/eventually.ts';
import { type MemoryAcademy, memoryAcademy } from '../../support/memory/memory-academy.ts';
import { memorySigner } from '../../support/memory/memory-clients.ts';
import { type StoredRenewal, storedRenewal } from '../../support/renewals/stored-renewal.ts';
import { changeRound } from '../../support/rounds/change-round.ts';
import { renewalTyped } from '../../support/rounds/lab-renewal.ts';
import {
  onlyReviewers,
  reviewNumber,
  reviewPath,
  sendReview,
  untilAdmission,
} from '../../support/screening/reviewed-round.ts';
import { linkOf, offerOf, untilPlace } from '../../support/seats/released-round.ts';
import { type Visitor, visitor } from '../../support/visitor.ts';

/* A round of renewal as its people meet it, by its pages, mails and runs; what its steps decide is tried beside them. */

const sign = memorySigner();
let at: MemoryAcademy;
beforeAll(async () => {
  at = await memoryAcademy({ sign });
});
afterAll(() => at.close());

/** Proves an address in front of a round. @returns the page that it leads to */
async function prove({ round }: Pick<StoredRenewal, 'round'>, email: string, lang = 'ko') {
  const browser = visitor(at.baseUrl, { lang });
  await browser.post(`/rounds/${round.id}/address`, { email });
  const page = await browser.post(`/rounds/${round.id}/code`, { code: await codeTo(at, email) });
  return { browser, page };
}

async function fillIn(browser: Visitor, email: string) {
  for (const [page, fields] of Object.entries(renewalTyped(email))) await browser.post(`/apply/${page}`, fields);
  return browser.get('/apply/check');
}

describe('a round of renewal', () => {
  it('is listed for nobody, and tells on its page whom it asks', async () => {
    const { round } = await storedRenewal(at, sign);
    const browser = visitor(at.baseUrl);
    expect((await browser.get('/')).html).not.toContain(round.id);
    const page = await browser.get(`/rounds/${round.id}`);
    expect(page.text).toMatch(/대상 협약 .+부터 .+ 사이에 끝나는 협약/u);
    expect(page.text).toContain('기업 15곳');
    expect(page.text).not.toContain('첫 수업일');
  });

  it.each([
    ['ko', '이 주소로는 입주 연장을 신청하실 수 없습니다'],
    ['en', 'You cannot apply for an extension with this address'],
  ])('says in %s to everybody else who can apply, and begins nothing', async (lang, title) => {
    const stored = await storedRenewal(at, sign);
    const { page, browser } = await prove(stored, `stranger-${lang}@example.com`, lang);
    expect([page.status, page.title]).toEqual([404, expect.stringContaining(title)]);
    expect(page.html).toContain('lab@fintech-academy.example');
    expect(browser.cookies.has('application')).toBe(false);
    const helper = await deskOf(at, 'junho.lee@academy.example.kr', 'ko');
    expect((await helper.get(`/desk/help/${stored.round.id}`)).text).toContain(
      '안내를 받은 기업만 신청하는 모집입니다',
    );
    expect((await helper.get('/desk/help')).html).not.toContain(stored.round.id);
  });

  it('opens for the address of the residency, with what is known filled in', async () => {
    const stored = await storedRenewal(at, sign);
    const { browser } = await prove(stored, stored.email);
    const page = await browser.get('/apply/startup');
    expect(page.html).toContain(stored.email);
    expect(page.html).toContain(stored.name);
    expect((await stored.application())?.renews).toBe(stored.id);
  });

  it('asks by a link that shows the figures, and takes no for an answer only when it is said twice', async () => {
    const stored = await storedRenewal(at, sign);
    const path = await stored.invite();
    const browser = visitor(at.baseUrl);
    const page = await browser.get(path);
    expect(page.text).toMatch(/분기 보고 .*7명/u);
    expect((await browser.postStale(path, { answer: 'decline' })).title).toContain('연장하지 않으시겠습니까?');
    expect((await browser.get(path)).title).toContain('입주를 연장하시겠습니까?');
    await browser.post(path, { answer: 'decline' });
    expect((await browser.get(path)).title).toContain('연장하지 않겠다는 답을 받았습니다');
    const mail = await mailTo(at, stored.email, '입주를 연장하지 않으시는 것으로');
    expect(mail.text).toContain('지금 협약의 마지막 날');
    const forged = await browser.get(`${path.slice(0, -3)}abc`);
    expect(forged.status).toBe(404);
  });

  it('is judged with the figures, offered, and followed by the next contract, which is given back with the place', async () => {
    await onlyReviewers(at, [{}, {}]);
    const stored = await storedRenewal(at, sign, { admission: true });
    const path = await stored.invite();
    const browser = visitor(at.baseUrl);
    expect((await browser.post(path, { answer: 'apply' })).url).toMatch(/^\/apply/u);
    await fillIn(browser, stored.email);
    expect((await browser.post('/apply/send', {})).url).toBe('/application/sent');
    expect((await browser.get(path)).title).toContain('연장 지원서를 받았습니다');
    const own = await browser.get('/residency');
    expect([own.status, own.title]).toEqual([404, expect.stringContaining('연장 지원서가 열려 있습니다')]);
    const reference = (await stored.application())?.reference ?? '';
    await at.untilState(reference, 'ACCEPTED');
    const { round } = stored;
    await changeRound(at, round, { closesAt: addMinutes(at.now(), -1) });
    await untilAdmission(at, round, 'REVIEWING');

    const reviews = [await reviewNumber(at, reference, 1), await reviewNumber(at, reference, 2)];
    for (const review of reviews) {
      const page = await visitor(at.baseUrl).get(await reviewPath(at, round, review));
      expect(page.text).toMatch(/분기 보고 .*상근 인원 .*7명 .*지원자의 답변|분기 보고 .*7명/u);
      expect(page.html.indexOf('분기 보고')).toBeLessThan(page.html.indexOf('id="answers"'));
      expect(page.text).not.toContain(stored.email);
      await sendReview(at, round, review, 4);
    }
    const [first, second] = committee;
    const link = await memberLink(at, round.id, first);
    const judged = await visitor(at.baseUrl).get(`${link}/case/${reference}`);
    expect(judged.text).toMatch(/분기 보고 .*7명/u);
    for (const member of [first, second]) await press(at, await memberLink(at, round.id, member), 'APPROVE');

    const offer = await offerOf(at, reference);
    const mail = await mailTo(at, stored.email, '입주 연장 대상으로 선정');
    expect(decoded(mail.subject)).toContain('입주 연장 대상으로 선정되셨습니다');
    expect(mail.text).not.toMatch(/수업|자리가/u);
    expect(offer.state).toBe('OPEN');
    const accepted = await visitor(at.baseUrl).post(await linkOf(at, offer), { attends: 'yes' });
    expect(accepted.title).toContain('연장하시겠다고 답하셨습니다');
    await untilPlace(at, reference, 'ACCEPTED');
    const agreement = async () => (await at.residencyEvents.of(stored.id)).find(({ kind }) => kind === 'agreement');
    expect(await agreement()).toMatchObject({ state: 'OPEN', change: { for: 'extension', contract: { number: 2 } } });
    expect(await at.residencies.get(reference)).toBeUndefined();
    const status = await browser.get('/application');
    expect(status.text).toContain('양쪽이 새 협약서에 서명하면 연장됩니다');
    expect(status.html).not.toContain('/application/calendar');

    await browser.post('/application/withdraw', {});
    await eventually('the agreement is dropped', async () => (await agreement())?.state === 'DROPPED' || undefined);
    expect((await at.application(reference)).state).toBe('WITHDRAWN');
  });
});
