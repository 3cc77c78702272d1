import { beforeEach, describe, expect, it } from 'vitest';
import { followPeople } from '../../../functions/people-changes/follow-people.ts';
import { lapseReview } from '../../../functions/screening/lapses.ts';
import type { Review } from '../../../functions/screening/review.ts';
import { renewReviewerLink } from '../../../functions/screening/reviewer-link.ts';
import { closed, type MemoryScreening, memoryScreening } from '../../support/screening/memory-screening.ts';
import { reviewPages, scores } from '../../support/screening/review-pages.ts';
import { type FormFields, hiddenIn, wordsOf } from '../../support/visitor.ts';

let at: MemoryScreening;
let pages: ReturnType<typeof reviewPages>;
let english: ReturnType<typeof reviewPages>;
let review: Review;
let path: string;
beforeEach(async () => {
  at = await memoryScreening({ applications: 2, reviewers: [{ id: 'anna' }, { id: 'berta' }, { id: 'clara' }] });
  await at.begin();
  pages = reviewPages(at);
  english = reviewPages(at, { lang: 'en' });
  const [first] = await at.reviewsOf();
  if (!first) throw new Error('there is no review');
  review = first;
  path = await pages.path(review);
});

const words = async (where: string) => wordsOf((await pages.get(where)).body);
const stored = async () => at.deps.screenings.review(review.id);
const everything = () => JSON.stringify([at.memory.items('screenings'), at.memory.items('requests')]);

describe('a review on its page', () => {
  it('shows the answers, the rubric with its weights and anchors, and the due time', async () => {
    const text = await words(path);
    const { criteria } = at.round.admission?.review ?? { criteria: [] };
    expect(criteria).toHaveLength(4);
    for (const { title, lookFor, anchors } of criteria) {
      for (const { ko } of [title, lookFor, ...Object.values(anchors)]) expect(text).toContain(ko);
    }
    expect(text).toContain('비중 30%');
    expect(text).toContain('핀테크 서비스를 직접 만들어 보고 싶어');
    expect(text).toContain('2027년 2월 17일(수) 18:00');
  });

  it('leaves a record of who read what, the list none', async () => {
    const access = { account: review.reviewer, of: review.reference, task: 'review' };
    expect((await pages.get(path)).access).toEqual(access);
    expect((await pages.post(path, { ...scores(4), save: 'yes' })).access).toEqual(access);
    expect((await pages.get(await pages.list(review.reviewer))).access).toBeUndefined();
  });

  it('is not changed by being opened, however often', async () => {
    const before = everything();
    for (const where of [path, await pages.list(review.reviewer), `${path}/decline`]) {
      for (let times = 0; times < 3; times += 1) expect((await pages.get(where)).status).toBe(200);
    }
    expect(everything()).toBe(before);
  });

  it('keeps what there is by “save”, and shows it when it is opened again', async () => {
    const fields = { 'score-plan': '4', comment: '더 볼 것이 있음', save: 'yes' };
    expect((await pages.post(path, fields)).status).toBe(303);
    const { body } = await pages.get(path);
    expect(body.match(/checked/gu)).toHaveLength(1);
    expect(body).toContain('더 볼 것이 있음');
    expect(await words(await pages.list(review.reviewer))).toContain('저장함, 아직 제출하지 않음');
  });

  it('is not sent with a criterion missing: the error names it and what was chosen stays', async () => {
    const answer = await pages.post(path, { ...scores(4, '좋음'), 'score-background': [] });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('수업에 필요한 바탕: 점수를 선택해 주십시오.');
    expect(answer.body.match(/checked/gu)).toHaveLength(3);
    expect(answer.body).toContain('좋음');
    expect(await stored()).toMatchObject({ state: 'OPEN', scores: {} });
  });

  it('takes no score that the scale does not have', async () => {
    for (const score of ['0', '6', '4.5', '-1', 'x']) {
      const answer = await pages.post(path, { ...scores(4), 'score-plan': score, save: 'yes' });
      expect(answer.status).toBe(422);
    }
    expect((await pages.post(path, { ...scores(4), 'score-plan': ['4', '5'] })).status).toBe(422);
    expect(await stored()).toMatchObject({ state: 'OPEN', scores: {} });
  });

  it('is sent once, says so, and can be changed until the round is ranked', async () => {
    await pages.post(path, scores(4));
    expect(await words(path)).toContain('심사를 제출하셨습니다');
    await pages.post(path, scores(2, '다시 보았습니다'));
    expect(await stored()).toMatchObject({ state: 'SENT', scores: { plan: 2 }, comment: '다시 보았습니다' });
    await at.bring('RANKING');
    await pages.post(path, scores(5));
    expect(await stored()).toMatchObject({ scores: { plan: 2 } });
    const text = await words(path);
    expect(text).toContain('제출하신 심사는 더 수정하실 수 없습니다');
    expect(text).toContain('다시 보았습니다');
  });

  it('is given back by two acts if there is a conflict: choosing it counts for nothing; again is the same', async () => {
    const sure = await pages.post(`${path}/conflict`);
    expect([sure.status, wordsOf(sure.body)]).toEqual([200, expect.stringContaining('회피하시겠습니까?')]);
    expect(wordsOf((await english.post(`${path}/conflict`)).body)).toContain('Declare a conflict of interest?');
    expect(wordsOf((await pages.post(`${path}/conflict`, { confirm: 'yes', change: 'yes' })).body)).toContain('지원서');
    expect(await stored()).toMatchObject({ state: 'OPEN' });
    for (let times = 0; times < 2; times += 1) {
      expect(await pages.post(`${path}/conflict`, hiddenIn(sure.body))).toMatchObject({
        status: 303,
        headers: { Location: path },
      });
    }
    expect(await words(path)).toContain('이해관계가 있어 심사를 회피하셨습니다');
    expect((await pages.post(path, scores(5))).status).toBe(409);
    expect(await stored()).toMatchObject({ state: 'CONFLICT', scores: {} });
  });

  it('is declined with a reason only', async () => {
    expect((await pages.post(`${path}/decline`, { reason: '  ' })).status).toBe(422);
    expect(await stored()).toMatchObject({ state: 'OPEN' });
    await pages.post(`${path}/decline`, { reason: '출장 중입니다.' });
    expect(await stored()).toMatchObject({ state: 'DECLINED', reason: '출장 중입니다.' });
    expect(await words(path)).toContain('이 심사를 맡지 않기로 하셨습니다');
  });

  it('changes its language without losing what was chosen', async () => {
    const answer = await pages.post(path, { ...scores(3, 'half a thought'), switch: 'en' });
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('<html lang="en">');
    expect(answer.body.match(/checked/gu)).toHaveLength(4);
    expect(answer.body).toContain('half a thought');
    expect(await stored()).toMatchObject({ state: 'OPEN', scores: {} });
  });
});

