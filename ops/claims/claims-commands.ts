import type { WageClaim } from '../../functions/claim-rules/claim.ts';
import { taughtLessons, totalsOf } from '../../functions/claim-rules/claim-sums.ts';
import { leftToRepay, type OpenCorrection } from '../../functions/claim-rules/correction.ts';
import { drawnBelow, type SpotCheck } from '../../functions/claim-rules/spot-check.ts';
import { draftClaims } from '../../functions/claims/draft-claims.ts';
import {
  cancelClaim,
  type HoldOutcome,
  holdClaim,
  releaseClaim,
  undoApproval,
} from '../../functions/claims/hold-claim.ts';
import { openRequestOf } from '../../functions/claims/requests.ts';
import { missingRules } from '../../functions/claims/wage-rules.ts';
import { assigneeId } from '../../functions/requests/request.ts';
import { presentRunOf } from '../../functions/runs/run.ts';
import { formatWon } from '../../functions/shared/text/won.ts';
import { seoulDateOf } from '../../functions/shared/time.ts';
import { explain } from '../../functions/wages/explain.ts';
import { runRows } from '../commands/runs.ts';
import { Complaint, type Context, confirm, needed, type Reading, type Row } from '../context.ts';
import { monthIn } from '../month-in.ts';
import { printRows } from '../print-rows.ts';

type Reach = Pick<
  Context,
  'budgets' | 'by' | 'claims' | 'commit' | 'flags' | 'lecturers' | 'now' | 'requests' | 'rules' | 'timetables'
>;

const won = (amount: number): string => formatWon(amount).en;

const notConfirmed = (missing: readonly string[]): Complaint =>
  new Complaint(`Finance has not confirmed: ${missing.join(', ')}. Load them: rules load FILE.`);
const noTimetable = (cohort: string): Complaint => new Complaint(`${cohort} has no timetable: load it first.`);

/** `claims draft COHORT MONTH` */
export async function claimsDraft(context: Reach, words: readonly string[]): Promise<void> {
  const usage = 'claims draft COHORT MONTH';
  const cohort = needed(words[0], usage);
  const month = monthIn(words[1], usage);
  const missing = await missingRules(context, context.now());
  if (missing.length > 0) throw notConfirmed(missing);
  if (!(await context.timetables.get(cohort))) throw noTimetable(cohort);
  await confirm(
    context,
    `Each lecturer of ${cohort} is emailed what they have taught by now, up to the end of ${month}, and not claimed yet.`,
  );
  const outcome = await draftClaims(context, { cohort, month, by: context.by }, context.now());
  if (outcome.kind === 'no-timetable') throw noTimetable(cohort);
  if (outcome.kind === 'no-rules') throw notConfirmed(outcome.missing);
  for (const one of outcome.drafts) {
    if (one.kind === 'drafted') console.log(`${one.claim}  ${one.lecturer}`);
    else if (one.kind === 'unknown-lecturer') console.log(`not drafted: ${one.lecturer} is not loaded`);
    else {
      const missing = one.missing.map(({ what, on }) => `${what}${on ? ` on ${on}` : ''}`).join(', ');
      console.log(`not drafted: ${one.lecturer}, of whom is missing: ${missing}`);
    }
  }
  const drafted = outcome.drafts.filter(({ kind }) => kind === 'drafted').length;
  console.log(`${drafted} drafted, ${outcome.drafts.length - drafted} not.`);
}

/** `claims list MONTH` */
export async function claimsList(context: Pick<Context, 'claims'>, word: string | undefined): Promise<void> {
  const month = monthIn(word, 'claims list MONTH');
  const claims = await context.claims.byMonth(month);
  for (const claim of claims.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const { id, lecturer, cohort, promisedPayDate } = claim;
    const { gross, paid } = totalsOf(claim);
    console.log(
      [
        id,
        lecturer.padEnd(20),
        cohort,
        stateText(claim).padEnd(18),
        `${won(gross)}, paid ${won(paid)}`,
        `by ${promisedPayDate}`,
      ].join('  '),
    );
  }
  const sum = claims.reduce((all, claim) => all + totalsOf(claim).gross, 0);
  console.log(`${claims.length} claims of ${month}, ${won(sum)}.`);
}

const stateText = ({ state, held, stuck }: WageClaim): string =>
  `${state}${held ? ', on hold' : ''}${stuck ? `, stuck: ${stuck.error}` : ''}`;

