import { linkPath, type SignLink } from '../shared/links.ts';
import type { Request } from './request.ts';

/** The path of a request's present link. */
export async function requestPath(
  { sign }: { readonly sign: SignLink },
  request: Request,
  holder: { readonly applicant: string } | { readonly person: string },
): Promise<string> {
  const assignee = 'person' in holder ? holder.person : holder.applicant;
  const target = { purpose: 'request' as const, id: request.id, generation: request.generation, assignee };
  return linkPath(target, await sign(target));
}
