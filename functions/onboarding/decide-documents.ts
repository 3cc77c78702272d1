import { settled } from '../requests/request.ts';
import { changedResidency } from '../residencies/residency.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { documentsCloseAt } from './ask-documents.ts';
import { type AskedDocument, documentsOf, lackingIn, notAcceptedIn, undecidedIn } from './asked-documents.ts';
import { rulesOf } from './case.ts';
import type { Dependencies } from './dependencies.ts';

type Needed = Pick<Dependencies, 'commit' | 'documents' | 'requests' | 'residencies' | 'rounds'>;
interface Given {
  readonly request: string;
  readonly generation: number;
}

export type SendOutcome =
  | { readonly kind: 'sent' | 'closed' }
  /** These are required, and not there. */
  | { readonly kind: 'lacking'; readonly documents: readonly AskedDocument[] };

/** The startup says that its documents are there. */
export const sendDocuments = (
  deps: Needed,
  /** `by`: an officer who helps the startup, as the audit calls them. */
  given: Given & { readonly by?: string },
  now: Instant,
): Promise<SendOutcome> =>
  decideAgainOnConflict(async () => {
    const was = await deps.requests.get(given.request);
    const residency = was && (await deps.residencies.get(was.subject));
    if (was?.state !== 'OPEN' || was.generation !== given.generation || residency?.state !== 'ONBOARDING') {
      return { kind: 'closed' };
    }
    const { onboarding } = await rulesOf(deps, residency);
    const all = await documentsOf(deps, onboarding, residency);
    const documents = lackingIn(all);
    if (documents.length > 0) return { kind: 'lacking', documents };
    const { by = `applicant:${residency.id}` } = given;
    await deps.commit({
      changes: [deps.requests.save(settled(was, { outcome: 'SENT', by: residency.id, at: now }), was)],
      events: [
        {
          subject: residency.id,
          type: 'OnboardingDocumentsSent',
          by,
          at: now,
          data: { request: was.id, documents: all.filter(({ state }) => state !== 'missing').length },
        },
      ],
      outbox: was.callback ? [{ kind: 'resume', callback: was.callback }] : [],
    });
    return { kind: 'sent' };
  }, tries.contested);

export type CheckOutcome =
  | { readonly kind: 'decided'; readonly outcome: 'ACCEPTED' | 'RETURNED' | 'REFUSED' }
  | { readonly kind: 'closed' }
  /** Each is accepted or returned first. */
  | { readonly kind: 'undecided'; readonly documents: readonly AskedDocument[] }
  /** What follows has become another since the page was shown. */
  | { readonly kind: 'changed' };

/**
 * What follows from what was decided about each document: all accepted; back to the startup, as long as there is time;
 * or the end, once there is none.
 */
export function whatFollows(
  all: readonly AskedDocument[],
  { closeAt, now }: { readonly closeAt: Instant; readonly now: Instant },
): 'ACCEPTED' | 'RETURNED' | 'REFUSED' {
  if (notAcceptedIn(all).length === 0) return 'ACCEPTED';
  return now < closeAt ? 'RETURNED' : 'REFUSED';
}

/** The manager has looked at each document, and ends the check. @param given.outcome as the page has shown it */
export const endCheck = (
  deps: Needed,
  given: Given & { readonly by: string; readonly outcome: string },
  now: Instant,
): Promise<CheckOutcome> =>
  decideAgainOnConflict(async () => {
    const was = await deps.requests.get(given.request);
    const residency = was && (await deps.residencies.get(was.subject));
    if (was?.state !== 'OPEN' || was.generation !== given.generation || residency?.state !== 'ONBOARDING') {
      return { kind: 'closed' };
    }
    const { onboarding } = await rulesOf(deps, residency);
    const all = await documentsOf(deps, onboarding, residency);
    const documents = undecidedIn(all);
    if (documents.length > 0) return { kind: 'undecided', documents };
    const outcome = whatFollows(all, { closeAt: documentsCloseAt(residency), now });
    if (outcome !== given.outcome) return { kind: 'changed' };
    const change = { ACCEPTED: { documentsAcceptedAt: now }, RETURNED: { asks: residency.asks + 1 }, REFUSED: {} }[
      outcome
    ];
    const returned = notAcceptedIn(all).map(({ document }) => document.id);
    await deps.commit({
      changes: [
        deps.requests.save(settled(was, { outcome, by: given.by, at: now }), was),
        deps.residencies.save(changedResidency(residency, now, change), residency),
      ],
      events: [
        {
          subject: residency.id,
          type: outcome === 'ACCEPTED' ? 'OnboardingDocumentsAccepted' : 'OnboardingDocumentsReturned',
          by: `person:${given.by}`,
          at: now,
          data: { request: was.id, ...(returned.length > 0 && { documents: returned.join(', ') }) },
        },
      ],
      outbox: was.callback ? [{ kind: 'resume', callback: was.callback }] : [],
    });
    return { kind: 'decided', outcome };
  }, tries.contested);
