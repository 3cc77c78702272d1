import { StopExecutionCommand } from '@aws-sdk/client-sfn';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Round } from '../../functions/rounds/round.ts';
import { presentRunOf } from '../../functions/runs/run.ts';
import { seatId } from '../../functions/seats/seat.ts';
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
const runEnded = (run: string, status: string) =>
  eventually(`${run} is ${status}`, async () => (await at.runStatus(run, 'seat-offer')) === status);

describe('a round whose results come out', () => {
  it('tells everybody at once: an offer, a number on the waitlist, or the reasons; the offer is accepted by its link, and given back', async () => {
    const { round, people } = await releasedRound(at, { capacity: 1, people: 3, waitlist: 1 });
    const [first, second, last] = people;
    if (!first || !second || !last) throw new Error('three were wanted');
    expect((await mailTo(at, first.email, '참여 여부를 알려 주십시오')).text).toContain(round.sites.ko);
    expect((await mailTo(at, second.email, '대기자로 등록되었습니다')).text).toContain('대기 순번: 1');
    expect((await mailTo(at, last.email, '선발 결과')).text).toContain('재검토를 요청');
    const waiting = await browserOf(at, second).get('/application');
    expect(waiting.text).toContain('대기자로 등록되어 있습니다');
    expect(waiting.text).toMatch(/지금 대기 순번 1번 처음 대기 순번 1번/u);
    expect((await browserOf(at, last).get('/application')).text).toContain('선발되지 못하셨습니다');

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
    expect(page.text).toContain('참여가 확정되었습니다');
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
    expect(again.text).toContain('참여가 확정되었습니다');
    expect((await at.seats.place(first.reference))?.state).toBe('ACCEPTED');
    const status = await browserOf(at, first).get('/application');
    expect(status.text).toContain('참여가 확정되었습니다');
    const calendar = await browserOf(at, first).once('GET', '/application/calendar');
    expect(calendar.headers.get('content-type')).toContain('text/calendar');
    expect(await calendar.text()).toContain('BEGIN:VEVENT');
    expect((await visitor(at.baseUrl).get('/application/calendar')).status).toBe(403);

    await browserOf(at, first).post('/application/withdraw', {});
    expect((await at.seats.place(first.reference))?.state).toBe('WITHDRAWN');
    expect(await at.seats.enrolment(first.reference)).toBeUndefined();
    await untilPlace(at, second.reference, 'OFFERED');
    await browserOf(at, second).post('/application/withdraw', {});
    expect((await at.seats.place(second.reference))?.state).toBe('WITHDRAWN');
  });
});

/* 30 people and 6 seats in the process, 200 and 30 in test/soak. */
crowdAnswers({ seats: 2, people: 8, academy: testCloud });

const seatsOfPeople = async (people: readonly Ranked[]) =>
  Promise.all(people.map(async ({ reference }) => (await at.seats.place(reference))?.state));

describe('a run of a seat', () => {
  const { strike, failForGood, redrive } = faultsOf('seat-offer', () => at);
  const tokenOf = (reference: string, other?: string) =>
    eventually(`a callback of ${reference}`, async () => {
      const { callback = '' } = await offerOf(at, reference);
      return callback !== other && (await at.requests.callback(callback));
    });

  it('offers again after a fault, the same offer; is marked as stuck when no try helps; the link lives on, and a redrive goes on until nobody waits', async () => {
    const { round, people } = await releasedRound(at, { capacity: 1, people: 2 });
    const [first, second] = people;
    if (!first || !second) throw new Error('two were wanted');
    const seat = seatId(round.id, 1);
    const offer = await offerOf(at, first.reference);
    await linkOf(at, offer);
    const stuck = (body: string) => body.includes('RunStuck') && body.includes(seat);
    const remove = strike('seats-tasks', 'TransactWriteItems', stuck, 2);
    const before = await failForGood(async (other) => {
      const callback = await tokenOf(first.reference, other);
      expect((await offerOf(at, first.reference)).id).toBe(offer.id);
      return callback;
    });
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
    expect((await mailsTo(at, first.email)).filter(({ text }) => text.includes(`/r/seats/${offer.id}/`))).toHaveLength(
      1,
    );
    await eventually('the second offer has lapsed', async () => {
      const open = (await at.seats.place(second.reference))?.state === 'OFFERED';
      if (open) await at.chaseAt((await offerOf(at, second.reference)).dueAt);
      return (await at.seats.place(second.reference))?.state === 'LAPSED';
    });
    await runEnded(`${seat}_2`, 'SUCCEEDED');
    expect((await at.statesOf(`${seat}_2`, 'seat-offer')).at(-1)).toBe('Nobody waits for it');
  });

  it('that was stopped in the middle of its offer is started again to the same end, and nothing is mailed twice', async () => {
    const mails = countMails(at);
    const { round, people } = await releasedRound(at, { capacity: 2, people: 5 });
    for (const { reference } of people.slice(0, 2)) await offerOf(at, reference);
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
      people.slice(0, 2).map((person, index) => answerByLink(at, person, index === 0 ? declining : accepting)),
    );
    await stopAll();
    for (const person of people.slice(2, 3)) {
      await untilPlace(at, person.reference, 'OFFERED');
      await stopAll();
      await answerByLink(at, person, accepting);
    }
    await eventually('both are taken', async () => (await seatsOf(round)).every(({ state }) => state === 'TAKEN'));
    expect((await seatsOfPeople(people)).filter((state) => state === 'ACCEPTED')).toHaveLength(2);
    mails.end();
    const mine = mails.all().filter(([entry]) => people.some(({ reference }) => entry.startsWith(reference)));
    expect(mine.filter(([, count]) => count > 1)).toEqual([]);
    for (const { email } of people.slice(0, 3)) {
      expect((await mailsTo(at, email)).filter(({ text }) => /\/r\/seats\/[0-9a-f]{32}\//u.test(text))).toHaveLength(1);
    }
  });
});
