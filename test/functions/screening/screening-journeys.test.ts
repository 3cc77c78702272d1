import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { peopleLoad } from '../../../ops/commands/people.ts';
import { answers, mailsTo, mailTo } from '../../support/applicants.ts';
import { eventually } from '../../support/eventually.ts';
import { operator } from '../../support/intake/intake.ts';
import { type MemoryAcademy, memoryAcademy } from '../../support/memory/memory-academy.ts';
import {
  inReview,
  moreReviewers,
  onlyReviewers,
  reviewedRound,
  reviewNumber,
  reviewPath,
  scored,
  screeningOf,
  sendReview,
  untilReviewersAreAwaited,
  untilScreening,
} from '../../support/screening/reviewed-round.ts';
import { untilQuiet } from '../../support/stored.ts';
import { visitor } from '../../support/visitor.ts';

/* Screening as people meet it, by its pages, mails and runs; what its steps decide is in the tests beside this one. */

let at: MemoryAcademy;
const folder = mkdtempSync(join(tmpdir(), 'sfa-screening-'));
beforeAll(async () => {
  at = await memoryAcademy();
});
afterAll(async () => {
  await at.close();
  rmSync(folder, { recursive: true, force: true });
});

/** One application under review by the two of these reviewers who are asked first. */
async function underReview(rows: Parameters<typeof onlyReviewers>[1]) {
  await onlyReviewers(at, rows);
  const round = await reviewedRound(at);
  const [applied] = await inReview(at, round);
  if (!applied) throw new Error('nobody applied');
  return { ...applied, round };
}

const statesOf = async (reference: string) => (await screeningOf(at, reference)).reviews.map(({ state }) => state);

const goesOn = (round: string) =>
  eventually(`${round} is ranked`, async () => (await at.admissions.get(round))?.since.RANKING !== undefined);

const operatorNotices = async (subject: string) =>
  (await mailsTo(at, operator)).filter(({ text }) => text.includes(subject));

/** `ops people load` of somebody who is known, with other roles. */
async function loadWith(id: string, roles: string): Promise<string> {
  const was = await at.people.get(id);
  if (!was) throw new Error(`${id} was not loaded`);
  const path = join(folder, `${id}.csv`);
  const row = [id, was.name, was.email, was.lang, roles, '', '', '', was.languages.join(';'), String(was.capacity)];
  writeFileSync(path, `id,name,email,lang,roles,deputy,absences,affiliations,languages,capacity\n${row.join(',')}\n`);
  const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    await peopleLoad({ ...at, flags: { stage: 'local', yes: true, force: false }, by: 'operator:test' }, path);
    return said.mock.calls.flat().join('\n');
  } finally {
    said.mockRestore();
  }
}

