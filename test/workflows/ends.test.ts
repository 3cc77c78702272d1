import { beforeAll, describe, expect, it } from 'vitest';
import type { Round } from '../../functions/rounds/round.ts';
import { runNameOf } from '../../functions/runs/run.ts';
import { closeWaitlist } from '../../functions/seats/close-waitlist.ts';
import { roundSubject } from '../../functions/selection/admission.ts';
import { closeRound } from '../../functions/selection/close-round.ts';
import { eventsOf, faultsAbout } from '../../functions/shared/database/audit.ts';
import { addMinutes } from '../../functions/shared/time.ts';
import { answers, applyBehindPages, fill, mailsTo, mailTo, sendVersion } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { answer, released, reviewedIn, roundToEnd, untilAdmissionIs, untilPlaceIs } from '../support/cohort/ending.ts';
import { eventually } from '../support/eventually.ts';

let at: TestCloud;
beforeAll(async () => {
  at = await testCloud();
});

const by = 'operator:test';
const auditOf = (round: Round) => eventsOf(at.db, at.tables.AUDIT_TABLE, roundSubject(round.id));
const runIs = (round: Round, run: number, status: string) =>
  eventually(`run ${run} of ${round.id} is ${status}`, async () => {
    return (await at.runStatus(runNameOf(round.id, run), 'cohort-admission')) === status;
  });
const manager = 'sora.park@academy.example.kr';
const aboutRound = async (address: string, round: Round) =>
  (await mailsTo(at, address)).filter(({ text }) => text.includes(round.title.ko));

describe('a round that goes to its cohort', () => {
  it('tells who still waits that the waitlist has ended, confirms the cohort, and tells its managers', async () => {
    const title = { ko: '확정되는 모집', en: 'A round that is confirmed' };
    const round = await roundToEnd(at, { capacity: 2, title });
    const placed = await reviewedIn(at, round, 5);
    const [first, second, third, fourth] = placed.map(({ reference }) => reference);
    if (!first || !second || !third || !fourth) throw new Error('five were wanted');
    await released(at, round, placed);
    await Promise.all([answer(at, round, first, 'ACCEPT'), answer(at, round, second, 'DECLINE')]);
    await answer(at, round, third, 'ACCEPT');
    await untilPlaceIs(at, fourth, 'WAITING');
    expect(await closeWaitlist(at, round.id, { by, reason: 'the course begins' }, at.now())).toBe('closed');
    const admission = await untilAdmissionIs(at, round, 'CONFIRMED');
    await runIs(round, admission.run, 'SUCCEEDED');

    for (const { reference, email } of placed.slice(3)) {
      expect((await at.seats.place(reference))?.state).toBe('ENDED');
      const lang = (await at.application(reference)).lang;
      await mailTo(at, email, lang === 'ko' ? '대기 순번이 오지 않아' : 'the waiting list has closed');
    }
    const told = await mailTo(at, placed[3]?.email ?? '', 'Your result: the waiting list has closed');
    expect(told.text).toMatch(/Your last number on the waiting list:?\s+1/u);
    const confirmed = (await auditOf(round)).find(({ type }) => type === 'CohortConfirmed');
    expect(confirmed?.data).toMatchObject({ taken: 2, seats: 2 });
    expect(JSON.stringify(confirmed)).not.toContain(first);

    const mail = await eventually('the mail of the confirmation', async () =>
      (await aboutRound(manager, round)).at(-1),
    );
    expect(mail.text).toContain('확정 인원');
    expect(mail.text).not.toContain('빈자리가 있습니다');
    const statistics = await at.statistics.get(round.id);
    expect(statistics?.stages).toMatchObject({
      sent: 5,
      ranked: 5,
      taken: 2,
      declined: 1,
      offers: 3,
      waitlistEnded: 2,
    });
    expect(await faultsAbout(at.db, at.tables.AUDIT_TABLE, roundSubject(round.id))).toEqual([]);
  });

  it('says so if there were fewer applicants than seats; the others stay closed', async () => {
    const title = { ko: '지원자가 적은 모집', en: 'A round with few applicants' };
    const round = await roundToEnd(at, { capacity: 8, title });
    const placed = await reviewedIn(at, round, 2);
    await released(at, round, placed);
    await Promise.all(placed.map(({ reference }) => answer(at, round, reference, 'ACCEPT')));
    await closeWaitlist(at, round.id, { by, reason: 'the course begins' }, at.now());
    await untilAdmissionIs(at, round, 'CONFIRMED');
    const seats = await at.seats.seatsOf(round.id, 8);
    expect(seats.map(({ state }) => state).sort()).toEqual([...Array(6).fill('CLOSED'), 'TAKEN', 'TAKEN']);
    const mail = await eventually('the mail of the confirmation', async () =>
      (await aboutRound(manager, round)).at(-1),
    );
    expect(mail.text).toContain('빈자리가 있습니다');
  });

  it('ends, and its manager is told, if nobody was left to choose from', async () => {
    const title = { ko: '아무도 남지 않은 모집', en: 'A round with nobody left' };
    const round = await roundToEnd(at, { title });
    const { browser, reference } = await applyBehindPages(at, round);
    await at.untilState(reference, 'ACCEPTED');
    await browser.post('/application/withdraw', {});
    await at.untilState(reference, 'WITHDRAWN');
    expect(await closeRound(at, round.id, { by, reason: 'nobody comes' }, at.now())).toMatchObject({ kind: 'closed' });
    const admission = await untilAdmissionIs(at, round, 'EMPTY');
    await runIs(round, admission.run, 'SUCCEEDED');
    const mail = await eventually('the mail of the empty round', async () => (await aboutRound(manager, round)).at(-1));
    expect(mail.text).toContain('심사할 지원서가 남지 않아');
  });
});

describe('a round that is closed by an operator', () => {
  it('goes on at once, under its next run; the one that slept ends by itself; again changes nothing', async () => {
    const round = await roundToEnd(at);
    const { browser, check } = await fill(at, round, answers());
    const outcome = await closeRound(at, round.id, { by, reason: 'full' }, at.now());
    expect(outcome).toEqual({ kind: 'closed', version: round.version + 1, run: 2 });
    await untilAdmissionIs(at, round, 'EMPTY');
    await Promise.all([runIs(round, 1, 'SUCCEEDED'), runIs(round, 2, 'SUCCEEDED')]);
    const late = await browser.post('/apply/send', { version: sendVersion(check) });
    expect(late.status).toBe(409);
    expect(await closeRound(at, round.id, { by, reason: 'full' }, at.now())).toEqual({ kind: 'was-closed' });
  });

  it('is not one that has not opened, nor one that nobody knows', async () => {
    const round = await at.round({ opensAt: addMinutes(at.now(), 60) }, { admission: true });
    const given = { by, reason: 'why' };
    expect(await closeRound(at, round.id, given, at.now())).toEqual({ kind: 'not-possible', why: 'not-open-yet' });
    expect(await closeRound(at, 'no-round', given, at.now())).toEqual({ kind: 'not-possible', why: 'unknown' });
  });
});
