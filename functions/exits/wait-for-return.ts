import { requiredDone } from '../checklists/checklist.ts';
import { countFromDay } from '../checklists/count-from-day.ts';
import { rulesOf } from '../onboarding/case.ts';
import { withdrawRenewals } from '../renewals/withdraw-renewals.ts';
import { type News, type Waiting, waitForNews } from '../requests/ask.ts';
import { holderOf, lastOf } from '../residencies/residency.ts';
import { changedResidencyEvent } from '../residencies/residency-event.ts';
import { Fault } from '../shared/errors.ts';
import type { OutcomeOf } from '../shared/names.ts';
import { type Instant, seoulDateOf } from '../shared/time.ts';
import { allHeldBy } from '../spaces/held-space.ts';
import type { StepDependencies } from './dependencies.ts';
import { exitOwner } from './exit-events.ts';
import { findExit } from './find-exit.ts';
import type { exitsSteps } from './joints.ts';
import { notReturned } from './not-returned.ts';

const by = 'system:exits';

type Outcome = OutcomeOf<typeof exitsSteps, 'wait-for-the-return'>;

/**
 * *Wait for the return of the space*: until it is confirmed, and what is required of the list is done. The list is counted
 * from the last day as it is by now.
 */
export const waitForReturn = (
  deps: StepDependencies,
  step: { readonly reference: string } & Waiting,
  now: Instant,
): Promise<void> =>
  waitForNews(deps, step.reference, step, now, async (): Promise<News<Outcome>> => {
    const found = await findExit(deps, step, now);
    if (found.kind === 'over') return { outcome: found.outcome };
    const { event: was, residency } = found;
    if (was.state !== 'OPEN') return { outcome: 'RETURNED' };
    if (lastOf(residency).endedEarly) await withdrawRenewals(deps, residency, by, now);
    const { onboarding } = await rulesOf(deps, residency);
    const [owner, name] = [exitOwner(was.id), onboarding.exit.template];
    await countFromDay(deps, { owner, name, day: lastOf(residency).to, by }, now);
    const list = await deps.checklists.list(owner, name);
    if (!list) throw new Fault('ChecklistNotStarted', { residency: residency.id, why: 'no-list' });
    const left = notReturned(await allHeldBy(deps.spaces, holderOf(residency)), seoulDateOf(now));
    if (requiredDone(list) && left.length === 0) return { outcome: 'RETURNED' };
    return {
      callback: was.callback,
      hold: (callback) => [deps.residencyEvents.save(changedResidencyEvent(was, now, { callback, news: false }), was)],
    };
  });
