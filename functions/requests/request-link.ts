import { Fault } from '../shared/errors.ts';
import type { SignLink } from '../shared/links.ts';
import type { Recipient } from '../shared/names.ts';
import type { Kinds } from './kind.ts';
import { assigneeId, type Request } from './request.ts';

/** The path of a request below the pages of its capability; nothing for a kind that has none. */
export function pathOf(kinds: Kinds, { id, kind }: Pick<Request, 'id' | 'kind'>, mac: string): string | undefined {
  const pages = kinds.get(kind)?.pages;
  return pages && `/r/${pages}/${id}/${mac}`;
}

/** The path of a request's present link. */
export async function requestPath(
  { sign, kinds }: { readonly sign: SignLink; readonly kinds: Kinds },
  request: Request,
  holder: Recipient,
): Promise<string> {
  const assignee = assigneeId(holder);
  const mac = await sign({ purpose: 'request', id: request.id, generation: request.generation, assignee });
  const path = pathOf(kinds, request, mac);
  if (path === undefined) throw new Fault('PagesUnknown', { kind: request.kind });
  return path;
}
