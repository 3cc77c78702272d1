import { beforeAll, describe, expect, it } from 'vitest';
import { cancelRound } from '../../functions/cohort/cancel-round.ts';
import type { Round } from '../../functions/rounds/round.ts';
import { runNameOf } from '../../functions/runs/run.ts';
import { roundSubject } from '../../functions/selection/admission.ts';
import { faultsAbout } from '../../functions/shared/database/audit.ts';
import { answers, applyBehindPages, fill, mailsTo, sendVersion } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import {
  answer,
  putInState,
  released,
  reviewedIn,
  roundToEnd,
  untilAdmissionIs,
  untilPlaceIs,
} from '../support/cohort/ending.ts';
import { eventually } from '../support/eventually.ts';
import { tooYoung } from '../support/intake/intake.ts';
import {
  onlyReviewers,
  reviewedRound,
  storedInReview,
  untilReviewersAreAwaited,
} from '../support/screening/reviewed-round.ts';
import { visitor } from '../support/visitor.ts';

let at: TestCloud;
beforeAll(async () => {
  at = await testCloud();
});

const by = 'operator:test';
const runIs = (round: Round, run: number, status: string) =>
  eventually(`run ${run} of ${round.id} is ${status}`, async () => {
    return (await at.runStatus(runNameOf(round.id, run), 'cohort-admission')) === status;
  });
const aboutRound = async (address: string, round: Round) =>
  (await mailsTo(at, address)).filter(({ text }) => text.includes(round.title.ko));

const reason = '예산이 확정되지 않아 이번 모집을 진행할 수 없게 되었습니다.';
const cancel = (round: Round) => cancelRound(at, round.id, { by, reason }, at.now());
const cancelledMails = async (email: string) =>
  (await mailsTo(at, email)).filter(({ text }) => text.includes(reason)).length;
const toldOnce = (email: string) =>
  eventually(`one mail of the cancellation to ${email}`, async () => (await cancelledMails(email)) === 1);

