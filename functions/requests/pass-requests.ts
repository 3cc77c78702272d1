import type { Person } from '../people/person.ts';
import type { Commit } from '../shared/database/commit.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { mailTo } from './ask.ts';
import { mayHold } from './kind.ts';
import { handed, type PersonRequest } from './request.ts';
import type { RequestsTable } from './requests-table.ts';
import { nextHolder, type Staff } from './who-is-asked.ts';

/** What becomes of an open request whose holder was loaded anew. */
export type Fate =
  | { readonly kind: 'stays' }
  | { readonly kind: 'passes'; readonly to: string }
  /** Nobody else is here who may be asked: it waits until somebody is loaded. */
  | { readonly kind: 'nobody' }
  /** Not handed to others one by one: the capability asks somebody else in its own way. */
  | { readonly kind: 'ends' };

/** Decides what becomes of a request when its holder was loaded anew; changes nothing. */
export async function fateOf(
  deps: Staff,
  request: Pick<PersonRequest, 'kind' | 'subject' | 'plan'>,
  holder: Person,
  now: Instant,
): Promise<Fate> {
  const { kind, subject, plan } = request;
  const isHeld = deps.kinds.get(kind)?.heldBy !== undefined;
  const may = mayHold(deps.kinds, kind, holder);
  if (may && !(isHeld && (await deps.interestsIn(request)(holder)) === 'surely')) return { kind: 'stays' };
  if (!isHeld) return { kind: 'ends' };
  const to = await nextHolder(deps, { kind, subject, holder: holder.id, plan }, now);
  return to === undefined ? { kind: 'nobody' } : { kind: 'passes', to };
}

export interface Passed {
  /** Requests that somebody else is asked for now. */
  readonly passed: number;
  /** Ids of those for which there is nobody. */
  readonly stranded: readonly string[];
}

/**
 * Passes on what somebody holds who may not decide it any more, or has come to have an interest in it. Done again, it
 * passes nothing twice.
 */
export async function passRequests(
  deps: Staff & { readonly requests: RequestsTable; readonly commit: Commit },
  given: { readonly person: string; readonly by: string },
  now: Instant,
): Promise<Passed> {
  const holder = await deps.people.get(given.person);
  const stranded: string[] = [];
  let passed = 0;
  const held = holder ? await deps.requests.readable(await deps.requests.openFor(given.person)) : [];
  for (const { id } of held) {
    const fate = await passOne(deps, id, given, now);
    if (fate === 'passes') passed += 1;
    if (fate === 'nobody') stranded.push(id);
  }
  return { passed, stranded };
}

const passOne = (
  deps: Staff & { readonly requests: RequestsTable; readonly commit: Commit },
  id: string,
  given: { readonly person: string; readonly by: string },
  now: Instant,
): Promise<Fate['kind']> =>
  decideAgainOnConflict(async () => {
    const [was, holder] = await Promise.all([deps.requests.get(id), deps.people.get(given.person)]);
    if (was?.state !== 'OPEN' || was.assignee.person !== given.person || !holder) return 'stays';
    const fate = await fateOf(deps, was, holder, now);
    if (fate.kind !== 'passes') return fate.kind;
    const next = handed(was, fate.to, 'handed over', now);
    await deps.commit({
      changes: [deps.requests.save(next, was)],
      events: [
        {
          subject: was.subject,
          type: 'RequestHandedOver',
          by: given.by,
          at: now,
          data: { request: was.id, from: holder.id, to: fate.to, due: next.dueAt },
        },
      ],
      outbox: [mailTo(next, 'request-opened')],
    });
    return 'passes';
  }, tries.contested);
