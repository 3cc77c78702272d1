import { overstaysToTell, tellOverstays } from '../exits/tell-overstays.ts';
import type { Dependencies } from '../onboarding/dependencies.ts';
import type { EventBegins } from '../residencies/residency-event.ts';
import type { Instant } from '../shared/time.ts';
import type { OverstayDue } from '../spaces/occupancy.ts';
import { type BegunReport, beginDue, dueIn } from './begin-due.ts';

type Reach = Pick<Dependencies, 'commit' | 'people' | 'residencies' | 'residencyEvents' | 'rounds' | 'spaces'>;

export interface Due {
  readonly begins: readonly EventBegins[];
  readonly stays: readonly OverstayDue[];
}

/** What is due in all residencies at a moment: what begins, and of whom it is told that they stay past the end. */
export async function whatIsDue(deps: Reach, now: Instant): Promise<Due> {
  const all = await deps.residencies.all();
  const begins = (await Promise.all(all.map((residency) => dueIn(deps, residency, now)))).flat();
  return { begins, stays: await overstaysToTell(deps, now) };
}

export interface DoneReport extends BegunReport {
  /** Ids of the spaces of which it was told that somebody stays, and of those of which it could not be. */
  readonly told: readonly string[];
  readonly untold: readonly string[];
}

/** Begins what is due in the residencies, and tells who stays past the end: by the clock, or by hand. */
export async function doWhatIsDue(
  deps: Reach & { readonly faulted: (error: unknown, id: string) => void },
  now: Instant,
): Promise<DoneReport> {
  const begun = await beginDue(deps, now);
  const { told, failed: untold } = await tellOverstays(deps, now);
  return { ...begun, told, untold };
}
