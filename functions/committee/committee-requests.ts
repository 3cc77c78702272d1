import { cancelled, type PersonRequest } from '../requests/request.ts';
import type { Admission } from '../selection/admission.ts';
import { type Deliberation, endedDeliberation } from '../selection/deliberation.ts';
import type { Dependencies } from '../selection/dependencies.ts';
import type { Change } from '../shared/database/database.ts';
import type { Instant } from '../shared/time.ts';

export const committeeApproval = 'committee-approval';

/** What a member may do: approve, return with changes, or say that they have a conflict. */
export const committeeOutcomes = ['APPROVE', 'RETURN', 'CONFLICT'] as const;

/** The key of the request to one member about one snapshot. */
export const committeeKey = (roundId: string, snapshot: number, member: string): string =>
  `${committeeApproval}/${roundId}/${snapshot}/${member}`;

/** The number of the snapshot that a request is about. */
export const snapshotAsked = ({ askKey }: Pick<PersonRequest, 'askKey'>): number => Number(askKey.split('/')[2]);

/** The changes that end open requests of a deliberation, but for one that is being answered. */
export async function endRequests(
  { requests }: Pick<Dependencies, 'requests'>,
  { asked }: Pick<Deliberation, 'asked'>,
  given: { readonly outcome: 'SUPERSEDED' | 'CANCELLED' | 'CONFLICT'; readonly by: string; readonly except?: string },
  now: Instant,
): Promise<Change[]> {
  const found = await Promise.all(asked.map(({ request }) => requests.get(request)));
  return found.flatMap((request) =>
    request?.state === 'OPEN' && request.id !== given.except
      ? [requests.save(cancelled(request, given.outcome, given.by, now), request)]
      : [],
  );
}

/** What ends with a round that is cancelled while the committee decides: to go into the same commit. */
export async function cancelDeliberation(
  deps: Pick<Dependencies, 'requests' | 'admissions'>,
  admission: Pick<Admission, 'roundId' | 'state' | 'snapshot'>,
  by: string,
  now: Instant,
): Promise<Change[]> {
  if (admission.state !== 'WITH_COMMITTEE') return [];
  const open = await deps.admissions.deliberation(admission.roundId, admission.snapshot);
  if (open?.state !== 'OPEN') return [];
  return [
    deps.admissions.saveDeliberation(endedDeliberation(open, now), open),
    ...(await endRequests(deps, open, { outcome: 'CANCELLED', by }, now)),
  ];
}
