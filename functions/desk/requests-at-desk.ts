import type { Person } from '../people/person.ts';
import { aboutIn, type Kind, type Kinds, mayHold } from '../requests/kind.ts';
import { assigneeId, type PersonRequest, subjectId } from '../requests/request.ts';
import { staffPath } from '../requests/request-link.ts';
import type { RequestsTable } from '../requests/requests-table.ts';
import { isFault } from '../shared/errors.ts';
import type { Text } from '../shared/i18n.ts';
import type { SignLink } from '../shared/links.ts';
import { addMinutes, type Instant } from '../shared/time.ts';
import type { DeskRequests } from './desk.ts';

export interface DeskRequestDependencies {
  readonly requests: Pick<RequestsTable, 'get' | 'openFor' | 'doneBy' | 'readable'>;
  readonly kinds: Kinds;
  readonly sign: SignLink;
  /** A port, since the desk does not know what requests are about. */
  readonly deskRequests: DeskRequests;
  /** What a request belongs to, in words. */
  readonly contextOf: (request: PersonRequest) => Promise<{ readonly title: Text } | undefined>;
}

/** A request as its holder's desk shows it: no person's data. */
export interface Listed {
  readonly request: PersonRequest;
  readonly title: Text;
  /** What the capability calls that which it is about, if it has a name. */
  readonly name: string | undefined;
  /** The reference, or what the capability says instead; nothing for what is about all that it belongs to. */
  readonly about: Text | undefined;
  readonly context: Text | undefined;
  /** Its place among what is due together: by the numbers of the capability, or as they came. */
  readonly order: string;
}

/** A desk shows no more than one can do in a day; what is left, due at the same moment or later, comes up as these are done. */
export const mostListed = 100;
const mostDone = 20;
const doneDays = 30;
const minutesADay = 24 * 60;

const isOpenFor = (person: Person, { state, assignee }: PersonRequest): boolean =>
  state === 'OPEN' && assigneeId(assignee) === person.id;

const byUrgency = (a: Listed, b: Listed): number => {
  if (a.request.dueAt !== b.request.dueAt) return a.request.dueAt < b.request.dueAt ? -1 : 1;
  const [one = '', other = ''] = [a, b].map(({ request: { kind, context, id }, order }) =>
    [kind, context, order, id].join(' '),
  );
  return one.localeCompare(other, 'ko', { numeric: true });
};

/** What waits for somebody, the most urgent first, and how much there is in all. */
export async function waitingFor(
  deps: DeskRequestDependencies,
  person: Person,
): Promise<{ readonly listed: readonly Listed[]; readonly all: number }> {
  const ids = await deps.requests.openFor(person.id);
  const found = await deps.requests.readable(ids.slice(0, mostListed));
  // The index is a moment behind.
  const open = found.filter((request) => isOpenFor(person, request));
  const more = Math.max(0, ids.length - mostListed);
  return { listed: (await listed(deps, open)).sort(byUrgency), all: open.length + more };
}

/** What somebody has settled lately, the latest first. */
export async function doneLately(
  deps: DeskRequestDependencies,
  person: Person,
  now: Instant,
): Promise<readonly Listed[]> {
  const ids = await deps.requests.doneBy(person.id, addMinutes(now, -doneDays * minutesADay), mostDone);
  return listed(deps, await deps.requests.readable(ids));
}

async function listed(deps: DeskRequestDependencies, requests: readonly PersonRequest[]): Promise<Listed[]> {
  const contexts = new Map<string, Promise<{ readonly title: Text } | undefined>>();
  const contextOf = (request: PersonRequest) => {
    const found = contexts.get(request.context) ?? deps.contextOf(request);
    contexts.set(request.context, found);
    return found;
  };
  return Promise.all(
    requests.map(async (request) => {
      const own = deps.deskRequests[request.kind];
      const kind = deps.kinds.get(request.kind);
      const [context, name, about] = await Promise.all([
        unlessUnreadable(contextOf(request)),
        unlessUnreadable(Promise.resolve(own?.name?.(request))),
        own?.about ? unlessUnreadable(own.about(request)) : subjectOf(request, kind),
      ]);
      const title = kind?.title ?? { ko: request.kind, en: request.kind };
      const order = (own?.about && about?.ko) || request.openedAt;
      return { request, title, name, about, context: context?.title, order };
    }),
  );
}

/** What cannot be read keeps nobody from the rest of their desk. */
const unlessUnreadable = <Value>(found: Promise<Value>): Promise<Value | undefined> =>
  found.catch((error: unknown) => {
    if (isFault(error, 'ItemUnreadable')) return undefined;
    throw error;
  });

/** Requests about all of what they belong to have its name in the audit as their subject, which tells nobody anything. */
const subjectOf = (request: PersonRequest, kind: Kind | undefined): Text | undefined =>
  subjectId(request) === request.context ? undefined : aboutIn(kind, request).name;

/**
 * The path of a request's link, signed for this moment: of an open one for who has it, of a settled one for who settled
 * it. Nothing for anybody else, and for what this release does not know.
 */
export async function pathAtDesk(
  deps: DeskRequestDependencies,
  request: PersonRequest,
  person: Person,
): Promise<string | undefined> {
  if (assigneeId(request.assignee) !== person.id || request.assignee.person === undefined) return undefined;
  if (!mayHold(deps.kinds, request.kind, person)) return undefined;
  const own = deps.deskRequests[request.kind];
  if (own?.path) return own.path(request, person);
  return deps.kinds.get(request.kind)?.pages === undefined ? undefined : staffPath(deps, request, person);
}

/** The first on somebody's list that they can open. */
export async function nextPath(deps: DeskRequestDependencies, person: Person): Promise<string | undefined> {
  const waiting = await waitingFor(deps, person);
  for (const { request } of waiting.listed) {
    const path = await unlessUnreadable(pathAtDesk(deps, request, person));
    if (path !== undefined) return path;
  }
  return undefined;
}
