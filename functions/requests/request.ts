import * as z from 'zod';
import { type StoredRecipient, storedRecipientSchema } from '../outbox/entry.ts';
import { audited } from '../shared/database/chain-head.ts';
import { shardOf } from '../shared/database/shard.ts';
import { storedObject } from '../shared/database/stored.ts';
import { Fault } from '../shared/errors.ts';
import { lifecycle, type MoveOf } from '../shared/lifecycle.ts';
import type { Recipient, RequestKindName, RequestOutcome } from '../shared/names.ts';
import type { Typed } from '../shared/pages/form.ts';
import { businessDayEnd, type Instant, instantSchema, type LocalDate } from '../shared/time.ts';
import { countedTiming, notAfter, type Plan, planSchema, type Timing, timingOf } from './plan.ts';

export const requestStates = ['OPEN', 'SETTLED', 'LAPSED', 'CANCELLED'] as const;

/** A request is settled, lapses or is cancelled once, and stays so. */
export const requestLifecycle = lifecycle('Requests', requestStates, {
  settle: { OPEN: 'SETTLED' },
  lapse: { OPEN: 'LAPSED' },
  cancel: { OPEN: 'CANCELLED' },
  remind: { OPEN: 'OPEN' },
  handOver: { OPEN: 'OPEN' },
});
export type RequestMove = MoveOf<typeof requestLifecycle>;

/** The id of whoever is asked, of whatever kind they are. */
export function assigneeId(assignee: StoredRecipient): string {
  const [id = ''] = Object.values(assignee);
  return id;
}

const heldReasons = ['asked', 'absent', 'handed over', 'deputy', 'escalation', 'changed', 'conflict'] as const;

export const storedRequestSchema = storedObject({
  id: z.string(),
  kind: z.string(),
  /** The reference of what is asked about. */
  subject: z.string(),
  /** What the subject belongs to, as the capability names it: the id of a round. */
  context: z.string(),
  /** Names the question within its subject, so that a run that is started again finds the same request. */
  askKey: z.string(),
  state: z.enum(requestStates),
  revision: z.number().int().positive(),
  ...audited,
  outcomes: z.array(z.string()),
  /** Whom it asks: one id under its kind. */
  assignee: storedRecipientSchema,
  /** Counts the links: raised when it is handed to somebody else. */
  generation: z.number().int().positive(),
  /** Who held it, by generation, the present holder last. */
  held: z.array(
    storedObject({
      generation: z.number().int(),
      assignee: z.string(),
      since: instantSchema,
      why: z.enum(heldReasons),
    }),
  ),
  stage: z.enum(['FIRST', 'DEPUTY', 'ESCALATED']),
  plan: planSchema,
  openedAt: instantSchema,
  dueAt: instantSchema,
  /** When the holder's time is over, if that is not the due time: what is due on a date keeps it. */
  endsAt: instantSchema.optional(),
  /** Reminders still to come, the next one first. */
  reminders: z.array(instantSchema),
  nextActionAt: instantSchema,
  remindersSent: z.number().int().nonnegative(),
  /** After how many reminders one that is due on a date may lapse: those for which it was early enough. */
  remindersPlanned: z.number().int().nonnegative().optional(),
  /** What the person is asked, if it is more than the kind says: the officer's question and the pages it is about. */
  question: storedObject({ text: z.string(), pages: z.array(z.string()) }).optional(),
  /** What the holder had typed when they were led away from their decision; gone once it is decided or passed on. */
  typed: z.record(z.string(), z.array(z.string())).optional(),
  outcome: z.string().optional(),
  reason: z.string().optional(),
  settledAt: instantSchema.optional(),
  settledBy: z.string().optional(),
  /** The callback on which a run waits for it. */
  callback: z.string().optional(),
  /** Index of open requests by next action (sharded) and by assignee; absent once it is no longer open. */
  due: z.string().optional(),
  openFor: z.string().optional(),
});
export type PersonRequest = z.infer<typeof storedRequestSchema>;
/** A request of whose assignee this release knows the kind. */
export type Asked = PersonRequest & { readonly assignee: Recipient };

