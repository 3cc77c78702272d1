import type { VerifyLink } from '../shared/links.ts';
import { assigneeId, type Request } from './request.ts';
import type { RequestsTable } from './requests-table.ts';

/** What a request link opens: the open or closed request, where it went, or nothing. */
export type LinkState =
  | { readonly kind: 'current'; readonly request: Request; readonly holder: string }
  /** A genuine link of somebody who does not hold it any more. */
  | { readonly kind: 'moved'; readonly request: Request; readonly holder: string; readonly generation: number }
  /** Never ours, unknown or tampered with: nothing more is said. */
  | { readonly kind: 'unknown' };

/** Reads a request link; changes nothing. Old generations are recognised so that their page can say what happened. */
export async function openLink(
  { requests, verifyLink }: { readonly requests: RequestsTable; readonly verifyLink: VerifyLink },
  id: string,
  mac: string,
): Promise<LinkState> {
  const request = /^[0-9a-f]{32}$/.test(id) ? await requests.get(id) : undefined;
  if (!request) return { kind: 'unknown' };
  const generations = [...request.held].reverse();
  for (const { generation, assignee } of generations) {
    const target = { purpose: 'request' as const, id, generation, assignee };
    if (await verifyLink(target, mac)) {
      const current = generation === request.generation && assignee === assigneeId(request.assignee);
      return current
        ? { kind: 'current', request, holder: assignee }
        : { kind: 'moved', request, holder: assignee, generation };
    }
  }
  return { kind: 'unknown' };
}
