import { resumeWithNews } from '../requests/ask.ts';
import { settled } from '../requests/request.ts';
import { revive } from '../runs/run.ts';
import { changedAdmission, roundSubject } from '../selection/admission.ts';
import { returned } from '../selection/deliberation.ts';
import type { Dependencies } from '../selection/dependencies.ts';
import type { Snapshot } from '../selection/snapshot.ts';
import { storeEntries } from '../selection/store-snapshot.ts';
import { decideAgainOnConflict, Fault } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { conflictsAmong, exclusionOf } from './committee-members.ts';
import { endRequests } from './committee-requests.ts';
import { excludeMember } from './declare-committee-conflict.ts';
import { type Move, type MoveProblem, type MoveResult, moveInRanking, seatsChanged } from './moves.ts';
import { type MemberAnswer, type OpenDeliberation, openDeliberation } from './open-deliberation.ts';

type Reach = Pick<
  Dependencies,
  'requests' | 'admissions' | 'applications' | 'people' | 'rounds' | 'screenings' | 'commit'
>;

export type ReturnOutcome =
  | { readonly kind: 'returned'; readonly snapshot: number }
  | { readonly kind: 'unchanged' | 'excluded' | 'somebody-was-first' }
  | { readonly kind: 'refused'; readonly problems: readonly MoveProblem[] };

/**
 * Returns the ranking with changes of place, each with its reason: they make a new snapshot, about which every member is
 * asked anew; approvals of the one before count no more. Nobody moves an applicant with whom they have a conflict, nor
 * gives them a seat or takes it from them by moves of others.
 */
export async function returnRanking(
  deps: Reach,
  answer: MemberAnswer,
  moves: readonly Move[],
  now: Instant,
): Promise<ReturnOutcome> {
  return decideAgainOnConflict(async (): Promise<ReturnOutcome> => {
    const open = await openDeliberation(deps, answer);
    if (!open) return { kind: 'somebody-was-first' };
    const why = await exclusionOf(deps, open.admission, answer.by);
    if (why) {
      await excludeMember(deps, open, { by: answer.by, why }, now);
      return { kind: 'excluded' };
    }
    const snapshot = await deps.admissions.snapshot(open.admission.roundId, open.deliberation.snapshot);
    if (!snapshot)
      throw new Fault('RankingMissing', { round: open.admission.roundId, snapshot: open.deliberation.snapshot });
    const result = moveInRanking(snapshot, moves, `person:${answer.by}`, now);
    const problems = await conflictProblems(deps, open, snapshot, { by: answer.by, moves, result });
    if (problems.length > 0) {
      return { kind: 'refused', problems: result.kind === 'refused' ? [...problems, ...result.problems] : problems };
    }
    if (result.kind !== 'moved') return result;
    await storeEntries(deps, result.snapshot);
    await replace(deps, open, result.snapshot, { by: answer.by, moves }, now);
    return { kind: 'returned', snapshot: result.snapshot.number };
  }, tries.contested);
}

interface Asked {
  readonly by: string;
  readonly moves: readonly Move[];
  readonly result: MoveResult;
}

async function conflictProblems(
  deps: Reach,
  { admission: { roundId, roundVersion = 0 } }: OpenDeliberation,
  snapshot: Snapshot,
  { by, moves, result }: Asked,
): Promise<MoveProblem[]> {
  const [round, mover] = await Promise.all([deps.rounds.version(roundId, roundVersion), deps.people.get(by)]);
  if (!round || !mover) throw new Fault(round ? 'PersonMissing' : 'RoundMissing', { round: roundId, person: by });
  const moved = moves
    .map(({ reference }) => reference)
    .filter((reference) => snapshot.entries.some((entry) => entry.reference === reference));
  const behind = result.kind === 'moved' ? [...seatsChanged(snapshot, result.snapshot)] : [];
  const conflictOf = await conflictsAmong(deps, round, [...new Set([...moved, ...behind])], [mover]);
  const own = moved.filter((reference) => conflictOf(reference, by));
  if (own.length > 0) return own.map((reference) => ({ reference, problem: 'conflict' }));
  return behind.some((reference) => conflictOf(reference, by))
    ? moved.map((reference) => ({ reference, problem: 'conflict-behind' }))
    : [];
}

async function replace(
  deps: Reach,
  { request, admission, deliberation }: OpenDeliberation,
  snapshot: Snapshot,
  { by, moves }: { readonly by: string; readonly moves: readonly Move[] },
  now: Instant,
): Promise<void> {
  const news = resumeWithNews(admission);
  const { revival, start } = revive('cohort-admission', admission.roundId, admission);
  const change = { snapshot: snapshot.number, ...news.change, ...revival };
  await deps.commit({
    changes: [
      deps.admissions.createSnapshot(snapshot),
      deps.requests.save(settled(request, { outcome: 'RETURN', by, at: now }), request),
      deps.admissions.saveDeliberation(returned(deliberation, by, now), deliberation),
      deps.admissions.save(changedAdmission(admission, now, change), admission),
      ...(await endRequests(
        deps,
        deliberation,
        { outcome: 'SUPERSEDED', by: `person:${by}`, except: request.id },
        now,
      )),
    ],
    events: [
      {
        subject: roundSubject(admission.roundId),
        type: 'RankingReturned',
        by: `person:${by}`,
        at: now,
        data: {
          request: request.id,
          snapshot: snapshot.number,
          hash: snapshot.snapshotHash,
          before: deliberation.snapshot,
          moved: moves.map(({ reference, to }) => `${reference} to ${to}`),
          approvalsVoid: deliberation.approvals.map(({ member }) => member),
        },
      },
    ],
    outbox: [...news.outbox, ...start],
  });
}