/** What is shown of a claim; nothing if there is none of that id. */
export async function claimRows(context: Reading, id: string): Promise<readonly Row[] | undefined> {
  const claim = id.startsWith('W-') ? await context.claims.get(id) : undefined;
  if (!claim) return undefined;
  const request = await openRequestOf(context, claim);
  const corrections = (await context.claims.correctionsOf(claim.lecturer)).filter(({ of }) => of === id);
  const { gross, incomeTax, localTax, paid } = totalsOf(claim);
  return [
    ['claim', `${claim.id} of ${claim.lecturer}, ${claim.cohort}, ${claim.month}`],
    ['state', stateText(claim)],
    ...(await runRows(context, 'lecturer-wage-approval', {
      id: claim.id,
      name: presentRunOf(claim.id, claim),
      stuck: claim.stuck,
    })),
    ...(claim.held ? ([['on hold', `${claim.held.reason} (${claim.held.by}, ${claim.held.at})`]] as const) : []),
    ...(request ? ([['with', `${assigneeId(request.assignee)}, until ${request.dueAt}`]] as const) : []),
    ['lessons', `${taughtLessons(claim).length} of ${claim.lessons.length}`],
    ...explain(claim.calculation).map(
      (line): Row => ['', line.kind === 'note' ? line.text.en : `${won(line.amount)}  ${line.text.en}`],
    ),
    ...corrections.map((one): Row => ['wrong by', openText(one)]),
    ...claim.corrections.map((one): Row => ['correction', `${won(one.paid)} of ${one.of}: ${one.reason}`]),
    ['in all', `${won(gross)} gross, ${won(incomeTax + localTax)} tax, ${won(paid)} paid`],
    ['calculated by', `${claim.versions.card}, ${claim.versions.tax}`],
    [
      'approved by',
      claim.approvals.map(({ by, standsFor }) => `${by}${standsFor ? ` for ${standsFor}` : ''}`).join(', ') || '-',
    ],
    ['drawn', claim.drawn.map(({ year, line, amount }) => `${year} ${line} ${won(amount)}`).join(', ') || '-'],
    ['promised', claim.promisedPayDate],
    ...(claim.spotCheck ? [['spot check', spotCheckText(claim.spotCheck)] as const] : []),
    ...(claim.extraChanges ?? []).map(
      ({ kind, lesson, before, amount, reason, by }): Row => [
        'changed',
        `${kind} for ${lesson}: ${won(before)} to ${won(amount)}: ${reason} (${by})`,
      ],
    ),
    ...(claim.state === 'APPROVED' && !claim.withholding ? [withoutWithholding(claim.id)] : []),
  ];
}

/** Whether it is looked at again, so that anybody can work it out, and what came of it. */
function spotCheckText({ rules, percent, seed, number, drawn, request, toldNobody, finding }: SpotCheck): string {
  const how = `${number} of 10000, drawn below ${drawnBelow(percent)} (${percent}% by ${rules}, seed ${seed})`;
  if (!drawn) return `not drawn: ${how}`;
  if (finding) return `${finding.outcome} by ${finding.by}${finding.reason ? `: ${finding.reason}` : ''}; ${how}`;
  const asked = request
    ? `asked in ${request}`
    : toldNobody
      ? 'nobody is left who may look'
      : 'somebody is asked tonight';
  return `drawn, ${asked}; ${how}`;
}

/** Why no batch takes it: nobody can say whether it is paid by the taxes that it was approved with. */
const withoutWithholding = (id: string): Row => [
  'in no batch',
  `an earlier release approved it and did not keep by which taxes: claims undo ${id} --reason TEXT, and it is decided again`,
];

const reminders = { due: 'reminded', overdue: 'reminded that it is overdue', finance: 'finance was told' } as const;

/** Where a correction of a claim is. */
function openText(one: OpenCorrection): string {
  const about = `${won(one.paid)}: ${one.reason}`;
  if (one.takenBy) return `${about}; in ${one.takenBy}`;
  if (one.repaidOn) return `${about}; paid back by ${one.repaidOn}`;
  if (one.repayBy) {
    const last = one.reminded.at(-1);
    const told = last ? `; ${reminders[last.what]} on ${seoulDateOf(last.at)}` : '';
    return `${about}; ${won(leftToRepay(one))} to pay back by ${one.repayBy}${told}`;
  }
  return `${about}; waits for a claim`;
}

/** `claims show CLAIM` */
export async function claimsShow(context: Reading, word: string | undefined): Promise<void> {
  const id = needed(word, 'claims show CLAIM');
  const rows = await claimRows(context, id);
  if (!rows) throw new Complaint(`There is no claim ${id}.`);
  printRows(rows);
}

const acts = {
  hold: { act: holdClaim, what: 'is put on hold: nobody decides about it and nothing is paid', done: 'It is on hold.' },
  release: { act: releaseClaim, what: 'goes on where it was', done: 'It is released.' },
  undo: {
    act: undoApproval,
    what: 'is approved no more: what it drew is reserved again, and it is decided again',
    done: 'The approval is undone.',
  },
  cancel: {
    act: cancelClaim,
    what: 'is cancelled for good, and its lessons can be claimed again',
    done: 'It is cancelled.',
  },
} as const;

/** `claims hold CLAIM --reason TEXT`, and what else stops a claim or lets it go on. */
export async function claimsAct(context: Reach, how: keyof typeof acts, word: string | undefined): Promise<void> {
  const usage = `claims ${how} CLAIM --reason TEXT`;
  const claim = needed(word, usage);
  const reason = needed(context.flags.reason, usage);
  const { act, what, done } = acts[how];
  if (!(await context.claims.get(claim))) throw new Complaint(`There is no claim ${claim}.`);
  await confirm(context, `${claim} ${what}.`);
  const outcome: HoldOutcome = await act(context, { claim, reason, by: context.by }, context.now());
  if (outcome === 'unknown') throw new Complaint(`There is no claim ${claim}.`);
  if (outcome === 'counted-on') {
    throw new Complaint(
      'Nothing was done: a correction counts on tax that it has caught up. Hold it, or correct it when it is paid.',
    );
  }
  if (outcome === 'too-late') throw new Complaint('Nothing was done: it is in a batch, paid, refused or cancelled.');
  console.log(outcome === 'done' ? done : 'Nothing has changed.');
}
