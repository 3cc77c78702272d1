import { presentIn } from '../agreements/agreement.ts';
import type { Dependencies as Agreements } from '../agreements/dependencies.ts';
import { draftAgreement } from '../agreements/draft-agreement.ts';
import { type News, type Waiting, waitForNews } from '../requests/ask.ts';
import { changedResidency, firstOf, type Residency } from '../residencies/residency.ts';
import { Conflict, Fault } from '../shared/errors.ts';
import type { OutcomeOf } from '../shared/names.ts';
import type { Instant } from '../shared/time.ts';
import { ownerOf } from './asked-documents.ts';
import { findIn } from './case.ts';
import type { Dependencies } from './dependencies.ts';
import type { onboardingSteps } from './joints.ts';

type Outcome = OutcomeOf<typeof onboardingSteps, 'ask-for-signatures'>;
type Needed = Dependencies & Agreements;
type Step = { readonly reference: string } & Waiting;

/** *Ask for the signatures*: drafts the agreement, once, and waits until both have signed it, or one does not. */
export const askForSignatures = (deps: Needed, step: Step, now: Instant): Promise<void> =>
  waitForNews(deps, step.reference, step, now, async (): Promise<News<Outcome>> => {
    const found = await findIn(deps, step);
    if (found.kind === 'over') return { outcome: found.outcome };
    const was = await withAgreement(deps, found.residency, now);
    if (was.state !== 'ONBOARDING') return { outcome: 'SIGNED' };
    const { agreement: id } = firstOf(was);
    const agreement = id === undefined ? undefined : await deps.agreements.get(id);
    const version = agreement && presentIn(agreement);
    if (!version) throw new Fault('AgreementMissing', { agreement: id });
    if (version.state === 'SIGNED') return { outcome: 'SIGNED' };
    if (version.state !== 'OPEN') return { outcome: 'NOT_SIGNED' };
    return {
      callback: was.callback,
      hold: (callback) => [deps.residencies.save(changedResidency(was, now, { callback, news: false }), was)],
    };
  });

/** The residency with its agreement, which is drafted if there is none. */
async function withAgreement(deps: Needed, was: Residency, now: Instant): Promise<Residency> {
  const first = firstOf(was);
  if (was.state !== 'ONBOARDING' || first.agreement !== undefined) return was;
  const drafted = await draftAgreement(
    deps,
    {
      owner: ownerOf(was.id),
      by: 'system:onboarding',
      with: (agreement) => ({
        changes: [
          deps.residencies.save(
            changedResidency(was, now, { contracts: [{ ...first, agreement }, ...was.contracts.slice(1)] }),
            was,
          ),
        ],
        events: [],
        outbox: [],
      }),
    },
    now,
  );
  if (drafted.kind !== 'drafted') {
    const missing = drafted.kind === 'incomplete' ? { missing: drafted.missing.join(', ') } : {};
    throw new Fault('AgreementNotDrafted', { residency: was.id, why: drafted.kind, ...missing });
  }
  const next = await deps.residencies.get(was.id);
  if (!next) throw new Conflict('the residency has gone');
  return next;
}
