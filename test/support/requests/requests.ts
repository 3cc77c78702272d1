import { openedRequest, type PersonRequest } from '../../../functions/requests/request.ts';
import { instantSchema } from '../../../functions/shared/time.ts';

const monday = instantSchema.parse('2027-01-11T01:00:00Z');

type Change = Partial<Parameters<typeof openedRequest>[0]>;

/** A request of Monday, 11 January 2027, 10:00 in Seoul: a week to decide, reminders on the 1st and 3rd business day. */
export const openRequest = (change: Change = {}): PersonRequest =>
  openedRequest({
    id: 'request-1',
    kind: 'intake-decision',
    subject: 'A-27H1-7K3Q-9MX4',
    context: 'academy-2027h1',
    askKey: 'intake-decision/A-27H1-7K3Q-9MX4/1',
    outcomes: ['ACCEPT', 'REFUSE'],
    assignee: { person: 'minji' },
    why: 'asked',
    plan: { within: 5, remindAfter: [1, 3], deputy: 'suho', deputyWithin: 2, escalation: 'boss' },
    callback: 'callback-1',
    now: monday,
    ...change,
  });

/** A question to the applicant of the same moment: a week to answer, two reminders. */
export const question = (change: Change = {}): PersonRequest =>
  openRequest({
    id: 'question-1',
    kind: 'intake-question',
    askKey: 'intake-question/A-27H1-7K3Q-9MX4/1',
    outcomes: ['ANSWER'],
    assignee: { applicant: 'A-27H1-7K3Q-9MX4' },
    plan: { within: 5, remindAfter: [2, 4] },
    ...change,
  });
