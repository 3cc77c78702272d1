import { type Application, changedApplication } from '../applications/application.ts';
import { changedDraft } from '../applications/draft-items.ts';
import { emailKey } from '../applications/identity.ts';
import { addressChanged } from '../applications/prove-address.ts';
import { partyIn } from '../checklists/checklist.ts';
import { startupDoer } from '../onboarding/checklist-owner.ts';
import type { Kinds } from '../requests/kind.ts';
import { type PersonRequest, readdressed } from '../requests/request.ts';
import type { RequestsTable } from '../requests/requests-table.ts';
import { renewalApplication } from '../residencies/renewal-application.ts';
import { joinedParts, type Parts } from '../shared/database/commit.ts';
import type { Change } from '../shared/database/database.ts';
import type { Recipient } from '../shared/names.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';

type Reach = Pick<Dependencies, 'applications' | 'residencyEvents'> & {
  readonly kinds: Kinds;
  readonly requests: RequestsTable;
};

/**
 * Whoever represents a startup from now on is written to, and the address before opens nothing any more: no session, no
 * link to the application, none to what is asked, on lists too; nor its application to stay on. The new address is proved: its holder
 * has signed by a code mailed to it.
 */
export async function addressMoved(deps: Reach, reference: string, email: string, now: Instant): Promise<Parts> {
  const events = await deps.residencyEvents.of(reference);
  const rounds = new Set(events.flatMap(({ round }) => (round === undefined ? [] : [round])));
  const all = await Promise.all([
    deps.applications.get(reference),
    ...[...rounds].map((round) => renewalApplication(deps, round, reference)),
  ]);
  const moved = await Promise.all(all.map((application) => movedIn(deps, application, email, now)));
  const subjects = [reference, ...events.map(({ id }) => id)];
  return joinedParts([...moved, await listsReaddressed(deps, subjects, now)]);
}

/** What the startup is asked on its lists: of its services, and of an exit. */
async function listsReaddressed({ kinds, requests }: Reach, subjects: readonly string[], now: Instant): Promise<Parts> {
  const ids = await Promise.all(subjects.map((subject) => requests.ofSubject(subject)));
  const open = (await requests.stillOpen(ids.flat())).flatMap((request) => {
    const { party } = request.assignee;
    return party !== undefined && partyIn(party)?.doer === startupDoer ? [{ request, to: { party } }] : [];
  });
  return {
    changes: open.map(({ request, to }) => requests.save(readdressed({ ...request, assignee: to }, now), request)),
    events: [],
    outbox: open.flatMap(({ request, to }) => askedAnew(kinds, request, to)),
  };
}

async function movedIn(deps: Reach, was: Application | undefined, email: string, now: Instant): Promise<Parts> {
  if (!was || was.erasedAt || was.email === email) return joinedParts([]);
  const { reference, roundId } = was;
  const before = was.email === undefined ? undefined : emailKey(roundId, was.email);
  const key = emailKey(roundId, email);
  const next = changedApplication(was, now, {
    email,
    formerEmail: was.email,
    linkGeneration: was.linkGeneration + 1,
    sessions: [],
    proved: { email, at: now, since: now },
  });
  const open = await deps.requests.stillOpen(await deps.requests.openFor(reference));
  const asked = open.flatMap((request) => {
    const { applicant } = request.assignee;
    return applicant === undefined
      ? []
      : [{ request, next: readdressed({ ...request, assignee: { applicant } }, now) }];
  });
  return {
    changes: [
      deps.applications.save(next, was),
      deps.applications.putContact(key, reference, was.version === 0 ? next.expiresAt : undefined),
      ...(before === undefined || before === key ? [] : [deps.applications.removeContact(before, reference)]),
      ...asked.map(({ request, next: moved }) => deps.requests.save(moved, request)),
      ...(was.renews === undefined ? [] : await typedAnew(deps, next, email, now)),
    ],
    events: [{ subject: reference, type: 'AddressProved', by: 'system:contracts', at: now, data: { first: false } }],
    outbox: [
      addressChanged(next),
      ...asked.flatMap(({ request }) => askedAnew(deps.kinds, request, { applicant: reference })),
    ],
  };
}

/** Whoever goes on writing an application to stay finds the new address in it. */
async function typedAnew(
  { applications }: Reach,
  application: Application,
  email: string,
  now: Instant,
): Promise<readonly Change[]> {
  const draft = await applications.draft(application.reference);
  const typed = Object.fromEntries(
    Object.entries(draft.typed).map(([page, fields]) => [
      page,
      Object.hasOwn(fields, 'email') ? { ...fields, email: [email] } : fields,
    ]),
  );
  return [applications.putDraft(application, changedDraft(draft, typed, now), draft)];
}

/** The link to what is still asked, to the new address. */
function askedAnew(kinds: Kinds, { id, kind }: PersonRequest, to: Recipient): Parts['outbox'] {
  const reminder = kinds.get(kind)?.reminder;
  if (!reminder || !('each' in reminder)) return [];
  return [{ kind: 'mail', template: reminder.each, to, ids: { requests: [id] } }];
}