describe('a round that is cancelled midway', () => {
  it('while it is open: nothing is taken any more, its pages say why, and whoever applied is told', async () => {
    const title = { ko: '열려 있다가 취소되는 모집', en: 'Cancelled while open' };
    const round = await roundToEnd(at, { title });
    const clean = await applyBehindPages(at, round);
    await at.untilState(clean.reference, 'ACCEPTED');
    const asked = await applyBehindPages(at, round, answers(tooYoung), 'en');
    await at.untilState(asked.reference, 'WITH_OFFICER');
    const gone = await applyBehindPages(at, round);
    await at.untilState(gone.reference, 'ACCEPTED');
    await gone.browser.post('/application/withdraw', {});
    const { browser: writing, check } = await fill(at, round, answers());

    expect(await cancel(round)).toEqual({ kind: 'cancelled', run: 2 });
    expect(await cancel(round)).toEqual({ kind: 'was-cancelled' });
    await untilAdmissionIs(at, round, 'CANCELLED');
    await Promise.all([runIs(round, 1, 'SUCCEEDED'), runIs(round, 2, 'SUCCEEDED')]);
    await Promise.all([toldOnce(clean.email), toldOnce(asked.email)]);
    expect(await cancelledMails(gone.email)).toBe(0);
    expect((await at.application(gone.reference)).state).toBe('WITHDRAWN');
    await eventually('the intake run of the open case has ended', async () => {
      return (await at.status(asked.reference)) === 'SUCCEEDED';
    });

    const late = await writing.post('/apply/send', { version: sendVersion(check) });
    expect(late.status).toBe(409);
    expect(late.text).toContain(reason);
    const start = await visitor(at.baseUrl).get(`/rounds/${round.id}`);
    expect(start.text).toContain('모집이 취소되었습니다');
    expect(start.text).toContain(reason);
    expect(start.html).not.toContain('begin=yes');
    expect((await clean.browser.get('/application')).text).toContain('모집이 취소되었습니다');
    expect((await clean.browser.get('/apply/check')).url).toContain('/application');
    expect(await faultsAbout(at.db, at.tables.AUDIT_TABLE, roundSubject(round.id))).toEqual([]);
  });

  it('while it is reviewed: open reviews end, reviewers get one mail each', async () => {
    const reviewers = await onlyReviewers(at, [{}, {}, {}]);
    const round = await reviewedRound(at);
    const applied = await storedInReview(at, round, 3);
    for (const { reference } of applied) await untilReviewersAreAwaited(at, reference);
    await cancel(round);
    await untilAdmissionIs(at, round, 'CANCELLED');
    for (const { reference, email } of applied) {
      await toldOnce(email);
      const screening = await at.screenings.get(reference);
      expect(screening?.state).toBe('CANCELLED');
      for (const review of screening?.reviews ?? []) {
        expect(review.state).toBe('CANCELLED');
        expect((await at.requests.get(review.id))?.state).toBe('CANCELLED');
      }
      await eventually(`the screening run of ${reference} has ended`, async () => {
        return (await at.runStatus(reference, 'screening')) === 'SUCCEEDED';
      });
    }
    const screenings = await at.screenings.many(applied.map(({ reference }) => reference));
    const asked = new Set(screenings.flatMap(({ reviews }) => reviews.map(({ reviewer }) => reviewer)));
    for (const { id, email } of reviewers.filter((one) => asked.has(one.id))) {
      await eventually(`one mail to ${id}`, async () => (await cancelledMails(email)) === 1);
    }
  });

  it('while the committee decides: the run that waits is resumed and ends', async () => {
    const title = { ko: '위원회에서 취소되는 모집', en: 'Cancelled with the committee' };
    const round = await roundToEnd(at, { capacity: 2, title });
    const placed = await reviewedIn(at, round, 3);
    const { run } = await putInState(at, round, 'RANKING');
    await eventually('the committee is asked', async () => (await at.admissions.get(round.id))?.callback);
    await cancel(round);
    await untilAdmissionIs(at, round, 'CANCELLED');
    await Promise.all([runIs(round, run, 'SUCCEEDED'), runIs(round, run + 1, 'SUCCEEDED')]);
    await Promise.all(placed.map(({ email }) => toldOnce(email)));
    const deliberation = await at.admissions.deliberation(round.id, 1);
    expect(deliberation?.state).toBe('CANCELLED');
    for (const { member } of deliberation?.asked ?? []) {
      const { email = '' } = (await at.people.get(member)) ?? {};
      await eventually(`a mail to ${member}`, async () =>
        (await aboutRound(email, round)).some(({ text }) => text.includes(reason)),
      );
    }
  });

  it('while seats are offered: offers and seats end, also those that were taken', async () => {
    const round = await roundToEnd(at, { capacity: 2 });
    const placed = await reviewedIn(at, round, 4);
    const [first, second, third] = placed.map(({ reference }) => reference);
    if (!first || !second || !third) throw new Error('four were wanted');
    await released(at, round, placed);
    await answer(at, round, first, 'ACCEPT');
    await untilPlaceIs(at, second, 'OFFERED');
    await cancel(round);
    await untilAdmissionIs(at, round, 'CANCELLED');
    for (const { reference, email } of placed) {
      expect((await at.seats.place(reference))?.state).toBe('CANCELLED');
      await toldOnce(email);
    }
    const seats = await at.seats.seatsOf(round.id, 2);
    expect(seats.map(({ state }) => state)).toEqual(['CLOSED', 'CLOSED']);
    for (const { id, run } of seats) {
      await eventually(`the run of ${id} has ended`, async () => {
        return (await at.runStatus(runNameOf(id, run), 'seat-offer')) === 'SUCCEEDED';
      });
    }
    expect(await at.seats.enrolment(first)).toBeUndefined();
  });

  it('is told to nobody twice, however often its run is started again', async () => {
    const round = await roundToEnd(at, { capacity: 3 });
    const placed = await reviewedIn(at, round, 30);
    await putInState(at, round, 'SETTLING', {}, { start: false });
    await cancel(round);
    for (let times = 0; times < 3; times += 1) {
      const admission = await at.admissions.get(round.id);
      if (admission?.state === 'CANCELLED') break;
      await putInState(at, round, 'CANCELLING');
    }
    await untilAdmissionIs(at, round, 'CANCELLED');
    for (const { email } of placed) await toldOnce(email);
  });

  it('cannot be once its cohort is confirmed', async () => {
    const round = await roundToEnd(at);
    await putInState(at, round, 'CONFIRMED', {}, { start: false });
    expect(await cancel(round)).toEqual({ kind: 'not-possible', state: 'CONFIRMED' });
    expect((await at.rounds.current(round.id))?.cancelled).toBeUndefined();
  });
});
