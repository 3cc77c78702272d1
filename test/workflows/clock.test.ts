import { beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../functions/people/person.ts';
import { assigneeId, type PersonRequest } from '../../functions/requests/request.ts';
import type { Round } from '../../functions/rounds/round.ts';
import { addMinutes, businessDayEnd, type Instant, isBusinessDay, seoulDateOf } from '../../functions/shared/time.ts';
import { decoded, mailsTo } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { eventually } from '../support/eventually.ts';
import {
  entriesOf,
  officer,
  openRequest,
  operator,
  press,
  staff,
  withApplicant,
  withOfficer,
} from '../support/intake/intake.ts';
import { requestLink } from '../support/requests/asked-by-mail.ts';

let at: TestCloud;
let usual: Round;
beforeAll(async () => {
  at = await testCloud();
  usual = await at.round();
});

/** A round with people of its own, so that what other tests left open is in nobody's mails. */
const roundOf = (intake: Partial<Round['intake']>): Promise<Round> =>
  at.round({ intake: { ...usual.intake, ...intake } });

const request = async (id: string): Promise<PersonRequest> => {
  const found = await at.requests.get(id);
  if (!found) throw new Error(`there is no request ${id}`);
  return found;
};

/** The clock at the moment at which something is to be done about a request. */
async function chaseWhenDue(id: string): Promise<PersonRequest> {
  await at.chaseAt((await request(id)).nextActionAt);
  return request(id);
}

const mailsOf = async ({ email }: Pick<Person, 'email'>, word: string) =>
  (await mailsTo(at, email)).filter(({ subject }) => decoded(subject).includes(word));

const oneMailTo = (person: Pick<Person, 'email'>, word: string) =>
  eventually(`one mail to ${person.email}: ${word}`, async () => {
    const mails = await mailsOf(person, word);
    return mails.length === 1 && mails[0];
  });

/** 18:00 in Seoul, on a business day. */
const isCloseOfBusiness = (instant: Instant): boolean =>
  instant.endsWith('T09:00:00.000Z') && isBusinessDay(seoulDateOf(instant));

describe('a request that nobody answers', () => {
  it('is reminded of twice, goes to the deputy, is escalated, and in the end the operator is told; the last link decides', async () => {
    const [first, deputy, escalation] = [await staff(at), await staff(at), await staff(at)];
    const round = await roundOf({ officer: first.id, deputy: deputy.id, escalation: escalation.id });
    const { reference, request: opened, link } = await withOfficer(at, round, first.email);
    expect(opened.dueAt).toBe(businessDayEnd(opened.openedAt, round.intake.decideWithin));
    expect(opened.reminders).toEqual(round.intake.remindAfter.map((days) => businessDayEnd(opened.openedAt, days)));
    expect([opened.dueAt, ...opened.reminders].every(isCloseOfBusiness)).toBe(true);

    await at.chaseAt(addMinutes(opened.nextActionAt, -1));
    expect((await request(opened.id)).remindersSent).toBe(0);
    for (const number of [1, 2]) {
      expect(await chaseWhenDue(opened.id)).toMatchObject({
        remindersSent: number,
        generation: 1,
        dueAt: opened.dueAt,
      });
    }
    await eventually('two reminders', async () => (await mailsOf(first, '결정을 기다리는')).length === 2);

    const passedAt = opened.dueAt;
    const passed = await chaseWhenDue(opened.id);
    expect(passed).toMatchObject({ stage: 'DEPUTY', generation: 2, assignee: { person: deputy.id } });
    expect(passed.dueAt).toBe(businessDayEnd(passedAt, round.intake.deputyWithin));
    await oneMailTo(deputy, '대신 맡은 담당자');
    const old = await press(at, link, { outcome: 'ACCEPT' });
    expect(old.text).toContain('다른 담당자에게 넘어간 요청입니다');
    expect((await request(opened.id)).state).toBe('OPEN');

    await chaseWhenDue(opened.id);
    await oneMailTo(deputy, '결정을 기다리는');
    const escalated = await chaseWhenDue(opened.id);
    expect(escalated).toMatchObject({ stage: 'ESCALATED', generation: 3, assignee: { person: escalation.id } });
    await oneMailTo(escalation, '기한이 지나 책임자께');
    const lastLink = await requestLink(at, opened.id, escalation.email);

    await chaseWhenDue(opened.id);
    expect((await request(opened.id)).dueAt).toBe(escalated.dueAt);
    const notices = async () =>
      (await mailsTo(at, operator)).filter(
        ({ subject, text }) => decoded(subject).includes('기한이 지난 요청') && text.includes(reference),
      ).length;
    for (const day of [1, 2]) {
      const overdue = await chaseWhenDue(opened.id);
      expect(isCloseOfBusiness(overdue.nextActionAt)).toBe(true);
      expect(overdue).toMatchObject({ state: 'OPEN', stage: 'ESCALATED', generation: 3 });
      await eventually(`notice ${day}`, async () => (await notices()) === day);
    }
    await press(at, lastLink, { outcome: 'ACCEPT' });
    await at.untilState(reference, 'ACCEPTED');
    expect((await at.application(reference)).decision?.by).toBe(escalation.id);
  });

  it('reminds one person of several requests in one mail, which leaves out what was decided meanwhile', async () => {
    const person = await staff(at);
    const round = await roundOf({ officer: person.id });
    const asked = [
      await withOfficer(at, round, person.email),
      await withOfficer(at, round, person.email),
      await withOfficer(at, round, person.email),
    ];
    const [first, second, third] = asked;
    if (!first || !second || !third) throw new Error('three were asked');
    await press(at, third.link, { outcome: 'ACCEPT' });
    const due = asked
      .map((one) => one.request.nextActionAt)
      .sort()
      .at(-1);
    await at.chaseAt(due ?? at.now());
    const mail = await oneMailTo(person, '결정을 기다리는 요청 2건');
    for (const { reference, request: of } of [first, second]) {
      expect(mail.text).toContain(reference);
      expect(mail.text).toContain(`/r/intake/${of.id}/`);
    }
    expect(mail.text).not.toContain(third.reference);
    const link = await requestLink(at, second.request.id, person.email);
    await press(at, link, { outcome: 'ACCEPT' });
    await at.untilState(second.reference, 'ACCEPTED');
  });
});

describe('somebody who is away', () => {
  const today = () => seoulDateOf(at.now());

  it('is stood in for by the deputy, who is told why', async () => {
    const deputy = await staff(at);
    const away = await staff(at, { absentToday: `${today()}..${today()}`, deputy });
    const round = await roundOf({ officer: away.id });
    const { reference, request: opened, link } = await withOfficer(at, round, deputy.email);
    expect(opened.held).toMatchObject([{ assignee: deputy.id, why: 'absent', generation: 1 }]);
    await oneMailTo(deputy, '부재중인 담당자 대신');
    expect(await mailsTo(at, away.email)).toEqual([]);
    await press(at, link, { outcome: 'ACCEPT' });
    await at.untilState(reference, 'ACCEPTED');
  });

  it('is not asked if their deputy is away too: who is next and here is, at once', async () => {
    const away = await staff(at, { absentToday: today() });
    const alsoAway = await staff(at, { absentToday: today(), deputy: away });
    const round = await roundOf({ officer: alsoAway.id });
    const { request: opened } = await withOfficer(at, round, 'junho.lee@academy.example.kr');
    expect(assigneeId(opened.assignee)).toBe('lee-junho');
    expect([await mailsTo(at, away.email), await mailsTo(at, alsoAway.email)]).toEqual([[], []]);
  });

  it('is passed over as deputy: the request goes to the escalation at once', async () => {
    const first = await staff(at);
    const next = await staff(at);
    const dueOn = seoulDateOf(businessDayEnd(at.now(), usual.intake.decideWithin));
    const deputy = await staff(at, { absentToday: `${dueOn}..${dueOn}` });
    const withDeputy = await roundOf({ officer: first.id, deputy: deputy.id, escalation: next.id });
    const { request: opened } = await withOfficer(at, withDeputy, first.email);
    await at.chaseAt(opened.dueAt);
    expect(await request(opened.id)).toMatchObject({ stage: 'ESCALATED', assignee: { person: next.id } });
    expect(await mailsTo(at, deputy.email)).toEqual([]);
  });
});

describe('a question that the applicant does not answer', () => {
  it('lapses after two reminders only, and the officer decides on what there is', async () => {
    const { reference, question, email } = await withApplicant(at, usual);
    const round = usual.intake.question;
    expect(question.dueAt).toBe(businessDayEnd(question.openedAt, round.answerWithin));
    // The clock stood still until after the due time: both reminders still come, a business day apart.
    await at.chaseAt(addMinutes(question.dueAt, 60));
    expect(await request(question.id)).toMatchObject({ state: 'OPEN', remindersSent: 1 });
    await chaseWhenDue(question.id);
    expect(await request(question.id)).toMatchObject({ state: 'OPEN', remindersSent: 2 });
    await chaseWhenDue(question.id);
    expect(await request(question.id)).toMatchObject({ state: 'LAPSED', outcome: 'LAPSE' });
    const next = await openRequest(at, reference, question.id);
    expect(await mailsTo(at, email)).not.toEqual([]);
    const link = await requestLink(at, next.id, officer);
    await press(at, link, { outcome: 'REFUSE', reason: '확인하지 못했습니다.' });
    await at.untilState(reference, 'REFUSED');
    await eventually('the run has ended', async () => (await at.runStatus(reference)) === 'SUCCEEDED');
    expect(await at.statesOf(reference)).toEqual([
      'Check the application',
      'Settle what is in question',
      'Who is asked?',
      'Ask the intake officer',
      'What did the officer decide?',
      'Ask the applicant',
      'Did the applicant answer?',
      'Ask the intake officer',
      'What did the officer decide?',
      'Refused',
    ]);
    expect((await entriesOf(at, reference)).filter(({ state }) => state === 'FAILED')).toEqual([]);
  });
});