describe('the screening of an application', () => {
  it('reminds once of all that waits, and asks another reviewer when nobody answered by the due time', async () => {
    const reviewers = await onlyReviewers(at, [{}, {}]);
    const round = await reviewedRound(at, { within: 2, remindAfter: [1] });
    const applied = await inReview(at, round, [answers(), answers(), answers()]);
    await moreReviewers(at, [{}, {}]);
    const [{ reference } = { reference: '' }] = applied;
    const first = await reviewNumber(at, reference, 1);
    const request = await at.requests.get(first.id);
    if (!request) throw new Error('the request is missing');
    // A request that its run takes up at this moment is left to the next chase.
    await untilQuiet(at);
    await at.chaseAt(request.nextActionAt);
    for (const { email } of reviewers) {
      const reminder = await mailTo(at, email, '남은 심사 안내');
      expect(reminder.text).toContain('3건');
    }
    await at.chaseAt(request.dueAt);
    const third = await reviewNumber(at, reference, 3);
    expect(await at.screenings.review(first.id)).toMatchObject({ state: 'MISSED' });
    expect(await at.requests.get(first.id)).toMatchObject({ state: 'LAPSED', outcome: 'LAPSE' });
    expect(reviewers.map(({ id }) => id)).not.toContain(third.reviewer);
    for (const { email } of reviewers) {
      const reminders = (await mailsTo(at, email)).filter(({ text }) => text.includes('남은 심사 안내'));
      expect(reminders).toHaveLength(1);
    }
    const missed = await visitor(at.baseUrl).post(await reviewPath(at, round, first), scored(round, 5));
    expect(missed.title).toContain('심사 기한이 지났습니다');
    expect((await at.screenings.review(first.id))?.scores).toEqual({});
  });

  it('asks one further reviewer if two scores lie too far apart, who is shown neither', async () => {
    const { reference, round } = await underReview([{}, {}, {}, {}]);
    const [first, second] = [await reviewNumber(at, reference, 1), await reviewNumber(at, reference, 2)];
    await visitor(at.baseUrl).post(await reviewPath(at, round, first), scored(round, 1, '첫째 의견입니다'));
    await visitor(at.baseUrl).post(await reviewPath(at, round, second), scored(round, 5, '둘째 의견입니다'));
    const third = await reviewNumber(at, reference, 3);
    expect(third.why).toBe('divergence');
    const page = await visitor(at.baseUrl).get(await reviewPath(at, round, third));
    expect(page.html).not.toMatch(/의견입니다|checked/u);
    await sendReview(at, round, third, 5);
    await untilScreening(at, reference, 'REVIEWED');
    expect(await screeningOf(at, reference)).toMatchObject({ wanted: 3, diverged: true });
    expect(await statesOf(reference)).toEqual(['SENT', 'SENT', 'SENT']);
  });

  it('closes with the review there is if nobody is left to ask, and tells the operators once', async () => {
    const { reference, round } = await underReview([{}, {}]);
    await sendReview(at, round, await reviewNumber(at, reference, 1), 4);
    await visitor(at.baseUrl).post(`${await reviewPath(at, round, await reviewNumber(at, reference, 2))}/conflict`, {});
    await untilScreening(at, reference, 'REVIEWED');
    expect(await screeningOf(at, reference)).toMatchObject({ short: true });
    await eventually('the notice', async () => (await operatorNotices(reference)).length > 0);
    expect(await operatorNotices(reference)).toHaveLength(1);
    await goesOn(round.id);
  });

  it('begins with the reviewers there are if a round has too few, and tells the operators what is missing', async () => {
    const { reference, round } = await underReview([{}]);
    const [notice] = await eventually('the notice', async () => {
      const found = await operatorNotices(round.id);
      return found.length > 0 && found;
    });
    expect(notice?.text).toContain('applications 1, reviews 1');
    expect(notice?.text).toContain('docs/runbook.md#reviewers-missing');
    await sendReview(at, round, await reviewNumber(at, reference, 1), 4);
    await untilScreening(at, reference, 'REVIEWED');
    expect(await operatorNotices(reference)).toEqual([]);
  });

  it('takes changes of a sent review until the round is ranked, and none after that', async () => {
    await onlyReviewers(at, [{}, {}]);
    const round = await reviewedRound(at);
    const [one, two] = await inReview(at, round, [answers(), answers()]);
    if (!one || !two) throw new Error('nobody applied');
    const [first, second] = [await reviewNumber(at, one.reference, 1), await reviewNumber(at, one.reference, 2)];
    await sendReview(at, round, first, 3);
    await sendReview(at, round, second, 3);
    await untilScreening(at, one.reference, 'REVIEWED');
    const amended = await sendReview(at, round, first, 4);
    expect(await screeningOf(at, one.reference)).toMatchObject({ state: 'REVIEWED', run: 1 });
    expect(amended.text).toContain('심사를 제출하셨습니다');
    expect(Object.values((await at.screenings.review(first.id))?.scores ?? {})).toEqual([4, 4, 4, 4]);

    for (const number of [1, 2]) await sendReview(at, round, await reviewNumber(at, two.reference, number), 3);
    await goesOn(round.id);
    const frozen = await sendReview(at, round, first, 5);
    expect(frozen.title).toContain('제출하신 심사는 더 수정하실 수 없습니다');
    expect(Object.values((await at.screenings.review(first.id))?.scores ?? {})).toEqual([4, 4, 4, 4]);
  });

  it('ends with the withdrawal of the application, and nothing is asked about it any more', async () => {
    const { reference, round, browser } = await underReview([{}, {}]);
    const first = await reviewNumber(at, reference, 1);
    // A mail that is still on its way when nothing is asked any more is not sent.
    const path = await reviewPath(at, round, first);
    await browser.post('/application/withdraw', {});
    await untilScreening(at, reference, 'CANCELLED');
    expect(await at.requests.get(first.id)).toMatchObject({ state: 'CANCELLED', outcome: 'WITHDRAWN' });
    const page = await visitor(at.baseUrl).post(path, scored(round, 5));
    expect(page.title).toContain('더 이상 필요하지 않은 심사입니다');
    expect(await statesOf(reference)).toEqual(['CANCELLED', 'CANCELLED']);
    await goesOn(round.id);
  });

  it('is opened again by a change that moves two scores apart, and brings a further reviewer', async () => {
    await onlyReviewers(at, [{}, {}, {}]);
    const round = await reviewedRound(at);
    // The second application keeps the round under review.
    const [applied] = await inReview(at, round, [answers(), answers()]);
    if (!applied) throw new Error('nobody applied');
    const { reference } = applied;
    const first = await reviewNumber(at, reference, 1);
    await sendReview(at, round, first, 4);
    await sendReview(at, round, await reviewNumber(at, reference, 2), 4);
    await untilScreening(at, reference, 'REVIEWED');
    await sendReview(at, round, first, 1);
    const third = await reviewNumber(at, reference, 3);
    expect(third.why).toBe('divergence');
    await sendReview(at, round, third, 2);
    await untilScreening(at, reference, 'REVIEWED');
    expect(await screeningOf(at, reference)).toMatchObject({ run: 2, diverged: true });
  });
});