/** Requests that were stored when every one belonged to a round say `roundId`. */
const belonging = z.looseObject({ roundId: z.string() });
export const requestSchema = z.preprocess((item) => {
  const { success, data } = belonging.safeParse(item);
  if (!success) return item;
  const { roundId, ...rest } = data;
  return { context: roundId, ...rest };
}, storedRequestSchema);
export type HeldReason = (typeof heldReasons)[number];

export const dueShards = 4;

/** A request at its first revision, with its times by its plan. Whoever asks commits it, and the mail that tells of it. */
export function openedRequest(given: {
  readonly id: string;
  readonly kind: RequestKindName;
  readonly subject: string;
  readonly context: string;
  readonly askKey: string;
  readonly outcomes: readonly string[];
  readonly assignee: Recipient;
  readonly why: HeldReason;
  readonly plan: Plan;
  readonly question?: PersonRequest['question'];
  /** None, if the run waits for news of several requests at once. */
  readonly callback?: string;
  readonly now: Instant;
}): Asked {
  const { now, why, ...rest } = given;
  const timing = timingOf(given.plan, now);
  return {
    ...rest,
    outcomes: [...given.outcomes],
    state: 'OPEN',
    revision: 1,
    generation: 1,
    held: [{ generation: 1, assignee: assigneeId(given.assignee), since: now, why }],
    stage: 'FIRST',
    openedAt: now,
    ...timing,
    remindersSent: 0,
    remindersPlanned: given.plan.dueOn && timing.reminders.length,
    due: `due-${shardOf(given.id, dueShards)}`,
    openFor: assigneeId(given.assignee),
  };
}

const move = (request: PersonRequest, how: RequestMove, change: Partial<PersonRequest>): PersonRequest => {
  const state = requestLifecycle.moved(request.state, how);
  return { ...request, ...change, state, revision: request.revision + 1 };
};

const closed = { due: undefined, openFor: undefined, typed: undefined };

/** The one answer to a request. */
export function settled(
  request: PersonRequest,
  answer: { readonly outcome: RequestOutcome; readonly by: string; readonly at: Instant; readonly reason?: string },
): PersonRequest {
  if (!request.outcomes.includes(answer.outcome))
    throw new Fault('OutcomeUnknown', { kind: request.kind, outcome: answer.outcome });
  return move(request, 'settle', {
    ...closed,
    outcome: answer.outcome,
    settledAt: answer.at,
    settledBy: answer.by,
    reason: answer.reason,
  });
}

/** The next revision, ended by the clock. The capability's lapse commits it with what follows for the subject. */
export const lapsed = (request: PersonRequest, at: Instant): PersonRequest =>
  move(request, 'lapse', { ...closed, outcome: 'LAPSE', settledAt: at, settledBy: 'system:clock' });

/** No longer needed: `WITHDRAWN`, `SUPERSEDED` or an operator's `CANCELLED`. */
export const cancelled = (request: PersonRequest, outcome: RequestOutcome, by: string, at: Instant): PersonRequest =>
  move(request, 'cancel', { ...closed, outcome, settledAt: at, settledBy: by });

/** The same request in somebody else's hands: a new link, the old one says where it went. */
export function handed(request: PersonRequest, to: string, why: HeldReason, now: Instant): Asked {
  const generation = request.generation + 1;
  const stage = why === 'deputy' ? 'DEPUTY' : why === 'escalation' ? 'ESCALATED' : request.stage;
  const within = why === 'deputy' || why === 'escalation' ? (request.plan.deputyWithin ?? 2) : request.plan.within;
  const counted = countedTiming({ within, remindAfter: within > 1 ? [within - 1] : [] }, now);
  const next = request.plan.dueOn ? { ...counted, dueAt: request.dueAt, endsAt: counted.dueAt } : counted;
  const timing = why === 'handed over' ? keepOrExtend(request, next) : next;
  const moved = move(request, 'handOver', {
    openFor: to,
    typed: undefined,
    generation,
    stage,
    held: [...request.held, { generation, assignee: to, since: now, why }],
    ...timing,
  });
  return { ...moved, assignee: { person: to } };
}