describe('a review that is open in two windows', () => {
  /** The older words, of a window that was opened before the longer ones were saved. */
  async function stale(more: FormFields) {
    const revision = (await stored())?.revision;
    await pages.post(path, { ...scores(4, '오래 생각하고 쓴 긴 의견'), save: 'yes' });
    return pages.post(path, { ...scores(4, '짧은 의견'), 'score-plan': '2', revision: String(revision), ...more });
  }

  it.each<FormFields>([{ save: 'yes' }, {}, { action: 'go:list' }])(
    'shows both and keeps the saved one: %o',
    async (more) => {
      const answer = await stale(more);
      expect(answer.status).toBe(409);
      expect(answer.body).toContain('오래 생각하고 쓴 긴 의견');
      expect(answer.body).toContain('짧은 의견');
      expect(answer.body.match(/<fieldset/gu)).toHaveLength(2);
      expect(await stored()).toMatchObject({ state: 'OPEN', scores: { plan: 4 }, comment: '오래 생각하고 쓴 긴 의견' });
    },
  );

  it('is saved, and not sent, as the reviewer chooses', async () => {
    const { body } = await stale({});
    const unchosen = await pages.post(path, { ...hiddenIn(body), 'keep-comment': 'newer' });
    expect([unchosen.status, unchosen.body.match(/ checked/gu)]).toEqual([422, [' checked']]);
    const choice = { 'keep-comment': 'newer', 'keep-score-plan': 'mine' };
    expect((await pages.post(path, { ...hiddenIn(unchosen.body), ...choice })).status).toBe(303);
    expect(await stored()).toMatchObject({ state: 'OPEN', scores: { plan: 2 }, comment: '오래 생각하고 쓴 긴 의견' });
  });

  it('is not written over because the language was switched in between', async () => {
    const revision = (await stored())?.revision;
    await pages.post(path, { ...scores(4, '긴 의견'), save: 'yes' });
    const typed = { ...scores(4, '짧은 의견'), revision: String(revision) };
    const { body } = await pages.post(path, { ...typed, switch: 'en' });
    expect((await pages.post(path, { ...typed, ...hiddenIn(body) })).status).toBe(409);
  });

  it('shows both where the other window was faster by a moment', async () => {
    const quick = { deps: at.deps, done: false };
    const slow = reviewPages({
      ...at,
      deps: {
        ...at.deps,
        commit: async (what) => {
          if (!quick.done) {
            quick.done = true;
            await pages.post(path, { ...scores(5, '먼저 저장한 의견'), save: 'yes' });
          }
          await at.deps.commit(what);
        },
      },
    });
    const answer = await slow.post(path, { ...scores(3, '나중 의견'), save: 'yes' });
    expect([answer.status, answer.body.includes('먼저 저장한 의견')]).toEqual([409, true]);
    expect(await stored()).toMatchObject({ scores: { plan: 5 }, comment: '먼저 저장한 의견' });
  });
});

