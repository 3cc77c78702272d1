import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { linkIn, mailTo } from '../support/applicants.ts';
import { foundIn } from '../support/canaries.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { browserOf, type Cohort, confirmedCohort, threeOf } from '../support/cohort/confirmed-cohort.ts';
import { untilPlaceIs } from '../support/cohort/ending.ts';
import { type Visitor, visitor } from '../support/visitor.ts';

let at: TestCloud;
let cohort: Cohort;
beforeAll(async () => {
  at = await testCloud();
  cohort = await confirmedCohort(at);
});

describe('the confirmation letter', () => {
  const letterOf = async (browser: Visitor) => browser.once('GET', `/letter/${cohort.round.id}.pdf`);

  it('is a PDF for who has a seat, with no name in its own name, and kept by nobody', async () => {
    const [first] = threeOf(cohort.placed);
    const response = await letterOf(await browserOf(at, first.reference));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-disposition')).toBe('inline; filename="confirmation-letter.pdf"');
    const pdf = new Uint8Array(await response.arrayBuffer());
    const { text } = await extractText(await getDocumentProxy(pdf), { mergePages: true });
    const letter = await at.letters.get(first.reference);
    expect(text).toContain(letter?.code);
    expect(text.normalize('NFC')).toContain(first.name);
    expect(text).toContain(`${at.baseUrl}/verify`);
  });

  it('is there for who comes by the link of the mail, on any device', async () => {
    const [first] = threeOf(cohort.placed);
    const browser = visitor(at.baseUrl);
    await browser.get(linkIn(await mailTo(at, first.email, '참여가 확정되었습니다'), at.baseUrl));
    expect((await letterOf(browser)).headers.get('content-type')).toBe('application/pdf');
  });

  it('is a page that says why for everybody else', async () => {
    const waited = cohort.placed[3];
    if (!waited) throw new Error('four were wanted');
    const stranger = await visitor(at.baseUrl, { lang: 'ko' }).get(`/letter/${cohort.round.id}.pdf`);
    expect(stranger.status).toBe(403);
    const page = await (await browserOf(at, waited.reference)).get(`/letter/${cohort.round.id}.pdf`);
    expect(page.status).toBe(404);
    expect(page.text).toContain('지금은 발급해 드릴 확인서가 없습니다');
    const [first] = threeOf(cohort.placed);
    const other = await (await browserOf(at, first.reference)).get('/letter/another-round.pdf');
    expect(other.status).toBe(404);
    expect(other.text).toContain('다른 모집');
  });
});

describe('the result', () => {
  it('tells a browser without an application how to get back to it', async () => {
    const page = await visitor(at.baseUrl, { lang: 'ko' }).get('/result');
    expect(page.status).toBe(403);
    expect(page.title).toContain('이 브라우저에서 열려 있는 지원서가 없습니다');
  });
});

describe('the verification of a letter', () => {
  const check = async (code: string, lang = 'ko') => visitor(at.baseUrl, { lang }).post('/verify', { code });
  const codeOf = async (reference: string) => (await at.letters.get(reference))?.code ?? '';

  it('says that it is valid, and only as much as whoever has the paper can compare', async () => {
    const [first] = threeOf(cohort.placed);
    const code = await codeOf(first.reference);
    for (const typed of [code, code.toLowerCase().replaceAll('-', ' ')]) {
      const page = await check(typed);
      expect(page.status).toBe(200);
      expect(page.url).toBe('/verify');
      expect(page.text).toContain('유효한 확인서입니다');
      expect(page.text).toContain(first.reference.slice(-4));
      expect(page.html).not.toContain(first.reference);
      expect(foundIn({ page: page.html }, cohort.people[0]?.texts ?? [])).toEqual([]);
      const name = [...first.name];
      expect(page.text).toContain(`${name[0]}${'*'.repeat(name.length - 2)}${name.at(-1)}`);
    }
    expect((await check(code, 'en')).text).toContain('This letter is valid');
  });

  it('answers an unknown code and a malformed one in the same words', async () => {
    const answerTo = async (typed: string) => (await check(typed)).html.replaceAll(typed, 'TYPED');
    const unknown = await answerTo('0000-0000-0000-0000');
    expect(unknown).toContain('이 코드로 발급한 확인서가 없습니다');
    for (const typed of ['0000-0000-0000-0001', 'xyz', cohort.placed[0]?.reference ?? '', '없는-코드']) {
      expect(await answerTo(typed), typed).toBe(unknown);
    }
    expect((await check('')).status).toBe(422);
  });

  it('has no code in an address', async () => {
    const [first] = threeOf(cohort.placed);
    const code = await codeOf(first.reference);
    const page = await visitor(at.baseUrl, { lang: 'ko' }).get(`/verify?code=${code}`);
    expect(page.text).not.toContain('유효한 확인서입니다');
    expect(page.html).not.toContain(code);
    expect((await visitor(at.baseUrl).get(`/verify/${code}`)).status).toBe(404);
  });

  it('says since when a letter is no longer valid, once its seat is given up', async () => {
    const [, , third] = threeOf(cohort.placed);
    const code = await codeOf(third.reference);
    expect((await check(code)).text).toContain('유효한 확인서입니다');
    await (await browserOf(at, third.reference)).post('/application/withdraw', {});
    await untilPlaceIs(at, third.reference, 'WITHDRAWN');
    const page = await check(code);
    expect(page.text).toContain('더 이상 유효하지 않은 확인서입니다');
    expect(page.text).toContain('유효하지 않게 된 때');
    expect(foundIn({ page: page.html }, cohort.people[2]?.texts ?? [])).toEqual([]);
    const gone = await (await browserOf(at, third.reference)).get(`/letter/${cohort.round.id}.pdf`);
    expect(gone.status).toBe(404);
    expect(gone.text).toContain('참여를 취소하셨으므로');
    const list = await visitor(at.baseUrl, { lang: 'ko' }).get(cohort.links.manager);
    expect(list.text).toMatch(/확정 뒤 참여를 취소한 인원\s+1명/u);
    expect(list.text).toMatch(/명단이 바뀐 때\s+2판/u);
    await mailTo(at, 'bora.shin@gaon-bank.example', `명단이 바뀌었습니다: ${cohort.round.title.ko}, 2판`);
  });
});
