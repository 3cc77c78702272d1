import { requiredDone } from '../checklists/checklist.ts';
import { startChecklist } from '../checklists/start-checklist.ts';
import type { StoreReach } from '../checklists/store-list.ts';
import { type News, type Waiting, waitForNews } from '../requests/ask.ts';
import { changedResidency, firstOf } from '../residencies/residency.ts';
import { Fault } from '../shared/errors.ts';
import type { OutcomeOf } from '../shared/names.ts';
import type { Instant } from '../shared/time.ts';
import { ownerOf } from './asked-documents.ts';
import { findIn, rulesOf } from './case.ts';
import type { Dependencies } from './dependencies.ts';
import type { onboardingSteps } from './joints.ts';

type Outcome = OutcomeOf<typeof onboardingSteps, 'prepare-services'>;
type Step = { readonly reference: string } & Waiting;

/** *Prepare the services*: begins the list, once, and waits until all that is required of it is done. */
export const prepareServices = (deps: Dependencies & StoreReach, step: Step, now: Instant): Promise<void> =>
  waitForNews(deps, step.reference, step, now, async (): Promise<News<Outcome>> => {
    const found = await findIn(deps, step);
    if (found.kind === 'over') return { outcome: found.outcome };
    const was = found.residency;
    if (was.state !== 'ONBOARDING') return { outcome: 'DONE' };
    const { onboarding } = await rulesOf(deps, was);
    const { services, manager } = onboarding;
    const started = await startChecklist(
      deps,
      {
        template: services.template,
        owner: ownerOf(was.id),
        day: firstOf(was).from,
        manager: services.manager ?? manager,
        people: services.doers,
        by: 'system:onboarding',
      },
      now,
    );
    if (started.kind !== 'started' && started.kind !== 'there-already') {
      throw new Fault('ChecklistNotStarted', { residency: was.id, why: started.kind });
    }
    if (requiredDone(started.list)) return { outcome: 'DONE' };
    return {
      callback: was.callback,
      hold: (callback) => [deps.residencies.save(changedResidency(was, now, { callback, news: false }), was)],
    };
  });
