import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Round } from '../../../functions/rounds/round.ts';
import { closeWaitlist } from '../../../functions/seats/close-waitlist.ts';
import { addMinutes } from '../../../functions/shared/time.ts';
import { mailsTo, mailTo } from '../../support/applicants.ts';
import { eventually } from '../../support/eventually.ts';
import { type MemoryAcademy, memoryAcademy } from '../../support/memory/memory-academy.ts';
import { crowdAnswers } from '../../support/seats/crowd-suite.ts';
import {
  accepting,
  answerByLink,
  browserOf,
  declining,
  linkOf,
  offerOf,
  releasedRound,
  untilPlace,
} from '../../support/seats/released-round.ts';
import { visitor } from '../../support/visitor.ts';

/* Seats as people meet them, by pages, mails and runs; what the steps decide is in the tests beside this one. */

let at: MemoryAcademy;
beforeAll(async () => {
  at = await memoryAcademy();
});
afterAll(() => at.close());

const seatsOf = (round: Round) => at.seats.seatsOf(round.id, round.capacity);

describe('a seat', () => {
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
    await mailTo(at, third.email, '참여 취소를 처리했습니다');
    await answerByLink(at, fourth, declining);
    await eventually('nobody waits for it', async () => (await seatsOf(round))[0]?.idle === true);
    expect((await seatsOf(round))[0]?.state).toBe('VACANT');
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
    expect((await browserOf(at, second).get('/application')).text).toContain('대기가 마감되었습니다');
    await answerByLink(at, first, declining);
    await eventually('the seats are settled', async () => (await at.admissions.get(round.id))?.state !== 'SEATING');
    expect((await seatsOf(round))[0]?.state).toBe('CLOSED');
  });
});

crowdAnswers({ seats: 6, people: 30, academy: () => at });
