import type { Person } from '../people/person.ts';
import { type Conflict, conflictsBetween } from '../reviewers/conflicts.ts';
import { applicantsOf, appliesIn, asJudge } from '../reviewers/round-reviewers.ts';
import type { Round } from '../rounds/round.ts';
import type { Admission } from '../selection/admission.ts';
import type { Deliberation, Exclusion } from '../selection/deliberation.ts';
import type { Dependencies } from '../selection/dependencies.ts';
import type { Snapshot } from '../selection/snapshot.ts';
import { Fault } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { seatsChanged } from './moves.ts';

type Reach = Pick<Dependencies, 'applications' | 'people' | 'screenings' | 'admissions'>;

/**
 * The cases on which a ranking turns: near a cut, moved by hand, or with a seat though the scores gave none, or without one
 * though they gave it. Who has a conflict with one of them may not decide.
 */
async function decisiveCases({ admissions }: Pick<Reach, 'admissions'>, snapshot: Snapshot): Promise<string[]> {
  const byScores = snapshot.number === 1 ? snapshot : await admissions.snapshot(snapshot.roundId, 1);
  if (!byScores) throw new Fault('RankingMissing', { round: snapshot.roundId, snapshot: 1 });
  const changed = seatsChanged(byScores, snapshot);
  return snapshot.entries
    .filter(({ reference, nearCut, moved }) => nearCut || moved || changed.has(reference))
    .map(({ reference }) => reference);
}

/**
 * Which of some people have a conflict with a case on which the ranking turns, and of what kind. Who applies in the round
 * has one wherever they stand: every decision moves them.
 */
async function decisiveConflicts(
  deps: Reach,
  round: Pick<Round, 'id' | 'form'>,
  snapshot: Snapshot,
  members: readonly Person[],
): Promise<ReadonlyMap<string, Conflict | 'applies'>> {
  const cases = await decisiveCases(deps, snapshot);
  const conflictOf = await conflictsAmong(deps, round, cases, members);
  const found = await Promise.all(
    members.map(async ({ id, email }): Promise<[string, Conflict | 'applies'][]> => {
      const [conflict] = cases.flatMap((reference) => conflictOf(reference, id) ?? []);
      if (conflict) return [[id, conflict]];
      return (await appliesIn(deps, round.id, email)) ? [[id, 'applies']] : [];
    }),
  );
  return new Map(found.flat());
}

/**
 * What conflict a member has with one of some cases: declared while they reviewed in the round, the same affiliation, or
 * the same domain of mail.
 */
export async function conflictsAmong(
  deps: Pick<Reach, 'applications' | 'screenings'>,
  round: Pick<Round, 'id' | 'form'>,
  cases: readonly string[],
  members: readonly Person[],
): Promise<(reference: string, member: string) => Conflict | undefined> {
  const applications = (await deps.applications.many(cases)).filter(({ erasedAt }) => !erasedAt);
  const applicants = await applicantsOf(deps, round, applications);
  const judges = await Promise.all(
    members.map(async (person) => asJudge({ person, record: await deps.screenings.reviewer(round.id, person.id) })),
  );
  return conflictsBetween(applicants, judges);
}

/** Why somebody may not decide about the ranking in force, as people and answers are now. */
export async function exclusionOf(
  deps: Reach & Pick<Dependencies, 'rounds'>,
  { roundId, roundVersion = 0, snapshot: number }: Admission,
  id: string,
): Promise<Exclusion['why'] | undefined> {
  const [member, round, snapshot] = await Promise.all([
    deps.people.get(id),
    deps.rounds.version(roundId, roundVersion),
    deps.admissions.snapshot(roundId, number),
  ]);
  if (!round || !snapshot)
    throw new Fault(round ? 'RankingMissing' : 'RoundMissing', { round: roundId, snapshot: number });
  if (!member?.roles.includes('committee')) return 'left';
  return (await decisiveConflicts(deps, round, snapshot, [member])).get(id);
}

export interface MembersToAsk {
  readonly ask: readonly Person[];
  readonly exclude: readonly Exclusion[];
}

/** Who is still to be asked about a snapshot, and who has turned out since not to be one who may decide. */
export async function membersToAsk(
  deps: Reach,
  round: Pick<Round, 'id' | 'form'>,
  snapshot: Snapshot,
  { asked, excluded, approvals }: Deliberation,
  at: Instant,
): Promise<MembersToAsk> {
  const members = await deps.people.withRole('committee');
  const conflicts = await decisiveConflicts(deps, round, snapshot, members);
  const isIn = (list: readonly { readonly member: string }[], id: string) => list.some(({ member }) => member === id);
  const left = asked.filter(({ member }) => !members.some(({ id }) => id === member)).map(({ member }) => member);
  const found = new Map<string, Exclusion['why']>([...conflicts, ...left.map((id): [string, 'left'] => [id, 'left'])]);
  return {
    ask: members.filter(({ id }) => !isIn(asked, id) && !isIn(excluded, id) && !conflicts.has(id)),
    exclude: [...found]
      .filter(([member]) => !isIn(excluded, member) && !isIn(approvals, member))
      .map(([member, why]) => ({ member, why, at })),
  };
}
