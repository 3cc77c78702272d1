import type { OutboxDraft } from '../outbox/entry.ts';
import { cancelled, type PersonRequest } from '../requests/request.ts';
import type { Change } from '../shared/database/database.ts';
import type { Instant } from '../shared/time.ts';
import type { Application } from './application.ts';
import type { Dependencies } from './dependencies.ts';

export const intakeRequests = { decision: 'intake-decision', question: 'intake-question' } as const;

/** The key under which a request about an application's present question is found again. */
export const askKey = (kind: 'decision' | 'question', application: Pick<Application, 'reference' | 'asks'>): string =>
  `${intakeRequests[kind]}/${application.reference}/${application.asks}`;

/** What an application waits for: the open request of its present question, if it has one. */
export async function presentRequest(
  { requests }: Pick<Dependencies, 'requests'>,
  application: Application,
): Promise<PersonRequest | undefined> {
  if (application.state === 'WITH_OFFICER') return requests.byAskKey(askKey('decision', application));
  if (application.state === 'WITH_APPLICANT') return requests.byAskKey(askKey('question', application));
  return undefined;
}

/** The changes that end what an application waits for, so that its run goes on to its end and the link says why. */
export async function cancelOpenRequest(
  deps: Pick<Dependencies, 'requests'>,
  application: Application,
  outcome: 'WITHDRAWN' | 'SUPERSEDED' | 'CANCELLED',
  by: string,
  now: Instant,
): Promise<{ readonly changes: readonly Change[]; readonly outbox: readonly OutboxDraft[] }> {
  const open = await presentRequest(deps, application);
  if (open?.state !== 'OPEN') return { changes: [], outbox: [] };
  return {
    changes: [deps.requests.save(cancelled(open, outcome, by, now), open)],
    outbox: open.callback ? [{ kind: 'resume', callback: open.callback }] : [],
  };
}
