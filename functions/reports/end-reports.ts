import { eventDropped } from '../residencies/drop-event.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { Dependencies } from './dependencies.ts';
import { isReport } from './report.ts';

/**
 * A residency has ended: what was not reported is not asked for any more. Each report by itself, so that whoever ends a
 * residency may do it again.
 */
export async function endReports(
  deps: Pick<Dependencies, 'commit' | 'requests' | 'residencyEvents'>,
  { residency, by }: { readonly residency: string; readonly by: string },
  now: Instant,
): Promise<void> {
  for (const { id } of (await deps.residencyEvents.of(residency)).filter(isReport)) {
    await decideAgainOnConflict(async () => {
      const was = await deps.residencyEvents.get(id);
      if (was?.state !== 'OPEN') return;
      await deps.commit(await eventDropped(deps, was, { type: 'ReportDropped', by }, now));
    }, tries.contested);
  }
}
