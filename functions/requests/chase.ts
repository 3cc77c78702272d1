import type { OutboxDraft } from '../outbox/entry.ts';
import type { PeopleTable } from '../people/people-table.ts';
import type { EventDraft } from '../shared/database/audit.ts';
import type { Commit } from '../shared/database/commit.ts';
import { Conflict, Fault } from '../shared/errors.ts';
import type { EventType } from '../shared/names.ts';
import type { Instant } from '../shared/time.ts';
import { mailTo } from './ask.ts';
import { type ChaseAction, chaseAction } from './chase-action.ts';
import type { InterestsIn } from './interests.ts';
import { asked, type Kinds, reminderOf, togetherOf } from './kind.ts';
import type { Lapses } from './lapse.ts';
import { type Asked, assigneeId, chased, handed, type PersonRequest, reminded } from './request.ts';
import type { RequestsTable } from './requests-table.ts';
import { nextHere } from './who-is-asked.ts';

export interface ChaseDependencies {
  readonly requests: RequestsTable;
  readonly people: PeopleTable;
  readonly commit: Commit;
  /** What a lapse means for the subject, by the kind of the request. */
  readonly lapse: Lapses;
  readonly kinds: Kinds;
  readonly interestsIn: InterestsIn;
  /** Told of each fault that kept one request from what was due. */
  readonly faulted?: (fault: unknown, request: string) => void;
}

export interface ChaseReport {
  reminded: number;
  handed: number;
  lapsed: number;
  overdue: number;
  failed: { request: string; error: string }[];
}

/** How many requests one pass looks at, so that it ends in its time. */
const inOnePass = 400;

/** How many of them may fail beside: with more, all is broken. */
const maxFailures = 2000;

/** How many reminders one mail holds at most. */
const inOneMail = 20;

/** How many reminders one transaction stores, each with its event: below 100 items. */
const inOneCommit = 45;

/**
 * Does what the clock asks of open requests: reminders (those of one person in one mail), the deputy, the escalation,
 * the lapse. One bad request keeps none of the others waiting; a concurrent answer wins.
 */
export async function chaseRequests(deps: ChaseDependencies, now: Instant): Promise<ChaseReport> {
  const report: ChaseReport = { reminded: 0, handed: 0, lapsed: 0, overdue: 0, failed: [] };
  const reminders = new Map<string, Asked[]>();
  const together = new Map<string, Asked>();
  let looked = 0;
  for await (const ids of deps.requests.due(now)) {
    for (const id of ids) {
      await trying(deps, report, id, async () => {
        const found = await deps.requests.get(id);
        const action = found ? chaseAction(found, now) : undefined;
        if (!found || !action) return;
        const request = asked(deps.kinds, found);
        if (action.kind !== 'remind') return act(deps, request, action, report, now);
        const holder = assigneeId(request.assignee);
        if (togetherOf(deps.kinds.get(request.kind))) {
          together.set([request.kind, request.context, holder].join('/'), request);
          return;
        }
        reminders.set(holder, [...(reminders.get(holder) ?? []), request]);
      });
      looked += 1;
    }
    // Those that failed stand in front at each pass, and take nobody's place.
    if (looked - report.failed.length >= inOnePass || report.failed.length >= maxFailures) break;
  }
  for (const requests of reminders.values()) {
    for (let from = 0; from < requests.length; from += inOneMail) {
      const some = requests.slice(from, from + inOneMail);
      const [first] = some;
      if (first) await trying(deps, report, first.id, () => remind(deps, some, report, now));
    }
  }
  for (const request of together.values()) {
    await trying(deps, report, request.id, () => remindTogether(deps, request, report, now));
  }
  return report;
}

async function trying(
  { faulted }: ChaseDependencies,
  report: ChaseReport,
  request: string,
  action: () => Promise<void>,
): Promise<void> {
  try {
    await action();
  } catch (error) {
    if (error instanceof Conflict) return;
    faulted?.(error, request);
    report.failed.push({ request, error: error instanceof Error ? error.name : 'unknown' });
  }
}

async function act(
  deps: ChaseDependencies,
  request: Asked,
  action: ChaseAction,
  report: ChaseReport,
  now: Instant,
): Promise<void> {
  if (action.kind === 'lapse') {
    const lapse = deps.lapse[request.kind];
    if (!lapse) throw new Fault('LapseUnknown', { kind: request.kind });
    await lapse(request, now);
    report.lapsed += 1;
  } else if (action.kind === 'hand') {
    const taker = await whoTakesOver(deps, request, action, now);
    if (!taker) return act(deps, request, { kind: 'overdue' }, report, now);
    const { to, why } = taker;
    const next = handed(request, to, why, now);
    await deps.commit({
      changes: [deps.requests.save(next, request)],
      events: [
        clockEvent(request, why === 'deputy' ? 'RequestPassedToDeputy' : 'RequestEscalated', now, {
          from: assigneeId(request.assignee),
          to,
          due: next.dueAt,
        }),
      ],
      outbox: [mailTo(next, 'request-opened')],
    });
    report.handed += 1;
  } else if (action.kind === 'chase') {
    await chase(deps, request, now);
    report.overdue += 1;
  } else if (action.kind === 'overdue') {
    await overdue(deps, request, now);
    report.overdue += 1;
  }
}

