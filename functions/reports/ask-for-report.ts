import { rulesOf } from '../onboarding/case.ts';
import { type AskDependencies, type Asking, askOrAttach, type Waiting } from '../requests/ask.ts';
import type { DueOf } from '../residencies/due.ts';
import { findEvent } from '../residencies/find-event.ts';
import type { Residency } from '../residencies/residency.ts';
import { changedResidencyEvent, type EventBegins } from '../residencies/residency-event.ts';
import { whoIsTold } from '../residencies/who-is-told.ts';
import type { ReportDue } from '../residency-rules/reports.ts';
import { Fault } from '../shared/errors.ts';
import type { OutcomeOf } from '../shared/names.ts';
import { type Instant, seoulDateOf } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import type { reportsSteps } from './joints.ts';
import { isReport, reportsUntil } from './report.ts';

type Outcome = OutcomeOf<typeof reportsSteps, 'ask-for-report'>;

const kind = 'quarterly-report';

/** Business days before the last day on which a startup is reminded of its report. */
const remindBefore = [3, 1];

/** Business days after which it is asked again, once it is late. */
const chaseEvery = 5;

/** What begins the report of a quarter. */
export const reportBegins = ({ id }: Pick<Residency, 'id'>, { quarter, dueAt }: ReportDue): EventBegins => ({
  residency: id,
  kind: 'report',
  about: quarter,
  report: { dueAt, versions: [] },
});

/** What begins: the report of each quarter that is over, from the day after it on. */
export const dueReports: DueOf<Pick<Dependencies, 'rounds'>> = async (deps, { residency }, now) => {
  const { onboarding } = await rulesOf(deps, residency);
  return reportsUntil(residency, onboarding.conduct, seoulDateOf(now)).map((due) => reportBegins(residency, due));
};

/** *Ask for the report*: until its due date, and after it until it is sent. */
export const askForReport = (
  deps: AskDependencies & Pick<Dependencies, 'residencies' | 'residencyEvents' | 'rounds'>,
  step: { readonly reference: string } & Waiting,
  now: Instant,
): Promise<void> =>
  askOrAttach(deps, step.reference, step, now, async (): Promise<Asking<Outcome>> => {
    const found = await findEvent(deps, step);
    if (found.kind === 'over') return { outcome: found.outcome };
    const { event: was, residency } = found;
    if (was.state === 'DONE') return { outcome: 'SENT' };
    if (!isReport(was)) throw new Fault('ResidencyMissing', { reference: was.id });
    const { onboarding } = await rulesOf(deps, residency);
    const [escalation = onboarding.manager] = await whoIsTold(deps, { manager: onboarding.manager });
    return {
      ask: {
        kind,
        askKey: `${kind}/${was.id}`,
        subject: was.id,
        context: residency.roundId,
        outcomes: ['SENT'],
        assignee: { applicant: residency.id },
        plan: {
          within: 1,
          remindAfter: [],
          dueOn: seoulDateOf(was.report.dueAt),
          remindBefore: [...remindBefore],
          chaseEvery,
          escalation,
        },
        mail: 'report-asked',
        changes: [deps.residencyEvents.save(changedResidencyEvent(was, now, {}), was)],
      },
    };
  });
