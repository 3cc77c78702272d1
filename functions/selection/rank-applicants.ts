import type { Round } from '../rounds/round.ts';
import { presentRunOf } from '../runs/run.ts';
import type { RunStep } from '../runs/steps.ts';
import type { EventDraft } from '../shared/database/audit.ts';
import { decideAgainOnConflict, Fault } from '../shared/errors.ts';
import type { OutcomeOf } from '../shared/names.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { type Admission, changedAdmission, roundSubject } from './admission.ts';
import type { Dependencies } from './dependencies.ts';
import { emptyRoundMails } from './empty-round.ts';
import { type Gathered, gatherCandidates } from './gather-candidates.ts';
import type { selectionSteps } from './joints.ts';
import { fitSeverity } from './severity.ts';
import { freezeRanking, inputsHashOf, type Snapshot } from './snapshot.ts';
import { storeEntries } from './store-snapshot.ts';

type Reach = Pick<Dependencies, 'admissions' | 'applications' | 'screenings' | 'rounds' | 'people' | 'commit'>;

/**
 * *Rank the applicants*: freezes the ranking of everybody who is in the selection. The entries come first and the head
 * last, with the move; from then on no review may be changed. A round in which nobody is left ends here.
 */
export async function rankApplicants(
  deps: Reach,
  { reference: roundId, run }: RunStep,
  now: Instant,
): Promise<OutcomeOf<typeof selectionSteps, 'rank-applicants'>> {
  return decideAgainOnConflict(async () => {
    const was = await deps.admissions.get(roundId);
    if (was?.state !== 'RANKING' || presentRunOf(roundId, was) !== run) return 'MOVED';
    const round = await deps.rounds.version(roundId, was.roundVersion ?? 0);
    if (!round?.admission) throw new Fault('RoundMissing', { round: roundId, version: was.roundVersion });
    const gathered = await gatherCandidates(deps, was, round.admission);
    if (gathered.candidates.length === 0) return endEmpty(deps, was, now);
    const snapshot = frozen(round, round.admission, was, gathered, now);
    await storeEntries(deps, snapshot);
    const next = changedAdmission(was, now, { snapshot: snapshot.number, progress: undefined }, 'rank');
    await deps.commit({
      changes: [deps.admissions.createSnapshot(snapshot), deps.admissions.save(next, was)],
      events: [ranked(snapshot, gathered, now)],
    });
    return 'WITH_COMMITTEE';
  }, tries.contested);
}

function frozen(
  round: Round,
  rules: NonNullable<Round['admission']>,
  { seedHash, snapshot }: Admission,
  { candidates, scored, inputs }: Gathered,
  now: Instant,
): Snapshot {
  if (snapshot > 0) throw new Fault('RankedAlready', { snapshot });
  const fit = fitSeverity(scored);
  const adjusted = fit.kind === 'adjusted' ? fit.scores : undefined;
  return freezeRanking({
    round,
    rules,
    candidates: candidates.map((candidate) => ({ ...candidate, adjusted: adjusted?.get(candidate.reference) })),
    whyRaw: fit.kind === 'raw' && rules.ranking.by === 'adjusted' ? fit.why : undefined,
    inputsHash: inputsHashOf(inputs),
    seedHash,
    at: now,
    by: 'system:run',
  });
}

const ranked = (snapshot: Snapshot, { inputs }: Gathered, at: Instant): EventDraft => ({
  subject: roundSubject(snapshot.roundId),
  type: 'ApplicantsRanked',
  by: 'system:run',
  at,
  data: {
    snapshot: snapshot.number,
    hash: snapshot.snapshotHash,
    inputs: snapshot.inputsHash,
    rules: snapshot.rulesHash,
    version: snapshot.roundVersion,
    applications: snapshot.entries.length,
    reviews: inputs.length,
    rankedBy: snapshot.model.rankedBy,
    ...(snapshot.model.whyRaw && { whyRaw: snapshot.model.whyRaw }),
  },
});

async function endEmpty(
  { admissions, people, rounds, commit }: Pick<Reach, 'admissions' | 'people' | 'rounds' | 'commit'>,
  was: Admission,
  now: Instant,
): Promise<'EMPTY'> {
  const next = changedAdmission(was, now, { progress: undefined }, 'empty');
  await commit({
    changes: [admissions.save(next, was)],
    events: [
      { subject: roundSubject(was.roundId), type: 'RoundEndedEmpty', by: 'system:run', at: now, data: { accepted: 0 } },
    ],
    outbox: await emptyRoundMails({ people, rounds }, was.roundId),
  });
  return 'EMPTY';
}
