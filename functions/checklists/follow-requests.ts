import type { OutboxDraft } from '../outbox/entry.ts';
import { mailTo } from '../requests/ask.ts';
import type { InterestsIn } from '../requests/interests.ts';
import { asked } from '../requests/kind.ts';
import {
  type Asked,
  assigneeId,
  cancelled,
  openedRequest,
  type PersonRequest,
  redated,
  settled,
} from '../requests/request.ts';
import { whoIsAsked } from '../requests/who-is-asked.ts';
import type { EventDraft } from '../shared/database/audit.ts';
import type { Parts } from '../shared/database/commit.ts';
import type { Change } from '../shared/database/database.ts';
import type { RequestOutcome } from '../shared/names.ts';
import { newId } from '../shared/random.ts';
import type { Instant } from '../shared/time.ts';
import { askedOf, type Checklist, dueOf, recipientOf, subjectOf, undecidedOf } from './checklist.ts';
import type { Dependencies } from './dependencies.ts';

export const workKind = 'checklist-work';
export const partyKind = 'checklist-party';
export const checkKind = 'checklist-check';

/** Who is asked what, after any change of a list: nobody has an interest in whether a desk is in its place. */
export const nobodyInterested: InterestsIn = () => async () => undefined;

export type FollowReach = Pick<Dependencies, 'requests' | 'people' | 'kinds' | 'random'>;

/** Why a list has changed. */
export interface Cause {
  /** Who has changed it, as requests that end by it say. */
  readonly by: string;
  readonly now: Instant;
  /** The doer who has reported. */
  readonly reporting?: string;
  /** The doer whose request ends unanswered, in the same transaction. */
  readonly lapsing?: string;
  /** The doer who has something to do that was not asked for before. */
  readonly asking?: string;
  /** The doers who have other dates, since the list is counted from another day. */
  readonly moving?: readonly string[];
  /** The item of which its doer is told what was decided. */
  readonly telling?: { readonly doer: string; readonly item: string };
}

interface Following extends Parts {
  /** The list with the requests that ask for it. */
  readonly list: Checklist;
}

/** One request and one page for all that somebody has to do of a list; one for the manager, while something waits. */
export async function followRequests(deps: FollowReach, next: Checklist, cause: Cause): Promise<Following> {
  const created: Change[] = [];
  const changes: Change[] = [];
  const events: EventDraft[] = [];
  const outbox: OutboxDraft[] = [];
  const open = async (id: string | undefined): Promise<PersonRequest | undefined> =>
    (await deps.requests.stillOpen([id]))[0];
  const begin = (request: Asked, mail: OutboxDraft): string => {
    created.push(...deps.requests.create(request));
    events.push(openedEvent(request, cause.now));
    outbox.push(mail);
    return request.id;
  };

  const doers: Checklist['doers'] = {};
  for (const [name, doer] of Object.entries(next.doers)) {
    const items = askedOf(next, name);
    const dueOn = dueOf(items);
    const lapses = mayBeLeft(next, name);
    const present = await open(doer.request);
    const mails = outbox.length;
    doers[name] = doer;
    if (dueOn === undefined) {
      if (present && cause.lapsing !== name) changes.push(deps.requests.save(ended(present, name, cause), present));
    } else if (!present) {
      const request = await workRequest(deps, next, name, { dueOn, lapses }, cause.now);
      doers[name] = { ...doer, request: begin(request, mailTo(request, 'checklist-asked')) };
    } else {
      if (present.plan.dueOn !== dueOn || (present.plan.lapses ?? false) !== lapses) {
        changes.push(deps.requests.save(redated(present, { dueOn, lapses }, cause.now), present));
      }
      if (cause.moving?.includes(name)) outbox.push(mailTo(asked(deps.kinds, present), 'checklist-moved'));
      if (cause.asking === name) outbox.push(mailTo(asked(deps.kinds, present), 'checklist-asked'));
    }
    if (cause.telling?.doer === name && outbox.length === mails) {
      outbox.push(await changedMail(deps, next, name, cause.telling.item, present));
    }
  }

  let { check } = next;
  const presentCheck = await open(check);
  if (undecidedOf(next).length > 0) {
    if (!presentCheck) {
      const request = await checkRequest(deps, next, cause.now);
      check = begin(request, mailTo(request, 'request-opened'));
    }
  } else if (presentCheck) {
    const answer = { outcome: 'CHECKED', by: cause.by, at: cause.now } as const;
    changes.push(deps.requests.save(settled(presentCheck, answer), presentCheck));
  }
  const list = { ...next, doers, ...(check !== undefined && { check }) };
  // What is opened comes first: of it the events tell.
  return { list, changes: [...created, ...changes], events, outbox };
}