describe('a reviewer who is removed', () => {
  it('gives their open review to another at once, and their link shows nothing more', async () => {
    const { reference, round } = await underReview([{}, {}, {}]);
    const first = await reviewNumber(at, reference, 1);
    const path = await reviewPath(at, round, first);
    await untilReviewersAreAwaited(at, reference);
    expect(await loadWith(first.reviewer, '')).toContain('1 open reviews were ended');
    const third = await reviewNumber(at, reference, 3);
    expect(third.reviewer).not.toBe(first.reviewer);
    expect(await at.screenings.review(first.id)).toMatchObject({ state: 'UNASSIGNED' });
    const page = await visitor(at.baseUrl).post(path, scored(round, 5));
    expect([page.status, page.title]).toEqual([403, expect.stringContaining('심사위원 명단에서 제외되셨습니다')]);
    expect(await at.screenings.review(first.id)).toMatchObject({ state: 'UNASSIGNED', scores: {} });
  });
});

describe('an application that nobody may review', () => {
  it('waits, and its round with it, until a reviewer is loaded', async () => {
    const { reference, round } = await underReview([{}]);
    const only = await reviewNumber(at, reference, 1);
    await visitor(at.baseUrl).post(`${await reviewPath(at, round, only)}/conflict`, {});
    await eventually('the notice', async () =>
      (await operatorNotices(reference)).some(({ text }) => /받은 심사가 없고|has no review/u.test(text)),
    );
    await untilReviewersAreAwaited(at, reference);
    const [person] = await moreReviewers(at, [{}]);
    expect(await screeningOf(at, reference)).toMatchObject({ state: 'REVIEWING', short: true });
    expect(await loadWith(person?.id ?? '', 'reviewer')).toContain('A reviewer is sought again');
    await sendReview(at, round, await reviewNumber(at, reference, 2), 4);
    await untilScreening(at, reference, 'REVIEWED');
    await goesOn(round.id);
  });
});
