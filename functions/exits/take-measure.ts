import type { OutboxDraft } from '../outbox/entry.ts';
import { type Measure, measureIn, withChangedMeasure, withMeasure } from '../residencies/measure.ts';
import { changedResidency } from '../residencies/residency.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { Dependencies } from './dependencies.ts';

type Reach = Pick<Dependencies, 'commit' | 'residencies'>;

/** What a manager decides, on a page that shows so many measures. */
export interface Deciding {
  readonly residency: string;
  /** The id of the manager. */
  readonly by: string;
  readonly reason: string;
  readonly shown: number;
}

/** A measure with its reason, to its startup. */
export const measureMail = (residency: string, measure: string): OutboxDraft => ({
  kind: 'mail',
  template: 'measure-taken',
  to: { applicant: residency },
  ids: { measure },
});

/**
 * Whether a decision was stored already, by a form that was sent twice; `changed`, if something else was decided since it
 * was shown.
 */
export function decidedBefore(
  measures: readonly Measure[],
  { shown, by, reason }: Deciding,
  kind: Measure['kind'],
): 'new' | 'same' | 'changed' {
  if (measures.length === shown) return 'new';
  const [last] = measures.slice(shown);
  if (!last || measures.length > shown + 1 || last.withdrawn || last.refused) return 'changed';
  return last.kind === kind && last.by === by && last.reason === reason ? 'same' : 'changed';
}

export type WarnOutcome = 'warned' | 'changed' | 'not-resident';

/** Warns a startup: kept with its reason, and mailed. */
export const warnStartup = (deps: Reach, given: Deciding, now: Instant): Promise<WarnOutcome> =>
  decideAgainOnConflict(async () => {
    const was = await deps.residencies.get(given.residency);
    if (was?.state !== 'RESIDENT') return 'not-resident';
    const before = decidedBefore(was.measures ?? [], given, 'warning');
    if (before !== 'new') return before === 'same' ? 'warned' : 'changed';
    const { by, reason } = given;
    const { measures, id } = withMeasure(was, { kind: 'warning', by, at: now, reason });
    await deps.commit({
      changes: [deps.residencies.save(changedResidency(was, now, { measures }), was)],
      events: [{ subject: was.id, type: 'WarningGiven', by: `person:${by}`, at: now, data: { measure: id } }],
      outbox: [measureMail(was.id, id)],
    });
    return 'warned';
  }, tries.contested);

export type WithdrawOutcome = 'withdrawn' | 'unchanged' | 'no-warning';

/** Withdraws a warning, with a reason that the startup is mailed too. What ends a contract stays. */
export const withdrawWarning = (
  deps: Reach,
  given: Omit<Deciding, 'shown'> & { readonly measure: string },
  now: Instant,
): Promise<WithdrawOutcome> =>
  decideAgainOnConflict(async () => {
    const was = await deps.residencies.get(given.residency);
    const warning = was && measureIn(was, given.measure);
    if (!was || was.erasedAt || warning?.kind !== 'warning') return 'no-warning';
    if (warning.withdrawn) return 'unchanged';
    const { by, reason, measure } = given;
    const measures = withChangedMeasure(was, measure, { withdrawn: { by, at: now, reason } });
    await deps.commit({
      changes: [deps.residencies.save(changedResidency(was, now, { measures }), was)],
      events: [{ subject: was.id, type: 'WarningWithdrawn', by: `person:${by}`, at: now, data: { measure } }],
      outbox: [{ kind: 'mail', template: 'measure-withdrawn', to: { applicant: was.id }, ids: { measure } }],
    });
    return 'withdrawn';
  }, tries.contested);
