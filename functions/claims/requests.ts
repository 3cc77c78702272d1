import type { WageClaim } from '../claim-rules/claim.ts';
import type { ClaimsFile } from '../claim-rules/claims-file.ts';
import type { OutboxDraft } from '../outbox/entry.ts';
import type { Plan } from '../requests/plan.ts';
import { cancelled, type PersonRequest } from '../requests/request.ts';
import type { Change } from '../shared/database/database.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';

export const claimRequests = { lecturer: 'wage-claim', manager: 'wage-manager', finance: 'wage-finance' } as const;
export type ClaimRequestKind = (typeof claimRequests)[keyof typeof claimRequests];

/** Names the present question of a claim, so that a run that is started again finds it. */
export const claimKey = (kind: ClaimRequestKind, { id, asks }: Pick<WageClaim, 'id' | 'asks'>): string =>
  `${kind}/${id}/${asks}`;

export const officerPlan = ({ within, remindAfter, deputy, escalation }: ClaimsFile['manager']): Plan => ({
  within,
  remindAfter: [...remindAfter],
  ...(deputy !== undefined && { deputy }),
  ...(escalation !== undefined && { escalation }),
});

/** The open request of a claim, whoever has it. */
export async function openRequestOf(
  { requests }: Pick<Dependencies, 'requests'>,
  claim: Pick<WageClaim, 'id' | 'asks'>,
): Promise<PersonRequest | undefined> {
  const found = await Promise.all(Object.values(claimRequests).map((kind) => requests.byAskKey(claimKey(kind, claim))));
  return found.find((request) => request?.state === 'OPEN');
}

/** Ends what is still asked about a claim, and lets its run go on. */
export function ended(
  { requests }: Pick<Dependencies, 'requests'>,
  request: PersonRequest | undefined,
  { outcome, by }: { readonly outcome: 'CANCELLED' | 'SUPERSEDED' | 'CHANGED'; readonly by: string },
  now: Instant,
): { readonly changes: readonly Change[]; readonly outbox: readonly OutboxDraft[] } {
  if (!request) return { changes: [], outbox: [] };
  return { changes: [requests.save(cancelled(request, outcome, by, now), request)], outbox: resumed(request) };
}

export const resumed = ({ callback }: Pick<PersonRequest, 'callback'>): OutboxDraft[] =>
  callback === undefined ? [] : [{ kind: 'resume', callback }];
