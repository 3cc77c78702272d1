import type { ClaimsFile } from '../claim-rules/claims-file.ts';
import { leftToRepay, type OpenCorrection, type Reminded } from '../claim-rules/correction.ts';
import type { Dependencies } from '../claims/dependencies.ts';
import { settingsOn } from '../claims/wage-rules.ts';
import { financeOfficer } from '../lecturers/lecturer.ts';
import type { OutboxDraft } from '../outbox/entry.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import { businessDayEnd, type Instant, type LocalDate, seoulDateOf, seoulTime } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { whoseCorrections } from './whose-corrections.ts';

type Reach = Pick<Dependencies, 'claims' | 'commit' | 'lecturers' | 'people' | 'rules'>;

/** What of it has come by a moment: each is told once, and of several that come at once the last. */
function comeBy(
  { repayBy, reminded }: Pick<OpenCorrection, 'reminded'> & { readonly repayBy: LocalDate },
  { repayRemind: { before, after, finance } }: Pick<ClaimsFile, 'repayRemind'>,
  now: Instant,
): Reminded['what'] | undefined {
  const today = seoulDateOf(now);
  const since = (days: number): LocalDate => seoulDateOf(businessDayEnd(seoulTime(repayBy, '12:00'), days));
  const isBefore = seoulDateOf(businessDayEnd(now, before)) >= repayBy;
  const [last] = [
    ...(today > since(finance) ? ['finance' as const] : []),
    ...(today > since(after) ? ['overdue' as const] : []),
    ...(isBefore && today <= repayBy ? ['due' as const] : []),
  ];
  return last && !reminded.some(({ what }) => what === last) ? last : undefined;
}

/**
 * Reminds lecturers of what was asked back before its day and after it, and tells finance when nothing has come then; each
 * once.
 * @returns how often somebody was told
 */
export async function remindRepayments(deps: Reach, now: Instant): Promise<number> {
  const lecturers = await whoseCorrections(deps, 'REPAYMENT_OPEN', now);
  if (lecturers.length === 0) return 0;
  const settings = await settingsOn(deps, now);
  let told = 0;
  for (const lecturer of lecturers) {
    const open = (await deps.claims.correctionsOf(lecturer)).filter((one) => leftToRepay(one) > 0);
    for (const { id } of open) {
      const isTold = () => remindOne(deps, { lecturer, id, settings }, now);
      if (await decideAgainOnConflict(isTold, tries.contested)) told += 1;
    }
  }
  return told;
}

async function remindOne(
  { claims, commit, people }: Reach,
  given: { readonly lecturer: string; readonly id: string; readonly settings: ClaimsFile },
  now: Instant,
): Promise<boolean> {
  const was = await claims.correction(given.lecturer, given.id);
  if (!was?.repayBy || leftToRepay(was) <= 0) return false;
  const { repayBy } = was;
  const what = comeBy({ ...was, repayBy }, given.settings, now);
  if (!what) return false;
  const reminded = [...was.reminded, { what, at: now }];
  const officers = what === 'finance' ? await people.withRole(financeOfficer) : [];
  await commit({
    changes: [claims.saveCorrection({ ...was, reminded, count: was.count + 1 }, was)],
    events: [
      {
        subject: was.of,
        type: 'RepaymentReminded',
        by: 'system:clock',
        at: now,
        data: { correction: was.id, what, due: repayBy, left: leftToRepay(was) },
      },
    ],
    outbox:
      what === 'finance'
        ? officers.map(
            ({ id: person }): OutboxDraft => ({
              kind: 'mail',
              template: 'operator-notice',
              to: { person },
              ids: { about: 'wage-repayment-overdue', subject: was.of, detail: repayBy },
            }),
          )
        : [
            {
              kind: 'mail',
              template: 'wage-repayment-reminder',
              to: { lecturer: was.lecturer },
              ids: { claim: was.of, correction: was.id },
            },
          ],
  });
  return true;
}
