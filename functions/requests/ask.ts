import type { OutboxDraft } from '../outbox/entry.ts';
import type { PeopleTable } from '../people/people-table.ts';
import type { EventDraft } from '../shared/database/audit.ts';
import type { Commit } from '../shared/database/commit.ts';
import type { Change } from '../shared/database/database.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { EventType, Recipient, RequestKindName, RequestOutcome, TemplateWith } from '../shared/names.ts';
import { newId, type RandomBytes } from '../shared/random.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { InterestsIn } from './interests.ts';
import type { Kinds } from './kind.ts';
import type { Plan } from './plan.ts';
import { type Asked, assigneeId, attached, openedRequest, type PersonRequest } from './request.ts';
import type { RequestsTable } from './requests-table.ts';
import { whoIsAsked } from './who-is-asked.ts';

/** The callback of the state that waits: who resumes it, and which execution it belongs to. */
export interface Waiting {
  readonly token: string;
  readonly run: string;
}

/** The mails about a request to whoever holds it. */
export type RequestMail = TemplateWith<{ request: string; generation: string }>;

/** What a capability says of a question: enough to open the request, and what else changes with it. */
export interface Question<Name extends RequestKindName = RequestKindName> {
  readonly kind: Name;
  readonly askKey: string;
  readonly subject: string;
  readonly context: string;
  readonly outcomes: readonly RequestOutcome<Name>[];
  readonly assignee: Recipient;
  readonly plan: Plan;
  readonly question?: PersonRequest['question'];
  readonly mail: RequestMail;
  /** Changes of the subject that belong to the asking; they guard it against a concurrent withdrawal. */
  readonly changes: readonly Change[];
  /** What the asking means for others than the subject. */
  readonly events?: readonly EventDraft[];
  /** What leaves with the asking beside its mail. */
  readonly outbox?: readonly OutboxDraft[];
}

/**
 * A question to ask, or the outcome with which a run that has nothing to ask any more goes on at once: one of those that
 * its step lists, as are all with which a request of the kind ends.
 */
export type Asking<Outcome extends string> =
  | { readonly ask: Question<KindEndingIn<Outcome>> }
  | { readonly outcome: Outcome };

/** The kinds of request that end only with these outcomes. */
type KindEndingIn<Outcome> = {
  [Name in RequestKindName]: RequestOutcome<Name> extends Outcome ? Name : never;
}[RequestKindName];

export interface AskDependencies {
  readonly requests: RequestsTable;
  readonly people: PeopleTable;
  readonly kinds: Kinds;
  readonly interestsIn: InterestsIn;
  readonly commit: Commit;
  readonly random: RandomBytes;
}

/**
 * Opens the request of a question, or attaches the callback to the one that is there already: a run that is started
 * again opens nothing twice, and an answer given meanwhile resumes it at once.
 */
export async function askOrAttach<Outcome extends string>(
  deps: AskDependencies,
  subject: string,
  waiting: Waiting,
  now: Instant,
  decide: () => Promise<Asking<Outcome>>,
  /** More, if many runs want the same at once. */
  maxAttempts: number = tries.contested,
): Promise<void> {
  await decideAgainOnConflict(async () => {
    const asking = await decide();
    const callback = { id: newId(deps.random), run: waiting.run, token: waiting.token };
    if ('outcome' in asking) return resumeAtOnce(deps, subject, callback, asking.outcome, now);
    const { ask } = asking;
    const present = await deps.requests.byAskKey(ask.askKey);
    if (present) await attach(deps, present, callback, now);
    else await open(deps, ask, callback, now);
  }, maxAttempts);
}

/** What a run that waits for news finds: the outcome with which it goes on at once, or how its callback is kept. */
export type News<Outcome extends string> =
  | { readonly outcome: Outcome }
  | {
      /** Keeps the callback with the subject, guarded by what was read: news in between is a conflict. */
      readonly hold: (callback: string) => readonly Change[];
      /** The callback that the subject has now. */
      readonly callback: string | undefined;
    };

/**
 * For a run that waits on several people at once: the subject keeps one callback, and whoever brings news resumes it
 * (`resumeWithNews`). A run that waited there before ends by itself.
 */