/**
 * Whether somebody of the staff is reminded as planned and then left in peace: nothing that they have to do is required.
 * Anybody else's request ends at its due time anyway.
 */
const mayBeLeft = (list: Checklist, doer: string): boolean =>
  list.doers[doer]?.person !== undefined && askedOf(list, doer).every(({ required }) => !required);

/** Whoever has nothing more to do has reported about all of it, or nothing of it is wanted any more. */
const ended = (request: PersonRequest, doer: string, { by, now, reporting }: Cause): PersonRequest =>
  doer === reporting
    ? settled(request, { outcome: 'REPORTED', by, at: now })
    : cancelled(request, 'WITHDRAWN', by, now);

/** To whoever has the request, or had it last. */
async function changedMail(
  { kinds, requests }: FollowReach,
  list: Checklist,
  doer: string,
  item: string,
  present: PersonRequest | undefined,
): Promise<OutboxDraft> {
  const id = list.doers[doer]?.request;
  const last = present ?? (id === undefined ? undefined : await requests.get(id));
  const to = last ? asked(kinds, last).assignee : recipientOf(list, doer);
  return { kind: 'mail', template: 'checklist-item-changed', to, ids: { list: list.id, item } };
}

/** Reminders before and after the day on which the first of it is due; who is not of the staff has a week more then. */
const reminders = { within: 2, remindAfter: [], remindBefore: [5, 1], remindOverdue: [2] };

const reported: readonly RequestOutcome<typeof workKind | typeof partyKind>[] = ['REPORTED'];
const checked: readonly RequestOutcome<typeof checkKind>[] = ['CHECKED'];

async function workRequest(
  deps: FollowReach,
  list: Checklist,
  doer: string,
  { dueOn, lapses }: { readonly dueOn: Checklist['day']; readonly lapses: boolean },
  now: Instant,
): Promise<Asked> {
  const to = recipientOf(list, doer);
  const subject = subjectOf(list);
  const kind = to.person === undefined ? partyKind : workKind;
  const escalation = list.manager;
  const { assignee, why, deputy } =
    to.person === undefined
      ? { assignee: to, why: 'asked' as const, deputy: undefined }
      : await here(deps, { kind, subject, person: to.person, plan: { escalation } }, now);
  return openedRequest({
    id: newId(deps.random),
    kind,
    subject,
    context: list.id,
    askKey: `${kind}/${list.id}/${doer}/${list.revision}`,
    outcomes: reported,
    assignee,
    why,
    plan: {
      ...reminders,
      dueOn,
      ...(lapses && { lapses }),
      ...(deputy && { deputy }),
      ...(to.person && { escalation }),
    },
    now,
  });
}

async function checkRequest(deps: FollowReach, list: Checklist, now: Instant): Promise<Asked> {
  const subject = subjectOf(list);
  const { assignee, why, deputy } = await here(deps, { kind: checkKind, subject, person: list.manager, plan: {} }, now);
  return openedRequest({
    id: newId(deps.random),
    kind: checkKind,
    subject,
    context: list.id,
    askKey: `${checkKind}/${list.id}/${list.revision}`,
    outcomes: checked,
    assignee,
    why,
    plan: { within: 3, remindAfter: [2], ...(deputy && { deputy }) },
    now,
  });
}

/** Somebody of the staff, or at once who stands in for them. */
async function here(deps: FollowReach, about: Parameters<typeof whoIsAsked>[1], now: Instant) {
  const reach = { people: deps.people, kinds: deps.kinds, interestsIn: nobodyInterested };
  const { person, why } = await whoIsAsked(reach, about, now);
  return { assignee: { person }, why, deputy: (await deps.people.get(person))?.deputy };
}

const openedEvent = (request: Asked, now: Instant): EventDraft => ({
  subject: request.subject,
  type: 'RequestOpened',
  by: 'system:checklists',
  at: now,
  data: {
    request: request.id,
    kind: request.kind,
    assignee: assigneeId(request.assignee),
    due: request.dueAt,
    list: request.context,
  },
});
