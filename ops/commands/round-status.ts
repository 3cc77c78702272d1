import { applicationInRun } from '../../functions/applications/application.ts';
import { presentRequest } from '../../functions/applications/open-requests.ts';
import { presentRunOf } from '../../functions/runs/run.ts';
import { type Admission, roundSubject } from '../../functions/selection/admission.ts';
import { countIntake } from '../../functions/selection/settle-intake.ts';
import { formatEnd, formatInstant } from '../../functions/shared/time.ts';
import * as brought from '../brought.ts';
import type { CapabilityOps } from '../capability-ops.ts';
import { Complaint, type Context, needed, type Row } from '../context.ts';
import { printRows } from '../print-rows.ts';
import { holderOf } from './holder-of.ts';
import { failedRunRows, runOf } from './runs.ts';

const capabilities = Object.values<CapabilityOps>(brought);

/** How many of how many at each step of a round, and whom it waits for. */
export async function showRound(context: Context, admission: Admission): Promise<void> {
  const { roundId, state, since, stuck } = admission;
  const round = await context.rounds.current(roundId);
  const entered = since[state];
  const intake = await countIntake(context, roundId);
  printRows([
    ['round', `${roundId} (version ${round?.version ?? '-'})`],
    ['state', stuck ? `${state}, stuck: ${stuck.error}` : state],
    ['since', entered ? formatInstant(entered, 'en') : '-'],
    ['run', await runOf(context, 'cohort-admission', { id: roundId, name: presentRunOf(roundId, admission) })],
    ...(await failedRunRows(context, roundSubject(roundId))),
    [round && round.closesAt <= context.now() ? 'closed' : 'closes', round ? formatEnd(round.closesAt, 'en') : '-'],
    ['intake', `${intake.sent - intake.open} of ${intake.sent} decided, ${intake.accepted} accepted`],
    ...progressRow(admission),
    ...(await rankingRows(context, admission)),
    ...(await Promise.all(capabilities.map(async ({ ofRound }) => (await ofRound?.(context, admission)) ?? []))).flat(),
    ['waiting for', (await waitingFor(context, admission)).join(', ') || '-'],
  ]);
}

/** How far a step is that works page by page; the reviews are counted anew. */
const progressRow = ({ state, progress }: Admission): Row[] =>
  progress && state !== 'REVIEWING' ? [['progress', `${progress.done} of ${progress.of}`]] : [];

async function rankingRows({ admissions }: Context, { roundId, snapshot }: Admission): Promise<Row[]> {
  if (snapshot === 0) return [];
  const deliberation = await admissions.deliberation(roundId, snapshot);
  return [
    ['snapshot', String(snapshot)],
    ...(deliberation
      ? ([['approvals', `${deliberation.approvals.length} of ${deliberation.needed} (${deliberation.state})`]] as const)
      : []),
  ];
}

/** Who has to answer for the round to go on: officers first, then reviewers, the committee, those with an offer. */
async function waitingFor(context: Context, admission: Admission): Promise<readonly string[]> {
  const { roundId, state } = admission;
  for (const { waitingFor: others } of capabilities) {
    const found = await others?.(context, admission);
    if (found) return found;
  }
  if (state === 'SETTLING') return intakeAtWork(context, roundId);
  const ids = await context.requests.ofSubject(roundSubject(roundId));
  return (await Promise.all(ids.map((id) => context.requests.get(id)))).flatMap(holderOf);
}

async function intakeAtWork(context: Context, roundId: string): Promise<string[]> {
  const holders: string[] = [];
  let after: string | undefined;
  do {
    const page = await context.applications.sentIn(roundId, after, 100);
    const open = (await context.applications.many(page.references)).filter(applicationInRun);
    const requests = await Promise.all(open.map((application) => presentRequest(context, application)));
    holders.push(...requests.flatMap(holderOf));
    after = page.after;
  } while (after !== undefined);
  return holders;
}

/** `round status ROUND` */
export async function roundStatus(context: Context, id: string | undefined): Promise<void> {
  const admission = await context.admissions.get(needed(id, 'round status ROUND'));
  if (!admission) throw new Complaint(`The round ${id} has no admission.`);
  await showRound(context, admission);
}
