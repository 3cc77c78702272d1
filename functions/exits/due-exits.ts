import { rulesOf } from '../onboarding/case.ts';
import type { Dependencies } from '../residencies/dependencies.ts';
import type { DueOf } from '../residencies/due.ts';
import { lastOf } from '../residencies/residency.ts';
import { addDays, seoulDateOf } from '../shared/time.ts';
import { exitAbout, isBeingExtended } from './exit-events.ts';

/**
 * The exit of a residency: some days before its last day, unless it is being extended; at once, if it ends early. What
 * is in force has made another contract the last.
 */
export const dueExits: DueOf<Pick<Dependencies, 'rounds'>> = async (deps, { residency, events }, now) => {
  const last = lastOf(residency);
  if (!last.endedEarly) {
    if (isBeingExtended(events, last.number + 1)) return [];
    const { onboarding } = await rulesOf(deps, residency);
    if (seoulDateOf(now) < addDays(last.to, -onboarding.conduct.exit.opensDays)) return [];
  }
  return [{ residency: residency.id, kind: 'exit', about: exitAbout(events, last.number) }];
};
