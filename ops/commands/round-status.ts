import { presentRunOf } from '../../functions/runs/run.ts';
import { type Admission, roundSubject } from '../../functions/selection/admission.ts';
import { countIntake } from '../../functions/selection/settle-intake.ts';
import { formatEnd, formatInstant } from '../../functions/shared/time.ts';
import { capabilities } from '../capabilities.ts';
import { Complaint, type Context, needed, type Reading, type Row } from '../context.ts';
import { printRows } from '../print-rows.ts';
import { readRows } from '../read-rows.ts';
import { roundWaits } from './round-waits.ts';
import { failedRunRows, runRows } from './runs.ts';

/** How many of how many at each step of a round, and whom it waits for. */
export async function showRound(context: Reading, admission: Admission): Promise<void> {
  const { roundId, state, since, stuck } = admission;
  const round = await context.rounds.current(roundId);
  const entered = since[state];
  printRows([
    ['round', `${roundId} (version ${round?.version ?? '-'})`],
    ['state', stuck ? `${state}, stuck: ${stuck.error}` : state],
    ['since', entered ? formatInstant(entered, 'en') : '-'],
    ...(await runRows(context, 'cohort-admission', { id: roundId, name: presentRunOf(roundId, admission), stuck })),
    ...(await failedRunRows(context, roundSubject(roundId))),
    [round && round.closesAt <= context.now() ? 'closed' : 'closes', round ? formatEnd(round.closesAt, 'en') : '-'],
    ...(await readRows(async () => [['intake', intakeText(await countIntake(context, roundId))]])),
    ...progressRow(admission),
    ...(await rankingRows(context, admission)),
    ...(
      await Promise.all(
        capabilities.map(({ ofRound }) => readRows(async () => (await ofRound?.(context, admission)) ?? [])),
      )
    ).flat(),
    ...(await readRows(async () => [['waiting for', (await roundWaits(context, admission)).join(', ')]])),
  ]);
}

/** Whoever withdrew is not waited for, and nothing was decided about them. */
export const intakeText = ({ sent, open, accepted, gone }: Awaited<ReturnType<typeof countIntake>>): string =>
  `${sent - gone - open} of ${sent - gone} decided, ${accepted} accepted${gone > 0 ? `; ${gone} withdrawn` : ''}`;

/** How far a step is that works page by page; the reviews are counted anew. */
const progressRow = ({ state, progress }: Admission): Row[] =>
  progress && state !== 'REVIEWING' ? [['progress', `${progress.done} of ${progress.of}`]] : [];

async function rankingRows({ admissions }: Reading, { roundId, snapshot }: Admission): Promise<Row[]> {
  if (snapshot === 0) return [];
  const deliberation = await admissions.deliberation(roundId, snapshot);
  return [
    ['snapshot', String(snapshot)],
    ...(deliberation
      ? ([['approvals', `${deliberation.approvals.length} of ${deliberation.needed} (${deliberation.state})`]] as const)
      : []),
  ];
}

/** `round status ROUND` */
export async function roundStatus(context: Context, id: string | undefined): Promise<void> {
  const admission = await context.admissions.get(needed(id, 'round status ROUND'));
  if (!admission) throw new Complaint(`The round ${id} has no admission.`);
  await showRound(context, admission);
}
