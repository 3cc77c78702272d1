import { StopExecutionCommand } from '@aws-sdk/client-sfn';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Round } from '../../functions/rounds/round.ts';
import { presentRunOf } from '../../functions/runs/run.ts';
import { closeWaitlist } from '../../functions/seats/close-waitlist.ts';
import { seatId } from '../../functions/seats/seat.ts';
import { addMinutes } from '../../functions/shared/time.ts';
import { mailsTo, mailTo } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { eventually } from '../support/eventually.ts';
import { countMails } from '../support/intake/intake.ts';
import { crowdAnswers } from '../support/seats/crowd-suite.ts';
import {
  accepting,
  answerByLink,
  browserOf,
  declining,
  linkOf,
  offerOf,
  releasedRound,
  untilPlace,
} from '../support/seats/released-round.ts';
import type { Ranked } from '../support/seats/seats.ts';
import { faultsOf } from '../support/step-faults.ts';
import { visitor } from '../support/visitor.ts';

let at: TestCloud;
beforeAll(async () => {
  at = await testCloud();
});

const seatsOf = (round: Round) => at.seats.seatsOf(round.id, round.capacity);
const one = (people: readonly Ranked[], index: number): Ranked => {
  const found = people[index];
  if (!found) throw new Error('there are not so many');
  return found;
};
const runEnded = (run: string, status: string) =>
  eventually(`${run} is ${status}`, async () => (await at.runStatus(run, 'seat-offer')) === status);

describe('results', () => {
  it('come to everybody at once: an offer, a number on the waitlist, or the reasons', async () => {
    const { round, people } = await releasedRound(at, { capacity: 2, people: 5, waitlist: 2 });
    const [, second, third, , last] = people;
    if (!second || !third || !last) throw new Error('five were wanted');
    const offer = await mailTo(at, second.email, '참여 여부를 알려 주십시오');
    expect(offer.text).toContain(round.sites.ko);
    expect((await mailTo(at, third.email, '대기자로 등록되었습니다')).text).toContain('대기 순번: 1');
    expect((await mailTo(at, last.email, '선발 결과')).text).toContain('다시 살펴봐');
    const page = await browserOf(at, third).get('/application');
    expect(page.text).toContain('대기자로 등록되어 있습니다');
    expect(page.text).toMatch(/지금 대기 순번 1 처음 대기 순번 1/u);
    expect((await browserOf(at, last).get('/application')).text).toContain('선발되지 못하셨습니다');
  });
});

