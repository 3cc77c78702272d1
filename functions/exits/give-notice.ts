import { type Rules, rulesOf } from '../onboarding/case.ts';
import { withMeasure } from '../residencies/measure.ts';
import { changedResidency, daysOfResidency, lastOf, type Residency } from '../residencies/residency.ts';
import { whoIsTold } from '../residencies/who-is-told.ts';
import { type EarlyEnd, endEarly } from '../residency-rules/early-end.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import { type Instant, type LocalDate, seoulDateOf } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { Dependencies } from './dependencies.ts';
import { contractEnds, type EndReach, type NotEnded } from './end-contract.ts';
import { decidedBefore, measureMail } from './take-measure.ts';

/** Who gives notice: the startup, or a manager for the Lab. */
type Giver =
  | {
      readonly by: 'startup';
      /** Who acts for it, as the audit names them. */
      readonly actor: string;
    }
  | {
      readonly by: 'management';
      readonly person: string;
      /** How many measures the page showed on which it was decided. */
      readonly shown: number;
    };

export type Notice = Giver & { readonly residency: string; readonly lastDay: LocalDate; readonly reason: string };

export type NoticeOutcome =
  | { readonly kind: 'ended'; readonly lastDay: LocalDate }
  /** It is not in the Lab: not yet, or not any more. */
  | { readonly kind: 'not-resident' }
  /** Something else was decided about it meanwhile. */
  | { readonly kind: 'changed' }
  | Exclude<EarlyEnd, { readonly kind: 'ends' }>
  | NotEnded;

type Reach = EndReach & Pick<Dependencies, 'commit' | 'people' | 'residencies' | 'rounds'>;

type OnDay = Pick<Notice, 'by' | 'lastDay'>;

/** Whether a residency can end on a day by a notice of today, its contracts taken as one. */
export const noticeOn = async (
  deps: Pick<Dependencies, 'rounds'>,
  residency: Residency,
  notice: OnDay,
  now: Instant,
): Promise<EarlyEnd> => noticeBy(await rulesOf(deps, residency), residency, notice, now);

function noticeBy({ onboarding }: Rules, residency: Residency, { by, lastDay }: OnDay, now: Instant): EarlyEnd {
  return endEarly(onboarding.conduct, daysOfResidency(residency), { by, noticedOn: seoulDateOf(now), lastDay });
}

/** Ends a contract early, by the notice of either side. The same notice once more changes nothing. */
export const giveNotice = (deps: Reach, notice: Notice, now: Instant): Promise<NoticeOutcome> =>
  decideAgainOnConflict(async () => {
    const { by, lastDay, reason } = notice;
    const was = await deps.residencies.get(notice.residency);
    if (was?.state !== 'RESIDENT') return { kind: 'not-resident' };
    const before = sentBefore(was, notice);
    if (before === 'changed') return { kind: 'changed' };
    const last = lastOf(was);
    if (last.to === lastDay && last.endedEarly?.by === by) return { kind: 'ended', lastDay };
    if (before === 'same') return { kind: 'changed' };
    const rules = await rulesOf(deps, was);
    const early = noticeBy(rules, was, notice, now);
    if (early.kind !== 'ends') return early;
    const actor = notice.by === 'startup' ? notice.actor : `person:${notice.person}`;
    const ended = await contractEnds(deps, was, { side: by, lastDay, reason, by: actor }, now);
    if (ended.kind !== 'ends') return ended;
    const { contracts, event, parts } = ended;
    const measured =
      notice.by === 'management'
        ? withMeasure(was, { kind: 'notice', by: notice.person, at: now, reason, lastDay })
        : undefined;
    const managers = measured ? [] : await whoIsTold(deps, { manager: rules.onboarding.manager });
    await deps.commit({
      changes: [
        deps.residencies.save(
          changedResidency(was, now, {
            contracts,
            changeAsked: undefined,
            ...(measured && { measures: measured.measures }),
          }),
          was,
        ),
        ...parts.changes,
      ],
      events: [event, ...parts.events],
      outbox: [
        ...parts.outbox,
        ...(measured
          ? [measureMail(was.id, measured.id)]
          : [
              { kind: 'mail' as const, template: 'notice-confirmed' as const, to: { applicant: was.id }, ids: {} },
              ...managers.map((person) => ({
                kind: 'mail' as const,
                template: 'notice-received' as const,
                to: { person },
                ids: { residency: was.id },
              })),
            ]),
      ],
    });
    return { kind: 'ended', lastDay };
  }, tries.contested);

/** Whether a manager decides by a page that still says what holds. */
function sentBefore({ id, measures = [] }: Residency, notice: Notice): ReturnType<typeof decidedBefore> {
  if (notice.by === 'startup') return 'new';
  const { person: by, reason, shown } = notice;
  return decidedBefore(measures, { residency: id, by, reason, shown }, 'notice');
}