/** The same request with whoever has it, under another link: what was mailed to their former address opens it no more. */
export function readdressed(request: Asked, now: Instant): Asked {
  const generation = request.generation + 1;
  const held = [
    ...request.held,
    { generation, assignee: assigneeId(request.assignee), since: now, why: 'changed' as const },
  ];
  return { ...move(request, 'handOver', { generation, held, typed: undefined }), assignee: request.assignee };
}

/** What people are shown of a subject: its id, without what the audit calls its kind. */
export const subjectId = ({ subject }: Pick<PersonRequest, 'subject'>): string => subject.replace(/^[a-z-]+#/u, '');

/** Handing over gives nobody less time than they need, and does not put off what is due later anyway. */
const keepOrExtend = (request: PersonRequest, next: Timing): Partial<PersonRequest> =>
  endOf(next) > endOf(request) ? next : {};

/** When its holder's time is over. */
export const endOf = ({ dueAt, endsAt = dueAt }: Pick<Timing, 'dueAt' | 'endsAt'>): Instant => endsAt;

/** The next revision, with what its holder has typed. The caller commits it. */
export const keepingTyped = (request: PersonRequest, typed: Typed): PersonRequest => ({
  ...request,
  typed: Object.fromEntries(Object.entries(typed).map(([name, values]) => [name, [...values]])),
  revision: request.revision + 1,
});

/** The next revision, with the callback of the run that waits for the answer now. The caller commits it. */
export const attached = (request: PersonRequest, callback: string): PersonRequest => ({
  ...request,
  callback,
  revision: request.revision + 1,
});

/**
 * The next revision, due on another day, with the reminders for it: it asks for something else now, and perhaps for what
 * may be left undone. The caller commits it.
 */
export function redated(
  request: PersonRequest,
  { dueOn, lapses }: { readonly dueOn: LocalDate; readonly lapses?: boolean | undefined },
  now: Instant,
): PersonRequest {
  const { lapses: _lapses, ...unchanged } = request.plan;
  const plan = { ...unchanged, dueOn, ...(lapses && { lapses }) };
  const { endsAt: _endsAt, ...rest } = request;
  const timing = timingOf(plan, now);
  return {
    ...rest,
    plan,
    ...timing,
    remindersPlanned: request.remindersSent + timing.reminders.length,
    revision: request.revision + 1,
  };
}

/**
 * After a reminder. Whoever's request lapses and whose reminders came late (the clock stood still) gets a business day more: a question
 * lapses only after as many reminders as planned.
 */
export const reminded = (request: PersonRequest, now: Instant): PersonRequest => {
  const rest = request.reminders.filter((at) => at > now);
  const end = endOf(request);
  const again = businessDayEnd(now, request.plan.chaseEvery ?? 1);
  const next = rest[0] ?? (end > now ? end : notAfter(request.plan.until, again));
  const late = mayLapse(request) && end <= now;
  return move(request, 'remind', {
    reminders: rest,
    nextActionAt: next,
    ...(late && (request.plan.dueOn ? { endsAt: next } : { dueAt: next })),
    remindersSent: request.remindersSent + 1,
  });
};

/** After it was asked for once more though its time is over, and whoever is told of that has been. */
export const chased = (request: PersonRequest, now: Instant): PersonRequest => ({
  ...reminded(request, now),
  stage: 'ESCALATED',
});

/** Whether it ends by itself when its time is over. */
export const mayLapse = ({ assignee, plan }: PersonRequest): boolean =>
  plan.chaseEvery === undefined && (assignee.person === undefined || plan.lapses === true);