/** Whoever is away, may not be asked any more or has an interest is passed over; nothing if nobody else is here. */
async function whoTakesOver(
  deps: ChaseDependencies,
  { kind, subject, assignee, plan }: PersonRequest,
  { to, why }: Extract<ChaseAction, { kind: 'hand' }>,
  now: Instant,
): Promise<{ readonly to: string; readonly why: 'deputy' | 'escalation' } | undefined> {
  const order = why === 'deputy' ? [to, plan.escalation] : [to];
  const next = await nextHere(deps, { kind, subject, holder: assigneeId(assignee), order }, now);
  return next === undefined ? undefined : { to: next, why: next === plan.escalation ? 'escalation' : why };
}

async function remind(
  { requests, commit, kinds }: ChaseDependencies,
  some: readonly Asked[],
  report: ChaseReport,
  now: Instant,
): Promise<void> {
  const [event, ...more] = some.map((request) => reminderSent(request, now));
  const [first] = some;
  if (!event || !first) return;
  await commit({
    changes: some.map((request) => requests.save(reminded(request, now), request)),
    events: [event, ...more],
    outbox: [
      {
        kind: 'mail',
        template: reminderOf(kinds.get(first.kind)),
        to: first.assignee,
        ids: { requests: some.map((request) => request.id) },
      },
    ],
  });
  report.reminded += some.length;
}

/**
 * Reminds of all that is due with the holder of a request, of its kind and its round. There may be more than one
 * transaction takes: the mail goes out with the last of them, so that a pass that failed midway ends with one mail too.
 */
async function remindTogether(deps: ChaseDependencies, one: Asked, report: ChaseReport, now: Instant): Promise<void> {
  const template = togetherOf(deps.kinds.get(one.kind));
  const ids = await deps.requests.openFor(assigneeId(one.assignee));
  const held = await deps.requests.readable([...new Set([one.id, ...ids])]);
  const due = held.filter(
    (request) =>
      request.kind === one.kind && request.context === one.context && chaseAction(request, now).kind === 'remind',
  );
  for (let from = 0; from < due.length; from += inOneCommit) {
    const some = due.slice(from, from + inOneCommit);
    const [event, ...more] = some.map((request) => reminderSent(request, now));
    if (!event) return;
    await deps.commit({
      changes: some.map((request) => deps.requests.save(reminded(request, now), request)),
      events: [event, ...more],
      outbox:
        template && from + inOneCommit >= due.length
          ? [{ kind: 'mail', template, to: one.assignee, ids: { round: one.context } }]
          : [],
    });
    report.reminded += some.length;
  }
}

const reminderSent = (request: PersonRequest, now: Instant): EventDraft =>
  clockEvent(request, 'ReminderSent', now, { number: request.remindersSent + 1 });

/** Past its due time with nobody left to pass it to: the holder is reminded, the operators are told, every business day. */
async function overdue(deps: ChaseDependencies, request: Asked, now: Instant): Promise<void> {
  const operators = await deps.people.withRole('operator');
  const notices = operators.map(
    (operator): OutboxDraft => ({
      kind: 'mail',
      template: 'operator-notice',
      to: { person: operator.id },
      ids: { about: 'overdue', subject: request.subject, detail: assigneeId(request.assignee) },
    }),
  );
  await deps.commit({
    changes: [deps.requests.save(reminded(request, now), request)],
    events: [
      clockEvent(request, 'RequestOverdue', now, { assignee: assigneeId(request.assignee), due: request.dueAt }),
    ],
    outbox: [
      { kind: 'mail', template: 'request-reminder', to: request.assignee, ids: { requests: [request.id] } },
      ...notices,
    ],
  });
}

/** Late: its holder is asked once more; the first time whoever looks after it is told, too. */
async function chase({ requests, commit, kinds }: ChaseDependencies, request: Asked, now: Instant): Promise<void> {
  const kind = kinds.get(request.kind);
  const { escalation } = request.plan;
  const tells = request.stage === 'ESCALATED' ? undefined : kind?.late;
  await commit({
    changes: [requests.save(chased(request, now), request)],
    events: [
      clockEvent(request, 'RequestOverdue', now, { assignee: assigneeId(request.assignee), due: request.dueAt }),
    ],
    outbox: [
      { kind: 'mail', template: reminderOf(kind), to: request.assignee, ids: { requests: [request.id] } },
      ...(tells && escalation
        ? [{ kind: 'mail' as const, template: tells, to: { person: escalation }, ids: { request: request.id } }]
        : []),
    ],
  });
}

const clockEvent = (request: PersonRequest, type: EventType, at: Instant, data: EventDraft['data']): EventDraft => ({
  subject: request.subject,
  type,
  by: 'system:clock',
  at,
  data: { request: request.id, ...data },
});
