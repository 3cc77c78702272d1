import type { Dependencies } from '../../../functions/app/dependencies.ts';
import { rulesOf } from '../../../functions/onboarding/case.ts';
import { reportBegins } from '../../../functions/reports/ask-for-report.ts';
import { type Figures, reportsUntil } from '../../../functions/reports/report.ts';
import { sendReport } from '../../../functions/reports/send-report.ts';
import type { Residency } from '../../../functions/residencies/residency.ts';
import { daysOfQuarter, type ReportDue } from '../../../functions/residency-rules/reports.ts';
import { addDays, addMinutes, type Instant, seoulDateOf, seoulTime } from '../../../functions/shared/time.ts';
import { Problem } from '../../problem.ts';
import { silently } from './admit.ts';
import { eventBegun } from './begin-event.ts';

const day = 24 * 60;

/** What a startup that grows slowly says of its quarters, one after the other. */
const figuresIn = (number: number): Figures => ({
  staff: 7 + number,
  revenue: 18_000_000 + 6_500_000 * number,
  investment: number === 2 ? 300_000_000 : 0,
  jobs: number === 1 ? 0 : 1,
  milestones: {
    reached: `고객 ${20 * number}곳과 계약했고, 시험 결과를 ${number}번 발표했습니다.`,
    next: `다음 분기에는 고객 ${20 * (number + 1)}곳을 목표로 합니다.`,
  },
});

/**
 * Has a startup report of its quarters, each as of then, and the first a week too late. One that is over and not due yet
 * is asked for now: its mail is in the inbox.
 */
export async function reportedThen(deps: Dependencies, residency: Residency, now: Instant): Promise<void> {
  const { onboarding } = await rulesOf(deps, residency);
  const over = reportsUntil(residency, onboarding.conduct, seoulDateOf(now));
  for (const [index, due] of over.entries()) {
    if (due.dueAt > now) await eventBegun(deps, reportBegins(residency, due), now);
    else await sentThen(deps, residency, due, { number: index + 1, now });
  }
}

async function sentThen(
  deps: Dependencies,
  residency: Residency,
  due: ReportDue,
  { number, now }: { readonly number: number; readonly now: Instant },
): Promise<void> {
  const then = silently(deps);
  const began = seoulTime(addDays(daysOfQuarter(due.quarter).to, 1), '02:00');
  const event = await eventBegun(then, reportBegins(residency, due), began);
  const [at = now] = [addMinutes(due.dueAt, number === 1 ? 7 * day : -2 * day), now].toSorted();
  const sent = await sendReport(then, { event, figures: figuresIn(number), by: 'applicant' }, at);
  if (sent.kind !== 'sent') throw new Problem(`The report ${event} of the demo was not sent: ${sent.kind}.`);
}