describe('a seat', () => {
  it('is accepted by the link: what enrolling asks for is kept, the calendar comes by mail, the run ends', async () => {
    const { round, people } = await releasedRound(at, { capacity: 1, people: 2 });
    const first = one(people, 0);
    const link = await linkOf(at, await offerOf(at, first.reference));
    const browser = visitor(at.baseUrl, { lang: 'ko' });
    const missing = await browser.post(link, { contactName: '김어머니' });
    expect(missing.status).toBe(422);
    expect(missing.html).toContain('김어머니');
    const page = await browser.post(link, {
      ...accepting,
      'consent-emergency-contact': 'yes',
      contactName: '김어머니',
      contactRelationship: '어머니',
      contactPhone: '01012345678',
    });
    expect(page.text).toContain('자리를 수락하셨습니다');
    expect(await at.seats.enrolment(first.reference)).toMatchObject({
      attends: true,
      consents: { 'institution-sharing': true, 'emergency-contact': true },
      contact: { name: '김어머니', relationship: '어머니', phone: '010-1234-5678' },
    });
    await mailTo(at, first.email, '참여가 확정되었습니다');
    await runEnded(seatId(round.id, 1), 'SUCCEEDED');
    expect(await at.statesOf(seatId(round.id, 1), 'seat-offer')).toEqual([
      'Offer the seat',
      'What did the applicant answer?',
      'Seat taken',
    ]);
    const again = await visitor(at.baseUrl, { lang: 'ko' }).post(link, declining);
    expect(again.text).toContain('자리를 수락하셨습니다');
    expect((await at.seats.place(first.reference))?.state).toBe('ACCEPTED');
    const status = await browserOf(at, first).get('/application');
    expect(status.text).toContain('참여가 확정되었습니다');
    const calendar = await browserOf(at, first).once('GET', '/application/calendar');
    expect(calendar.headers.get('content-type')).toContain('text/calendar');
    expect(await calendar.text()).toContain('BEGIN:VEVENT');
    expect((await visitor(at.baseUrl).get('/application/calendar')).status).toBe(403);
  });

  it('goes on to the next at once when it is declined, lapses, or is given back; then nobody waits for it', async () => {
    const { round, people } = await releasedRound(at, { capacity: 1, people: 4 });
    const [first, second, third, fourth] = people;
    if (!first || !second || !third || !fourth) throw new Error('four were wanted');
    expect((await answerByLink(at, first, declining)).text).toContain('참여하지 않겠다고 답하셨습니다');
    const offer = await offerOf(at, second.reference);
    const secondLink = await linkOf(at, offer);
    const reminders = async () => (await mailsTo(at, second.email)).filter(({ text }) => text.includes('남은 기간'));
    for (let days = 0; ; days += 1) {
      await at.chaseAt(addMinutes(at.now(), days * 24 * 60));
      const { state, remindersSent = 0 } = (await at.requests.get(offer.id)) ?? {};
      if (state !== 'OPEN') break;
      // A reminder that has not left when the offer lapses is not sent any more.
      await eventually(`reminder ${remindersSent}`, async () => (await reminders()).length === remindersSent);
    }
    await untilPlace(at, second.reference, 'LAPSED');
    expect(await reminders()).toHaveLength(2);
    const late = await visitor(at.baseUrl, { lang: 'ko' }).post(secondLink, accepting);
    expect(late.status).toBe(410);
    expect(late.text).toContain('답변 기한이 지났습니다');

    await answerByLink(at, third, accepting);
    await untilPlace(at, third.reference, 'ACCEPTED');
    await browserOf(at, third).post('/application/withdraw', {});
    expect((await at.seats.place(third.reference))?.state).toBe('WITHDRAWN');
    expect(await at.seats.enrolment(third.reference)).toBeUndefined();
    await mailTo(at, third.email, '자리를 포기하셨습니다');
    await answerByLink(at, fourth, declining);
    await runEnded(`${seatId(round.id, 1)}_2`, 'SUCCEEDED');
    expect((await at.statesOf(`${seatId(round.id, 1)}_2`, 'seat-offer')).at(-1)).toBe('Nobody waits for it');
    expect((await seatsOf(round))[0]).toMatchObject({ state: 'VACANT', idle: true });
  });

  it('of somebody who withdraws while it is offered goes on, and the link says so', async () => {
    const { people } = await releasedRound(at, { capacity: 1, people: 2 });
    const [first, second] = people;
    if (!first || !second) throw new Error('two were wanted');
    const link = await linkOf(at, await offerOf(at, first.reference));
    await browserOf(at, first).post('/application/withdraw', {});
    await offerOf(at, second.reference);
    const late = await visitor(at.baseUrl, { lang: 'ko' }).post(link, accepting);
    expect(late.text).toContain('지원을 취소하셨습니다');
    expect((await at.seats.place(first.reference))?.state).toBe('WITHDRAWN');
  });

  it('is not offered any more once the waitlist is closed, and the round goes on to its confirmation', async () => {
    const { round, people } = await releasedRound(at, { capacity: 1, people: 2 });
    const [first, second] = people;
    if (!first || !second) throw new Error('two were wanted');
    await offerOf(at, first.reference);
    expect(await closeWaitlist(at, round.id, { by: 'operator:test', reason: 'test' }, at.now())).toBe('closed');
    expect((await browserOf(at, second).get('/application')).text).toContain('대기가 종료되었습니다');
    await answerByLink(at, first, declining);
    await runEnded(seatId(round.id, 1), 'SUCCEEDED');
    expect((await at.statesOf(seatId(round.id, 1), 'seat-offer')).at(-1)).toBe('Waitlist ended or cancelled');
    await eventually('the seats are settled', async () => (await at.admissions.get(round.id))?.state !== 'SEATING');
    expect((await seatsOf(round))[0]?.state).toBe('CLOSED');
  });
});

