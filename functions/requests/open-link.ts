import type { PeopleTable } from '../people/people-table.ts';
import { openStaffLink, type StaffLink, type StaffTarget } from '../people/staff-link.ts';
import type { VerifyLink } from '../shared/links.ts';
import { type Kinds, mayHold } from './kind.ts';
import { assigneeId, type PersonRequest } from './request.ts';
import type { RequestsTable } from './requests-table.ts';

/** What a request link opens: the open or closed request, where it went, or nothing. */
export type LinkState =
  | { readonly kind: 'current'; readonly request: PersonRequest; readonly holder: string }
  /** A genuine link of somebody who does not hold it any more. */
  | { readonly kind: 'moved'; readonly request: PersonRequest; readonly holder: string; readonly generation: number }
  /** A genuine link of one of the staff who has changed since: nothing is shown. */
  | { readonly kind: 'renewed'; readonly request: PersonRequest }
  | { readonly kind: 'left'; readonly request: PersonRequest }
  /** Never ours, unknown or tampered with: nothing more is said. */
  | { readonly kind: 'unknown' };

interface Needed {
  readonly requests: RequestsTable;
  readonly people: PeopleTable;
  readonly kinds: Kinds;
  readonly verifyLink: VerifyLink;
}

/**
 * Reads a request link; changes nothing. Old generations are recognised so that their page can say what happened. Whoever
 * answers some kinds only opens no others: their people and tables are not theirs to read.
 */
export async function openLink(
  deps: Needed,
  id: string,
  mac: string,
  answers: (kind: string) => boolean = () => true,
): Promise<LinkState> {
  const request = /^[0-9a-f]{32}$/.test(id) ? await deps.requests.get(id) : undefined;
  if (!request || !answers(request.kind)) return { kind: 'unknown' };
  const generations = [...request.held].reverse();
  for (const { generation, assignee } of generations) {
    const kind = await whoseLink(deps, request, { purpose: 'request', id, generation, assignee }, mac);
    if (kind === 'unknown') continue;
    if (kind !== 'present') return { kind, request };
    const current = generation === request.generation && assignee === assigneeId(request.assignee);
    return current
      ? { kind: 'current', request, holder: assignee }
      : { kind: 'moved', request, holder: assignee, generation };
  }
  return { kind: 'unknown' };
}

/** Applicants have no roles, and the generation of their links is that of the request. */
async function whoseLink(
  deps: Needed,
  request: PersonRequest,
  target: StaffTarget,
  mac: string,
): Promise<StaffLink['kind']> {
  if (request.assignee.person === undefined) return (await deps.verifyLink(target, mac)) ? 'present' : 'unknown';
  return (await openStaffLink(deps, target, mac, (person) => mayHold(deps.kinds, request.kind, person))).kind;
}
