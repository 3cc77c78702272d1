import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { machinesOf } from '../../functions/app/machines.ts';
import type { PersonRequest } from '../../functions/requests/request.ts';
import type { Round } from '../../functions/rounds/round.ts';
import { redrive } from '../../functions/runs/redrive.ts';
import { eventsOf, faultsAbout } from '../../functions/shared/database/audit.ts';
import type { AwsCall } from '../../local/gate/call.ts';
import type { Fault } from '../../local/gate/faults.ts';
import { answers, apply, emailOf, sendVersion } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { eventually } from '../support/eventually.ts';
import {
  countMails,
  entriesOf,
  entryOf,
  inject,
  officer,
  openRequest,
  press,
  replyOf,
  staff,
  sweepUntilFinal,
  tooYoung,
} from '../support/intake/intake.ts';
import { outboxFaults, rejected } from '../support/outbox/outbox-faults.ts';
import { requestLink } from '../support/requests/asked-by-mail.ts';
import { visitor } from '../support/visitor.ts';

let at: TestCloud;
let usual: Round;
beforeAll(async () => {
  at = await testCloud();
  usual = await at.round();
});

const { failMails, retriedLater, noticesAbout } = outboxFaults(() => at);

/** The types of the audit events that a commit stores, which say which use case it is. */
const useCaseOf = ({ body }: AwsCall): string =>
  [...new Set([...body.matchAll(/"type":\{"S":"([A-Z]\w+)"\}/gu)].map(([, type]) => type))].join(' and ');

/** Strikes the first commit of every use case that the test comes to, once each. */
function strikeEachCommit(round: Round, respond: Fault['respond'], after: boolean) {
  const struck = new Set<string>();
  const remove = inject(at, {
    service: 'dynamodb',
    operation: 'TransactWriteItems',
    respond,
    after,
    when: (call) => {
      const useCase = useCaseOf(call);
      const ours = call.body.includes(round.id) || /^(?:Outbox|Address)/u.test(useCase);
      if (!ours || struck.has(useCase)) return false;
      struck.add(useCase);
      return true;
    },
  });
  return { struck, remove };
}

/** The whole life of an application, with everything in it that stores something; ends with what was stored and mailed. */
async function wholeLife(round: Round, people: { readonly officer: string; readonly deputy: string }) {
  const mails = countMails(at);
  const { reference, email } = await apply(at, round, answers(tooYoung));
  const first = await openRequest(at, reference);
  await at.chaseAt(first.nextActionAt);
  await at.chaseAt(first.nextActionAt);
  await at.chaseAt(first.dueAt);
  await at.chaseAt(first.dueAt);
  await press(at, await requestLink(at, first.id, people.deputy), {
    outcome: 'RETURN',
    question: '생년월일이 맞습니까?',
    pages: ['about-you'],
  });

  const question = await openRequest(at, reference, first.id);
  await press(at, await requestLink(at, question.id, email), replyOf({ email }, '맞습니다.'));
  const second = await openRequest(at, reference, question.id);
  await press(at, `${await requestLink(at, second.id, people.officer)}/hand-over`, { to: 'kim-minji' });
  await press(at, await requestLink(at, second.id, officer), {
    outcome: 'RETURN',
    question: '한 번 더 확인해 주십시오.',
  });

  const unanswered = await openRequest(at, reference, second.id);
  await at.stopRun(reference);
  await at.runEnded(reference);
  await at.runEnded(reference);
  await eventually('the next run waits', async () => {
    const { callback = '' } = (await at.requests.get(unanswered.id)) ?? {};
    return (await at.requests.callback(callback))?.run === `${reference}_2`;
  });
  for (const clock of unanswered.reminders) {
    await at.chaseAt(clock);
    await at.chaseAt(clock);
  }
  await lapse(unanswered);
  const third = await openRequest(at, reference, unanswered.id);
  await at.invoke('intake-tasks', { step: 'mark-stuck', reference, run: `${reference}_2`, error: 'Test' });
  await redrive(at.commit, machinesOf(at)['applicant-intake'], reference, 'operator:test', at.now());
  await eventually('the redriven run waits', async () => {
    const { callback = '' } = (await at.requests.get(third.id)) ?? {};
    return (await at.requests.callback(callback))?.run === `${reference}_3`;
  });
  await press(at, await requestLink(at, third.id, people.officer), {
    outcome: 'REFUSE',
    reason: '나이가 맞지 않습니다.',
  });
  await at.untilState(reference, 'REFUSED');

  const clean = await apply(at, round);
  await at.untilState(clean.reference, 'ACCEPTED');
  await clean.browser.post('/apply/why', { ...clean.form.why, plan: `${clean.form.why.plan} 꼭 그렇게 하겠습니다.` });
  await clean.browser.post('/apply/send', { version: sendVersion(await clean.browser.get('/apply/check')) });
  await eventually('accepted again', async () => {
    const { version, state } = await at.application(clean.reference);
    return version === 2 && state === 'ACCEPTED';
  });
  await clean.browser.post('/application/withdraw', {});
  await at.untilState(clean.reference, 'WITHDRAWN');

  await feedback();
  return { references: [reference, clean.reference], mails };
}

/**
 * The clock at the end of a question; once more only if the first time met a conflict. When it has lapsed, the officer
 * is asked anew, and by that moment the new request would be due as well and go to the deputy.
 */
async function lapse(question: PersonRequest): Promise<void> {
  await at.chaseAt(question.dueAt);
  if ((await at.requests.get(question.id))?.state === 'OPEN') await at.chaseAt(question.dueAt);
}