/* 30 seats and 200 people in test/soak. */
crowdAnswers({ seats: 6, people: 30 });

const seatsOfPeople = async (people: readonly Ranked[]) =>
  Promise.all(people.map(async ({ reference }) => (await at.seats.place(reference))?.state));

describe('a run of a seat', () => {
  const { strike, failTask, failForGood, redrive } = faultsOf('seat-offer', () => at);
  const tokenOf = (reference: string, other?: string) =>
    eventually(`a callback of ${reference}`, async () => {
      const { callback = '' } = await offerOf(at, reference);
      return callback !== other && (await at.requests.callback(callback));
    });

  it('offers again after a fault: the same offer, one mail', async () => {
    const { round, people } = await releasedRound(at, { capacity: 1, people: 1 });
    const first = one(people, 0);
    const offer = await offerOf(at, first.reference);
    const { id, token } = await tokenOf(first.reference);
    await failTask(token);
    await tokenOf(first.reference, id);
    expect((await offerOf(at, first.reference)).id).toBe(offer.id);
    await answerByLink(at, first, accepting);
    await runEnded(seatId(round.id, 1), 'SUCCEEDED');
    expect((await mailsTo(at, first.email)).filter(({ text }) => text.includes(`/r/seats/${offer.id}/`))).toHaveLength(
      1,
    );
  });

  it('is marked as stuck when no try helps; the link lives on, and a redrive goes on with it', async () => {
    const { round, people } = await releasedRound(at, { capacity: 1, people: 2 });
    const [first, second] = people;
    if (!first || !second) throw new Error('two were wanted');
    const seat = seatId(round.id, 1);
    await linkOf(at, await offerOf(at, first.reference));
    const stuck = (body: string) => body.includes('RunStuck') && body.includes(seat);
    const remove = strike('seats-tasks', 'TransactWriteItems', stuck, 2);
    const before = await failForGood((other) => tokenOf(first.reference, other));
    await runEnded(seat, 'FAILED');
    remove();
    expect((await at.statesOf(seat, 'seat-offer')).slice(-2)).toEqual(['Mark as stuck and tell the operator', 'Stuck']);
    expect((await at.seats.seat(seat))?.stuck).toBeDefined();
    expect(await redrive(seat)).toEqual({
      kind: 'redriven',
      run: `${seat}_2`,
    });
    await tokenOf(first.reference, before);
    await answerByLink(at, first, declining);
    await offerOf(at, second.reference);
    await answerByLink(at, second, accepting);
    await runEnded(`${seat}_2`, 'SUCCEEDED');
  });

  it('that was stopped in the middle of its offer is started again to the same end, and nothing is mailed twice', async () => {
    const mails = countMails(at);
    const { round, people } = await releasedRound(at, { capacity: 5, people: 12 });
    for (const { reference } of people.slice(0, 5)) await offerOf(at, reference);
    const stopAll = async () => {
      for (const seat of await seatsOf(round)) {
        const name = presentRunOf(seat.id, seat);
        await at.sfn
          .send(new StopExecutionCommand({ executionArn: at.executionArn(name, 'seat-offer') }))
          .catch(() => undefined);
      }
      await at.reconcile();
    };
    await stopAll();
    await Promise.all(
      people.slice(0, 5).map((person, index) => answerByLink(at, person, index < 3 ? declining : accepting)),
    );
    await stopAll();
    for (const person of people.slice(5, 8)) {
      await untilPlace(at, person.reference, 'OFFERED');
      await stopAll();
      await answerByLink(at, person, accepting);
    }
    await eventually('all five are taken', async () => (await seatsOf(round)).every(({ state }) => state === 'TAKEN'));
    expect((await seatsOfPeople(people)).filter((state) => state === 'ACCEPTED')).toHaveLength(5);
    mails.end();
    const mine = mails.all().filter(([entry]) => people.some(({ reference }) => entry.startsWith(reference)));
    expect(mine.filter(([, count]) => count > 1)).toEqual([]);
    for (const { email } of people.slice(0, 8)) {
      expect((await mailsTo(at, email)).filter(({ text }) => /\/r\/seats\/[0-9a-f]{32}\//u.test(text))).toHaveLength(1);
    }
  });
});
