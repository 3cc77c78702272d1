import { createHash, createHmac } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { reconsiderationKey } from '../../functions/results/reconsideration.ts';
import type { Round } from '../../functions/rounds/round.ts';
import { addMinutes } from '../../functions/shared/time.ts';
import { mailsTo, mailTo } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { approveTwice, rankedRound, twoSeats } from '../support/committee/committee.ts';
import { eventually } from '../support/eventually.ts';
import { officer } from '../support/intake/intake.ts';
import { requestLink } from '../support/requests/asked-by-mail.ts';
import type { Placed } from '../support/selection/ranked-round.ts';
import { type Visitor, visitor } from '../support/visitor.ts';

let at: TestCloud;
let round: Round;
let placed: readonly Placed[];
beforeAll(async () => {
  at = await testCloud();
  ({ round, placed } = await rankedRound(at, { count: 8, change: twoSeats(at.now()) }));
  await approveTwice(at, round.id);
}, 120_000);

/** The applicants by their places in the ranking. */
async function ranked(): Promise<Placed[]> {
  const snapshot = await at.admissions.snapshot(round.id, 1);
  return (snapshot?.entries ?? []).flatMap(({ reference }) => placed.find((one) => one.reference === reference) ?? []);
}
const last = async (fromTheEnd: number): Promise<Placed> => {
  const found = (await ranked()).at(-fromTheEnd);
  if (!found) throw new Error('there are too few applicants');
  return found;
};

/** A browser in which the application is open, by the link in the newest mail. */
async function opened(applicant: Placed): Promise<Visitor> {
  const browser = visitor(at.baseUrl);
  const link = await eventually('a link to the application', async () =>
    (await mailsTo(at, applicant.email)).flatMap(({ text }) => /\/a\/[\w-]+\/[\w-]+/u.exec(text)?.[0] ?? []).at(-1),
  );
  await browser.get(link);
  return browser;
}

const words = '두 번째 심사 점수가 다른 지원서의 것 같습니다.';
const askAgain = async (applicant: Placed) => {
  const browser = await opened(applicant);
  const page = await browser.post('/result/look-again', { words });
  const request = await at.requests.byAskKey(reconsiderationKey(applicant.reference));
  return { browser, page, link: await requestLink(at, request?.id ?? '', officer) };
};

describe('a released result', () => {
  it('says why, by criterion, cut and who decided in which role, and names no reviewer and no member', async () => {
    const { browser, text } = await last(1).then(async (one) => {
      const browser = await opened(one);
      return { browser, ...(await browser.get('/result')) };
    });
    for (const said of ['이렇게 결정된 이유', '지원 동기', '심사위원 2명', '선발위원회 위원 2명의 승인', '확인값']) {
      expect(text).toContain(said);
    }
    expect(text).not.toMatch(/reviewer-|정하늘|강지호/u);
    expect((await browser.get('/application')).text).toContain('결과와 이유 보기');
    const { email } = await last(1);
    await eventually('the mail of the result, with its reasons', async () =>
      (await mailsTo(at, email)).some(({ text: words }) => words.includes('이렇게 결정된 이유')),
    );
  });

  it('comes with the seed of the lot, which anybody can verify', async () => {
    const { text } = await visitor(at.baseUrl).get(`/lot/${round.id}`);
    const [hash = '', seed = ''] = text.match(/[0-9a-f]{64}/gu) ?? [];
    expect(createHash('sha256').update(seed).digest('hex')).toBe(hash);
    const [entry] = (await at.admissions.snapshot(round.id, 1))?.entries ?? [];
    expect(
      createHmac('sha256', seed)
        .update(entry?.reference ?? '')
        .digest('hex'),
    ).toBe(entry?.lot);
  });
});

describe('before the results', () => {
  it('the page of the lot has the hash and not the seed', async () => {
    const other = await at.round({}, { admission: true });
    const admission = await at.admissions.get(other.id);
    const { html } = await visitor(at.baseUrl).get(`/lot/${other.id}`);
    expect(html).toContain(admission?.seedHash ?? 'none');
    expect(html).not.toContain(admission?.seed ?? 'none');
    expect((await visitor(at.baseUrl).get('/lot/no-such-round')).status).toBe(404);
  });
});