describe('leaving the page of a review', () => {
  it.each([
    ['go:list', /\/v\/[^/]+\/[^/]+$/u],
    ['go:decline', /\/decline$/u],
  ])('saves what is typed: %s', async (action, to) => {
    const left = await pages.post(path, { 'score-plan': '4', comment: '아직 쓰는 중', action });
    expect([left.status, left.headers.Location]).toEqual([303, expect.stringMatching(to)]);
    expect(await stored()).toMatchObject({ state: 'OPEN', scores: { plan: 4 }, comment: '아직 쓰는 중' });
  });

  it('saves it before a conflict is asked to be confirmed, and writes nothing if nothing was typed', async () => {
    const before = everything();
    expect((await pages.post(path, { action: 'go:list' })).status).toBe(303);
    expect(everything()).toBe(before);
    const sure = await pages.post(path, { 'score-plan': '4', action: 'go:conflict' });
    expect([sure.status, wordsOf(sure.body)]).toEqual([200, expect.stringContaining('회피하시겠습니까?')]);
    expect(await stored()).toMatchObject({ state: 'OPEN', scores: { plan: 4 } });
  });

  it('warns of changes of a review that was sent, and leads back to them', async () => {
    await pages.post(path, scores(4, '보낸 의견'));
    expect((await pages.post(path, { ...scores(4, '보낸 의견'), action: 'go:next' })).status).toBe(303);
    const warned = await pages.post(path, { ...scores(4, '고쳐 쓴 의견'), action: 'go:list' });
    expect([warned.status, wordsOf(warned.body)]).toEqual([
      409,
      expect.stringContaining('아직 보내지 않으신 내용이 있습니다'),
    ]);
    expect(warned.body).toContain('고쳐 쓴 의견');
    expect(await stored()).toMatchObject({ state: 'SENT', comment: '보낸 의견' });
    const back = await pages.post(path, { ...hiddenIn(warned.body), switch: 'ko' });
    expect(back.body).toContain('고쳐 쓴 의견');
  });

  it('warns before the reason for declining is lost', async () => {
    const decline = `${path}/decline`;
    const warned = await pages.post(decline, { reason: '출장 중입니다.', action: 'go:review' });
    expect([warned.status, warned.body.includes('출장 중입니다.')]).toEqual([409, true]);
    const back = await pages.post(decline, { ...hiddenIn(warned.body), switch: 'ko' });
    expect([back.status, back.body.includes('출장 중입니다.')]).toEqual([200, true]);
    expect((await pages.post(decline, { action: 'go:review' })).headers.Location).toBe(path);
    expect(await stored()).toMatchObject({ state: 'OPEN' });
  });

  it('has no link away from its form', async () => {
    for (const sent of [false, true]) {
      if (sent) await pages.post(path, scores(4));
      const { body } = await pages.get(path);
      const [page = ''] = body.split('<footer');
      expect([...page.matchAll(/<a [^>]*href="([^"]*)"/gu)].map(([, href]) => href)).toEqual(['#main']);
    }
  });
});

describe('what comes too late for a review', () => {
  const late = scores(3, '밤새 쓴 의견');

  it('is not kept, and stays on the page that says so, also in the other language', async () => {
    await lapseReview(at.deps, review, closed);
    const answer = await pages.post(path, late);
    expect(answer.status).toBe(409);
    expect(wordsOf(answer.body)).toContain('심사 기한이 지났습니다');
    expect(wordsOf(answer.body)).toContain('입력하신 내용은 저장되지 않았습니다');
    expect(answer.body).toContain('밤새 쓴 의견');
    const switched = await pages.post(path, { ...late, switch: 'en' });
    expect(switched.body).toContain('<html lang="en">');
    expect(wordsOf(switched.body)).toContain('What you entered was not saved');
    expect(switched.body).toContain('밤새 쓴 의견');
    expect(await stored()).toMatchObject({ state: 'MISSED', scores: {} });
    expect(await words(path)).not.toContain('저장되지 않았습니다');
    expect((await pages.post(path, { save: 'yes' })).body).not.toContain('저장되지 않았습니다');
  });

  it('is shown too if the clock was faster by a moment', async () => {
    const slow = reviewPages({
      ...at,
      deps: {
        ...at.deps,
        commit: async (what) => {
          await lapseReview(at.deps, review, closed);
          await at.deps.commit(what);
        },
      },
    });
    const answer = await slow.post(path, late);
    expect([answer.status, answer.body.includes('밤새 쓴 의견')]).toEqual([409, true]);
  });

  it('is shown if the round has been ranked meanwhile', async () => {
    await pages.post(path, scores(4));
    await at.bring('RANKING');
    const answer = await pages.post(path, late);
    expect(answer.status).toBe(409);
    expect(wordsOf(answer.body)).toContain('제출하신 심사는 더 수정하실 수 없습니다');
    expect(answer.body).toContain('밤새 쓴 의견');
  });
});

describe('who is done with a review', () => {
  it('goes on to the next from its page, and to the list once none is open', async () => {
    const all = (await Promise.all(at.references.map((reference) => at.reviewsOf(reference)))).flat();
    const mine = all.filter(({ reviewer }) => all.filter((one) => one.reviewer === reviewer).length === 2);
    const [one, two] = mine;
    if (!one || !two) throw new Error('nobody has two reviews');
    expect((await pages.get(await pages.path(one))).body).not.toContain('다음 심사 열기');
    await pages.post(await pages.path(one), scores(4));
    expect((await pages.get(await pages.path(one))).body).toContain('다음 심사 열기');
    const next = await pages.post(await pages.path(one), { ...scores(4), action: 'go:next' });
    expect(next.headers.Location).toBe(await pages.path(two));
    await pages.post(`${await pages.path(two)}/conflict`, { confirm: 'yes' });
    const { body } = await pages.get(await pages.path(two));
    expect(body).not.toContain('다음 심사 열기');
    expect(body).toContain(`href="${await pages.list(two.reviewer)}"`);
  });
});

describe('the list of a reviewer', () => {
  it('says how many of how many, until when, and how each stands', async () => {
    await pages.post(path, scores(4));
    const list = await pages.list(review.reviewer);
    const text = await words(list);
    const mine = await at.deps.screenings.reviewsOf({ roundId: at.round.id, person: review.reviewer });
    expect(text).toContain(`${mine.length}건 가운데 1건을 제출하셨습니다.`);
    for (const { label } of mine) expect(text).toContain(`지원서 ${label}`);
    expect(text).toContain('제출함');
  });
});

describe('a link', () => {
  const another = async () => {
    const reviews = (await Promise.all(at.references.map((reference) => at.reviewsOf(reference)))).flat();
    const found = reviews.find(({ reviewer }) => reviewer !== review.reviewer);
    if (!found) throw new Error('there is nobody else');
    return found;
  };

  it('opens nothing of anybody else, and takes nothing for it', async () => {
    const other = await another();
    const wrong = `${await pages.list(review.reviewer)}/${other.id}`;
    const before = everything();
    expect((await pages.get(wrong)).status).toBe(404);
    expect((await pages.post(wrong, scores(1))).status).toBe(404);
    expect((await pages.post(`${wrong}/conflict`)).status).toBe(404);
    expect((await pages.post(`${wrong}/decline`, { reason: 'x' })).status).toBe(404);
    expect((await pages.get(`${await pages.list(review.reviewer)}/nothing`)).status).toBe(404);
    expect(everything()).toBe(before);
  });

  it('that is forged, of another person, another round or no round opens nothing', async () => {
    const mac = path.split('/')[3] ?? '';
    const other = await another();
    const { id } = at.round;
    const forged = [`${id}.${review.reviewer}/${'A'.repeat(43)}`, `${id}.${other.reviewer}/${mac}`];
    const unknown = [`other-round.${review.reviewer}/${mac}`, `${id}/${mac}`, `${id}.nobody/${mac}`];
    for (const link of [...forged, ...unknown]) {
      expect((await pages.get(`/v/${link}`)).status).toBe(404);
      expect((await pages.post(`/v/${link}/${review.id}`, scores(1))).status).toBe(404);
    }
    expect(await stored()).toMatchObject({ state: 'OPEN' });
  });

  it('of somebody who is no longer a reviewer shows and takes nothing, and says why', async () => {
    await at.load([{ id: review.reviewer, roles: '' }]);
    const list = await pages.list(review.reviewer);
    for (const answer of [await pages.get(list), await pages.get(path), await pages.post(path, scores(1))]) {
      expect(answer.status).toBe(403);
      expect(answer.body).toContain('심사위원 명단에서 제외되셨습니다');
      expect(answer.body).not.toContain('지원서 1');
    }
    expect((await pages.post(`${path}/conflict`, { confirm: 'yes' })).status).toBe(403);
    expect(await stored()).toMatchObject({ state: 'OPEN', scores: {} });
    expect(await pages.mail('reviews-reminder', review.reviewer, { round: at.round.id })).toMatchObject({
      kind: 'pointless',
    });
    await at.load([{ id: review.reviewer }]);
    expect((await pages.get(path)).status).toBe(410);
    expect((await pages.get(await pages.path(review))).status).toBe(200);
  });

  it('mailed to another address than they have now opens no longer; the one that is mailed there does', async () => {
    await at.load([{ id: review.reviewer, email: 'somewhere@else.example' }]);
    for (const answer of [
      await pages.get(path),
      await pages.post(path, scores(1)),
      await pages.post(`${path}/conflict`),
    ]) {
      expect(answer.status).toBe(410);
      expect(answer.body).toContain('새 링크가 있습니다');
    }
    const followed = await followPeople(at.deps, { people: [review.reviewer], by: 'operator:test' }, closed);
    expect(followed).toMatchObject({ ended: 0, mailed: 1 });
    expect(at.mails().at(-1)).toBe(`reviews-assigned ${review.reviewer}`);
    const mail = await pages.mail('reviews-assigned', review.reviewer, { round: at.round.id });
    expect(mail).toMatchObject({ kind: 'mail', to: 'somewhere@else.example' });
    const list = await pages.list(review.reviewer);
    expect(JSON.stringify(mail)).toContain(list);
    expect((await pages.get(list)).status).toBe(200);
  });

  it('that was revoked says that there is a newer one', async () => {
    const given = { roundId: at.round.id, person: review.reviewer, by: 'operator:test' };
    expect(await renewReviewerLink(at.deps, given, closed)).toBe('renewed');
    expect(at.mails().at(-1)).toBe(`reviews-assigned ${review.reviewer}`);
    for (const answer of [await pages.get(path), await pages.post(path, scores(1))]) {
      expect(answer.status).toBe(410);
      expect(answer.body).toContain('새 링크가 있습니다');
    }
    expect((await pages.get(await pages.path(review))).status).toBe(200);
    expect(await renewReviewerLink(at.deps, { ...given, person: 'nobody' }, closed)).toBe('unknown');
  });
});
