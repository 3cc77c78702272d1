import { changedApplication } from '../applications/application.ts';
import type { Dependencies as Applications } from '../applications/dependencies.ts';
import { emailKey } from '../applications/identity.ts';
import { addressChanged } from '../applications/prove-address.ts';
import type { Kinds } from '../requests/kind.ts';
import { type PersonRequest, readdressed } from '../requests/request.ts';
import type { RequestsTable } from '../requests/requests-table.ts';
import type { Parts } from '../shared/commit.ts';
import type { Instant } from '../shared/time.ts';

type Reach = Pick<Applications, 'applications'> & { readonly kinds: Kinds; readonly requests: RequestsTable };

/**
 * Whoever represents a startup from now on is written to, and the address before opens nothing any more: no session, no
 * link to the application, none to what is asked. The new address is proved: its holder has signed by a code mailed to it.
 */
export async function addressMoved(deps: Reach, reference: string, email: string, now: Instant): Promise<Parts> {
  const was = await deps.applications.get(reference);
  if (!was || was.erasedAt || was.email === email) return { changes: [], events: [], outbox: [] };
  const { roundId } = was;
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
      deps.applications.putContact(key, reference),
      ...(before === undefined || before === key ? [] : [deps.applications.removeContact(before, reference)]),
      ...asked.map(({ request, next: moved }) => deps.requests.save(moved, request)),
    ],
    events: [{ subject: reference, type: 'AddressProved', by: 'system:contracts', at: now, data: { first: false } }],
    outbox: [addressChanged(next), ...asked.flatMap(({ request }) => askedAnew(deps.kinds, request, reference))],
  };
}

/** The link to what is still asked, to the new address. */
function askedAnew(kinds: Kinds, { id, kind }: PersonRequest, applicant: string): Parts['outbox'] {
  const reminder = kinds.get(kind)?.reminder;
  if (!reminder || !('each' in reminder)) return [];
  return [{ kind: 'mail', template: reminder.each, to: { applicant }, ids: { requests: [id] } }];
}