describe('a reconsideration', () => {
  it('asked for once is confirmed by mail, refused with a reason, and mailed', async () => {
    const applicant = await last(1);
    const { browser, page, link } = await askAgain(applicant);
    expect(page.text).toContain('재검토를 요청하셨습니다');
    await mailTo(at, applicant.email, '재검토 요청을 받았습니다');
    expect((await browser.post('/result/look-again', { words })).text).toContain('재검토를 요청하셨습니다');
    const person = visitor(at.baseUrl);
    const shown = await person.get(link);
    for (const said of [words, '심사위원 A', '이렇게 결정된 이유', applicant.name]) expect(shown.text).toContain(said);
    expect((await person.post(link, { outcome: 'REFUSE', reason: '' })).status).toBe(422);
    expect((await person.get(`${link}/hand-over`)).text).toContain('누구에게 넘기시겠습니까?');
    const done = await person.post(link, { outcome: 'REFUSE', reason: '점수에 잘못이 없었습니다.' });
    expect(done.text).toContain('결정되었습니다: 결과 유지');
    const mail = await mailTo(at, applicant.email, '재검토 결과');
    expect(mail.text).toContain('점수에 잘못이 없었습니다.');
    expect((await browser.get('/result')).text).toContain('점수에 잘못이 없었습니다.');
  });

  it('that is granted puts the applicant on the waitlist at the place that is right', async () => {
    const applicant = await last(2);
    const { browser, link } = await askAgain(applicant);
    const before = await Promise.all((await ranked()).slice(0, 2).map(({ reference }) => at.seats.place(reference)));
    const person = visitor(at.baseUrl);
    expect((await person.post(link, { outcome: 'GRANT', place: '8', reason: '잘못 옮긴 점수' })).status).toBe(422);
    await person.post(link, { outcome: 'GRANT', place: '3', reason: '잘못 옮긴 점수를 바로잡았습니다.' });
    const mail = await mailTo(at, applicant.email, '대기자로 등록되었습니다');
    expect(mail.text).toContain('잘못 옮긴 점수를 바로잡았습니다.');
    expect(await at.seats.place(applicant.reference)).toMatchObject({ state: 'WAITING', waitlistNumber: 1 });
    const after = await Promise.all((await ranked()).slice(0, 2).map(({ reference }) => at.seats.place(reference)));
    expect(after.map((place) => place?.seat)).toEqual(before.map((place) => place?.seat));
    expect((await browser.get('/result')).text).toContain('대기자로 등록되었습니다');
  });

  it('without words is asked for them, and too late is told so', async () => {
    const browser = await opened(await last(3));
    expect((await browser.post('/result/look-again', { words: ' ' })).status).toBe(422);
    const admission = await at.admissions.get(round.id);
    if (!admission?.releasedAt) throw new Error('the results are not out');
    const early = { ...admission, revision: admission.revision + 1, releasedAt: addMinutes(at.now(), -60 * 24 * 20) };
    await at.commit({
      changes: [at.admissions.save(early, admission)],
      events: [{ subject: `round#${round.id}`, type: 'MadeByTest', by: 'operator:test', at: at.now() }],
    });
    const late = await browser.post('/result/look-again', { words });
    expect(late.text).toContain('재검토 요청 기간이 지났습니다');
    expect((await browser.get('/result')).text).not.toContain('요청 보내기');
  });

  it('is nothing for who waits for a seat', async () => {
    const waiting = (await ranked())[2];
    if (!waiting) throw new Error('nobody waits');
    const browser = await opened(waiting);
    expect((await browser.get('/result')).text).toContain('대기자로 등록되어 있습니다');
    const page = await browser.post('/result/look-again', { words });
    expect(page.text).toContain('재검토를 요청하실 수 있는 결과가 아닙니다');
    expect(await at.requests.byAskKey(reconsiderationKey(waiting.reference))).toBeUndefined();
  });
});
