import { monthBefore } from '../claim-rules/pay-day.ts';
import { financeOfficer } from '../lecturers/lecturer.ts';
import { type AskDependencies, mailTo } from '../requests/ask.ts';
import { assigneeId, openedRequest } from '../requests/request.ts';
import { whoIsAsked } from '../requests/who-is-asked.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import { newId } from '../shared/random.ts';
import { businessDayEnd, type Instant, seoulDateOf } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { Dependencies } from './dependencies.ts';
import { type Filing, sameFigures, taxDueSubject } from './filing.ts';
import { seeTaxMonth } from './see-tax-month.ts';
import { type DueDate, dueDatesOf, taxDatesInForce } from './tax-dates.ts';
import type { TaxMonth } from './tax-month.ts';

export const taxDueKind = 'tax-due';

/** What is asked about a month belongs to no round. */
const context = 'tax-month';

/** Months over that are looked at: results and repayments may be recorded late. */
const monthsBack = 3;
/** So far back are months looked at of which something was filed before, or was paid back. */
const lateMonthsBack = 12;
/** Business days that finance has at least, also for what has changed after it was filed. */
const leastDays = 5;

export const taxDueKey = (month: string, due: string, number: number): string =>
  `${taxDueKind}/${month}/${due}/${number}`;

type Reach = Pick<AskDependencies, 'requests' | 'people' | 'kinds' | 'interestsIn' | 'random'> & Dependencies;

export interface AskedReport {
  /** Requests that were opened. */
  readonly asked: number;
  /** Whether finance has confirmed no due dates: then nobody is asked. */
  readonly noDates: boolean;
}

/**
 * Asks finance for each due date of the months that are over in which anything was paid or paid back: once, and once
 * more if what a month comes to has changed since it was filed.
 */
export async function askDue(deps: Reach, now: Instant): Promise<AskedReport> {
  const dates = await taxDatesInForce(deps, now);
  if (!dates) return { asked: 0, noDates: true };
  let asked = 0;
  let month = seoulDateOf(now).slice(0, 7);
  for (let back = 0; back < lateMonthsBack; back += 1) {
    month = monthBefore(month);
    if (back >= monthsBack && !(await isReportedOf(deps, month))) continue;
    const seen = await seeTaxMonth(deps, month);
    if (seen.rows.length === 0 && seen.repaid.length === 0) continue;
    for (const due of dueDatesOf(month, dates)) {
      if (await decideAgainOnConflict(() => askOne(deps, seen, due, now), tries.contested)) asked += 1;
    }
  }
  return { asked, noDates: false };
}

const isReportedOf = async ({ filings, repaidTaxes }: Reach, month: string): Promise<boolean> =>
  (await filings.ofMonth(month)).length > 0 || (await repaidTaxes.repaidIn(month)).length > 0;

export const filedOf = (filings: readonly Filing[], due: string): Filing[] =>
  filings.filter((filing) => filing.due === due);

async function askOne(deps: Reach, { month, reported }: TaxMonth, due: DueDate, now: Instant): Promise<boolean> {
  const filed = filedOf(await deps.filings.ofMonth(month), due.id);
  const last = filed.at(-1);
  if (last && sameFigures(last.figures, reported)) return false;
  const askKey = taxDueKey(month, due.id, filed.length + 1);
  if (await deps.requests.byAskKey(askKey)) return false;
  const [first] = (await deps.people.withRole(financeOfficer)).sort((a, b) => (a.id < b.id ? -1 : 1));
  const subject = taxDueSubject({ month, due: due.id });
  const { person, why } = await whoIsAsked(
    deps,
    { kind: taxDueKind, subject, person: first?.id ?? financeOfficer, plan: {} },
    now,
  );
  const deputy = (await deps.people.get(person))?.deputy;
  const soonest = seoulDateOf(businessDayEnd(now, leastDays));
  const request = openedRequest({
    id: newId(deps.random),
    kind: taxDueKind,
    subject,
    context,
    askKey,
    outcomes: ['DONE'],
    assignee: { person },
    why,
    plan: {
      within: 1,
      remindAfter: [],
      dueOn: last && due.on < soonest ? soonest : due.on,
      remindBefore: [5, 1],
      ...(deputy !== undefined && { deputy }),
    },
    now,
  });
  await deps.commit({
    changes: [...deps.requests.create(request)],
    events: [
      {
        subject,
        type: 'TaxDueAsked',
        by: 'system:clock',
        at: now,
        data: { request: request.id, assignee: assigneeId(request.assignee), on: due.on, number: filed.length + 1 },
      },
    ],
    outbox: [mailTo(request, 'request-opened')],
  });
  return true;
}