async function feedback(): Promise<void> {
  const message = {
    notificationType: 'Bounce',
    bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: `${randomUUID()}@example.com` }] },
  };
  await at.invoke('outbox-feedback', { Records: [{ Sns: { Message: JSON.stringify(message) } }] });
}

/** What the audit says of a life, without what differs from one to the next. */
const storyOf = async (reference: string): Promise<string[]> => {
  const events = await eventsOf(at.db, at.tables.AUDIT_TABLE, reference);
  expect(await faultsAbout(at.db, at.tables.AUDIT_TABLE, reference)).toEqual([]);
  return events.map(({ type }) => type);
};

const people = async () => {
  const [officer, deputy] = [await staff(at), await staff(at)];
  const round = await at.round({ intake: { ...usual.intake, officer: officer.id, deputy: deputy.id } });
  return { round, officer: officer.email, deputy: deputy.email };
};

/** What the audit says of the two applications of a life that meets no fault. */
const stories = [
  [
    'ApplicationStarted',
    'ApplicationSubmitted',
    'RequestOpened',
    'ApplicationReturned',
    'RequestOpened',
    'QuestionAnswered',
    'RequestOpened',
    'RequestHandedOver',
    'ApplicationReturned',
    'RequestOpened',
    'RunStartedAgain',
    'RunAttached',
    'RequestOpened',
    'RunStuck',
    'RunRedriven',
    'RunAttached',
    'ApplicationRefused',
    // By what the clock did with requests.
    'ReminderSent',
    'ReminderSent',
    'ReminderSent',
    'RequestPassedToDeputy',
    'QuestionLapsed',
  ],
  [
    'ApplicationStarted',
    'ApplicationSubmitted',
    'ApplicationAccepted',
    'ApplicationChanged',
    'ApplicationAccepted',
    'ApplicationWithdrawn',
  ],
];

/** What leaves because of both, and how often. */
const errands = {
  'application-received': 1,
  'application-received-and-accepted': 2,
  'application-refused': 1,
  'application-withdrawn': 1,
  'operator-notice': 1,
  'question-answered': 1,
  'question-asked': 2,
  'question-lapsed': 1,
  'question-reminder': 2,
  'request-opened': 5,
  'request-reminder': 1,
  resume: 7,
  start: 5,
};

const faults: [string, Fault['respond'], boolean][] = [
  [
    'when each use case meets a concurrent transaction',
    {
      status: 400,
      code: 'TransactionCanceledException',
      message: 'made by the test',
      details: {
        CancellationReasons: [{ Code: 'None' }, { Code: 'TransactionConflict', Message: 'Transaction is ongoing' }],
      },
    },
    false,
  ],
  [
    'when DynamoDB throttles each use case',
    { status: 400, code: 'ThrottlingException', message: 'Rate exceeded' },
    false,
  ],
  ['when the answer of each commit is lost after it was stored', 'drop', true],
];

it.each(faults)('a whole life is the same %s: nothing lost, nothing twice', async (name, respond, after) => {
  const { round, ...who } = await people();
  const faulty = strikeEachCommit(round, respond, after);
  const { references, mails } = await wholeLife(round, who);
  faulty.remove();
  const told = await Promise.all(references.map(storyOf));
  expect(told).toEqual(stories);
  const entries = (await Promise.all(references.map((reference) => entriesOf(at, reference)))).flat();
  const left = Object.groupBy(entries, ({ errand }) => (errand.kind === 'mail' ? errand.template : errand.kind));
  expect(Object.fromEntries(Object.entries(left).map(([what, some = []]) => [what, some.length]))).toEqual(errands);
  for (const { id, errand } of entries) {
    const entry = await sweepUntilFinal(at, id);
    expect(entry.state, id).not.toBe('FAILED');
    if (errand.kind === 'mail') expect(mails.of(id), id).toBe(entry.state === 'DONE' ? 1 : 0);
  }
  mails.end();
  const commits = new Set([...told.flat(), 'AddressBounced']);
  for (const type of commits) expect([...faulty.struck].join(' '), type).toContain(type);
  console.log(`${faulty.struck.size} use cases ${name}: ${[...faulty.struck].sort().join(', ')}`);
});

it('an operator is told of what was given up even if the telling meets a conflict first', async () => {
  const { round } = await people();
  const refused = failMails(rejected, (entry) => entry.startsWith(`${round.code}-`));
  const conflicts = inject(at, {
    service: 'dynamodb',
    operation: 'TransactWriteItems',
    times: 1,
    respond: { status: 400, code: 'ValidationException', message: 'made by the test' },
    when: (call) => useCaseOf(call) === 'OutboxGivenUp',
  });
  const { reference } = await apply(at, round);
  const { id } = await retriedLater(reference, 'the mail');
  conflicts();
  await sweepUntilFinal(at, id);
  refused();
  await entryOf(at, `outbox#${id}`, 'the notice', ({ state }) => state === 'DONE');
  expect(await noticesAbout(id)).toHaveLength(1);
});

it('a page that could not store says so, and the second press of the button does', async () => {
  const [browser, email] = [visitor(at.baseUrl), emailOf(answers())];
  const broken = inject(at, {
    service: 'dynamodb',
    operation: 'TransactWriteItems',
    times: 1,
    respond: { status: 400, code: 'ValidationException', message: 'made by the test' },
    when: (call) => call.body.includes(email),
  });
  const failed = await browser.post(`/rounds/${usual.id}/address`, { email });
  broken();
  expect(failed.status).toBe(500);
  expect((await browser.post(`/rounds/${usual.id}/address`, { email })).status).toBe(200);
});
