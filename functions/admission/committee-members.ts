import type { Dependencies } from '../applications/dependencies.ts';
import type { Person } from '../people/person.ts';
import type { Round } from '../rounds/round.ts';
import { type Conflict, conflictsBetween } from '../screening/conflicts.ts';
import { applicantsOf, asJudge } from '../screening/round-reviewers.ts';
import type { Instant } from '../shared/time.ts';
import type { Admission } from './admission.ts';
import type { Deliberation, Exclusion } from './deliberation.ts';
import type { Snapshot } from './snapshot.ts';

type Reach = Pick<Dependencies, 'applications' | 'people' | 'screenings'>;

/**
 * Which of some people have a conflict with a case near the cut, and of what kind: declared while they reviewed in the
 * round, the same affiliation, or the same domain of mail.
 */
export async function conflictsNearCut(
  deps: Reach,
  round: Pick<Round, 'id' | 'form'>,
  { entries }: Pick<Snapshot, 'entries'>,
  members: readonly Person[],
): Promise<ReadonlyMap<string, Conflict>> {
  const near = entries.filter(({ nearCut }) => nearCut).map(({ reference }) => reference);
  const applications = (await deps.applications.many(near)).filter(({ erasedAt }) => !erasedAt);
  const applicants = await applicantsOf(deps, round, applications);
  const judges = await Promise.all(
    members.map(async (person) => asJudge({ person, record: await deps.screenings.reviewer(round.id, person.id) })),
  );
  const conflictOf = conflictsBetween(applicants, judges);
  return new Map(
    members.flatMap(({ id }): [string, Conflict][] => {
      const [conflict] = near.flatMap((reference) => conflictOf(reference, id) ?? []);
      return conflict ? [[id, conflict]] : [];
    }),
  );
}

/** Why somebody may not decide about the ranking in force, as people and answers are now. */
export async function exclusionOf(
  deps: Reach & Pick<Dependencies, 'admissions' | 'rounds'>,
  { roundId, roundVersion = 0, snapshot: number }: Admission,
  id: string,
): Promise<Exclusion['why'] | undefined> {
  const [member, round, snapshot] = await Promise.all([
    deps.people.get(id),
    deps.rounds.version(roundId, roundVersion),
    deps.admissions.snapshot(roundId, number),
  ]);
  if (!round || !snapshot) throw new Error('the round or its ranking is missing');
  if (!member?.roles.includes('committee')) return 'left';
  return (await conflictsNearCut(deps, round, snapshot, [member])).get(id);
}

export interface MembersToAsk {
  readonly ask: readonly Person[];
  readonly exclude: readonly Exclusion[];
}

/** Who is still to be asked about a snapshot, and who has turned out since not to be one who may decide. */
export async function membersToAsk(
  deps: Reach,
  round: Pick<Round, 'id' | 'form'>,
  snapshot: Pick<Snapshot, 'entries'>,
  { asked, excluded, approvals }: Deliberation,
  at: Instant,
): Promise<MembersToAsk> {
  const members = await deps.people.withRole('committee');
  const conflicts = await conflictsNearCut(deps, round, snapshot, members);
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