export async function waitForNews<Outcome extends string>(
  deps: Pick<AskDependencies, 'requests' | 'commit' | 'random'>,
  subject: string,
  waiting: Waiting,
  now: Instant,
  decide: () => Promise<News<Outcome>>,
): Promise<void> {
  const { requests, commit, random } = deps;
  await decideAgainOnConflict(async () => {
    const news = await decide();
    const callback = { id: newId(random), run: waiting.run, token: waiting.token };
    if ('outcome' in news) return resumeAtOnce(deps, subject, callback, news.outcome, now);
    const before = news.callback ? await requests.callback(news.callback) : undefined;
    const left = before && before.run !== waiting.run ? before : undefined;
    await commit({
      changes: [
        requests.putCallback({ ...callback, outcome: 'NEWS' }),
        ...news.hold(callback.id),
        ...(left ? [requests.endCallback(left, 'SUPERSEDED')] : []),
      ],
      events: [event(subject, 'RunAttached', now, { run: waiting.run })],
      outbox: left ? [{ kind: 'resume', callback: left.id }] : [],
    });
  }, tries.contested);
}

/** The change of a subject that has news for its run, and the resumption of the run if it waits. */
export const resumeWithNews = (subject: {
  readonly callback?: string;
}): {
  readonly change: { readonly news: true; readonly callback: undefined };
  readonly outbox: readonly OutboxDraft[];
} => ({
  change: { news: true, callback: undefined },
  outbox: subject.callback ? [{ kind: 'resume', callback: subject.callback }] : [],
});

const resumeAtOnce = (
  { requests, commit }: Pick<AskDependencies, 'requests' | 'commit'>,
  subject: string,
  callback: { readonly id: string; readonly run: string; readonly token: string },
  outcome: string,
  now: Instant,
): Promise<void> =>
  commit({
    changes: [requests.putCallback({ ...callback, outcome })],
    events: [event(subject, 'RunHasNothingToAsk', now, { run: callback.run, outcome })],
    outbox: [{ kind: 'resume', callback: callback.id }],
  });

/** A run that waited for the same request before ends by itself: its place is taken. */
async function attach(
  { requests, commit }: AskDependencies,
  present: PersonRequest,
  callback: { id: string; run: string; token: string },
  now: Instant,
): Promise<void> {
  const before = present.callback ? await requests.callback(present.callback) : undefined;
  const left = before && before.run !== callback.run ? before : undefined;
  await commit({
    changes: [
      requests.save(attached(present, callback.id), present),
      requests.putCallback({ ...callback, request: present.id }),
      ...(left ? [requests.endCallback(left, 'SUPERSEDED')] : []),
    ],
    events: [event(present.subject, 'RunAttached', now, { run: callback.run, request: present.id })],
    outbox: [
      ...(left ? [{ kind: 'resume' as const, callback: left.id }] : []),
      ...(present.state === 'OPEN' ? [] : [{ kind: 'resume' as const, callback: callback.id }]),
    ],
  });
}

async function open(
  deps: AskDependencies,
  ask: Question,
  callback: { id: string; run: string; token: string },
  now: Instant,
): Promise<void> {
  const { requests, commit } = deps;
  const { assignee, why } = await assigneeOf(deps, ask, now);
  const request = openedRequest({
    id: newId(deps.random),
    kind: ask.kind,
    subject: ask.subject,
    context: ask.context,
    askKey: ask.askKey,
    outcomes: ask.outcomes,
    assignee,
    why,
    plan: ask.plan,
    question: ask.question,
    callback: callback.id,
    now,
  });
  await commit({
    changes: [...requests.create(request), requests.putCallback({ ...callback, request: request.id }), ...ask.changes],
    events: [
      event(request.subject, 'RequestOpened', now, {
        request: request.id,
        kind: request.kind,
        assignee: assigneeId(request.assignee),
        due: request.dueAt,
        run: callback.run,
      }),
      ...(ask.events ?? []),
    ],
    outbox: [mailTo(request, ask.mail), ...(ask.outbox ?? [])],
  });
}

async function assigneeOf(
  deps: AskDependencies,
  { kind, subject, assignee, plan }: Question,
  now: Instant,
): Promise<{ readonly assignee: Recipient; readonly why: 'asked' | 'absent' | 'conflict' }> {
  if (assignee.person === undefined) return { assignee, why: 'asked' };
  const { person, why } = await whoIsAsked(deps, { kind, subject, person: assignee.person, plan }, now);
  return { assignee: { person }, why };
}

/** A mail about a request to whoever holds it. */
export const mailTo = (request: Asked, template: RequestMail): OutboxDraft => ({
  kind: 'mail',
  template,
  to: request.assignee,
  ids: { request: request.id, generation: String(request.generation) },
});

const event = (subject: string, type: EventType, at: Instant, data: EventDraft['data']): EventDraft => ({
  subject,
  type,
  by: 'system:run',
  at,
  data,
});
