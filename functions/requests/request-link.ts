import type { Person } from '../people/person.ts';
import { targetFor } from '../people/staff-link.ts';
import { Fault } from '../shared/errors.ts';
import type { LinkTarget, SignLink } from '../shared/links.ts';
import type { Recipient } from '../shared/names.ts';
import type { Kinds } from './kind.ts';
import { assigneeId, type PersonRequest } from './request.ts';

/** The path of a request below the pages of its capability; nothing for a kind that has none. */
export function pathOf(
  kinds: Kinds,
  { id, kind }: Pick<PersonRequest, 'id' | 'kind'>,
  mac: string,
): string | undefined {
  const pages = kinds.get(kind)?.pages;
  return pages && `/r/${pages}/${id}/${mac}`;
}

interface Needed {
  readonly sign: SignLink;
  readonly kinds: Kinds;
}

/** The path of a request's present link for one of the staff, as they are now. */
export const staffPath = (
  deps: Needed,
  request: PersonRequest,
  person: Pick<Person, 'id' | 'linkGeneration'>,
): Promise<string> => signedPath(deps, request, targetFor({ ...targetOf(request), assignee: person.id }, person));

/** The path of a request's present link for an applicant. */
export const requestPath = (deps: Needed, request: PersonRequest, holder: Recipient): Promise<string> =>
  signedPath(deps, request, { ...targetOf(request), assignee: assigneeId(holder) });

const targetOf = ({ id, generation }: PersonRequest) => ({ purpose: 'request', id, generation });

async function signedPath({ sign, kinds }: Needed, request: PersonRequest, target: LinkTarget): Promise<string> {
  const path = pathOf(kinds, request, await sign(target));
  if (path === undefined) throw new Fault('PagesUnknown', { kind: request.kind });
  return path;
}
