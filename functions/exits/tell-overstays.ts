import { rulesOf } from '../onboarding/case.ts';
import type { OutboxDraft } from '../outbox/entry.ts';
import type { Dependencies } from '../residencies/dependencies.ts';
import { residencyKind } from '../residencies/residency.ts';
import { whoIsTold } from '../residencies/who-is-told.ts';
import { decideAgainOnConflict, Fault } from '../shared/errors.ts';
import { type Instant, seoulDateOf } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { recordOverstayTold } from '../spaces/decide-space.ts';
import { type OverstayDue, overstaysDue } from '../spaces/occupancy.ts';

const by = 'system:clock';

type Reach = Pick<Dependencies, 'commit' | 'people' | 'residencies' | 'rounds' | 'spaces'>;

export interface OverstaysReport {
  /** Ids of the spaces of which it was told. */
  readonly told: readonly string[];
  /** Ids of spaces of which it could not be told; the next night tries again. */
  readonly failed: readonly string[];
}

/** Of whom it is due to tell that they stay. */
export const overstaysToTell = async ({ spaces }: Pick<Reach, 'spaces'>, now: Instant): Promise<OverstayDue[]> =>
  overstaysDue(await spaces.all(), seoulDateOf(now)).filter(({ holding }) => holding.holder.kind === residencyKind);

/**
 * Tells manager and director who stays past the end: on days 1, 5 and 10, each once, and of several that were missed the
 * last. The startup is asked, the first time, to give its space back.
 */
export async function tellOverstays(
  deps: Reach & { readonly faulted: (error: unknown, id: string) => void },
  now: Instant,
): Promise<OverstaysReport> {
  const told: string[] = [];
  const failed: string[] = [];
  for (const due of await overstaysToTell(deps, now)) {
    try {
      if (await tell(deps, due, now)) told.push(due.space.id);
    } catch (error) {
      deps.faulted(error, due.space.id);
      failed.push(due.space.id);
    }
  }
  return { told, failed };
}

const tell = (deps: Reach, { space: { id: space }, holding, day }: OverstayDue, now: Instant): Promise<boolean> =>
  decideAgainOnConflict(async () => {
    const decided = await recordOverstayTold(deps.spaces, { space, number: holding.number, day, by }, now);
    if (decided.kind !== 'decided') return false;
    const { id } = holding.holder;
    const residency = await deps.residencies.get(id);
    if (!residency) throw new Fault('ResidencyMissing', { reference: id });
    const { onboarding } = await rulesOf(deps, residency);
    const ids = { space, holding: String(holding.number) };
    const staff = (await whoIsTold(deps, onboarding)).map(
      (person): OutboxDraft => ({ kind: 'mail', template: 'overstay-told', to: { person }, ids }),
    );
    const isFirst = (holding.told ?? []).length === 0;
    await deps.commit({
      changes: decided.changes,
      events: [
        ...decided.events,
        { subject: id, type: 'OverstayTold', by, at: now, data: { space, holding: holding.number, day } },
      ],
      outbox: [
        ...staff,
        ...(isFirst
          ? [{ kind: 'mail' as const, template: 'overstay-asked' as const, to: { applicant: id }, ids }]
          : []),
      ],
    });
    return true;
  }, tries.contested);
