import type { Person } from '../people/person.ts';
import { type FoundInterest, foundInterests } from '../reviewers/found-interests.ts';
import { applicantsOf, asJudge } from '../reviewers/round-reviewers.ts';
import { beforeShard, shardAt } from '../rounds/in-round.ts';
import { managerRoleOf, managerRoles } from '../rounds/manager-role.ts';
import type { Round } from '../rounds/round.ts';
import type { Role } from '../shared/names.ts';
import type { Dependencies } from './dependencies.ts';

/** Whoever is asked for a decision about somebody, by the role for which they are. */
export const decidingRoles = [
  'reviewer',
  'committee',
  'intake-officer',
  'academy-manager',
  'lab-manager',
] as const satisfies readonly Role[];

/** Those of a round: of managers, the ones who look after its programme. */
const decidingIn = (round: Pick<Round, 'programme'>): readonly (typeof decidingRoles)[number][] =>
  decidingRoles.filter((role) => !managerRoles.includes(role) || role === managerRoleOf(round));

/** Somebody who decides, with the roles for which they are asked. */
export interface Deciding {
  readonly person: Person;
  readonly roles: readonly (typeof decidingRoles)[number][];
}

/** Applications read at a time. */
const inOnePage = 100;

/** How many applications a page looks through: a round of 100,000 takes longer than an answer may. */
export const mostOnPage = 500;

interface RoundInterests {
  readonly found: readonly FoundInterest[];
  readonly deciding: ReadonlyMap<string, Deciding>;
  /** The shard from which on there are more. */
  readonly next?: number;
}

/**
 * All that was taken for a conflict of interest between those who decide and the applications of a round, and what only
 * looks like one, which comes last.
 * @param part.from the shard of the round's list to begin with
 * @param part.most after how many applications it ends, with the shard in which they are
 */
export async function roundInterests(
  deps: Pick<Dependencies, 'applications' | 'people' | 'screenings'>,
  round: Round,
  { from = 0, most = Number.POSITIVE_INFINITY }: { readonly from?: number; readonly most?: number } = {},
): Promise<RoundInterests> {
  const deciding = await decidingPeople(deps, round);
  const judges = await Promise.all(
    [...deciding.values()].map(async ({ person }) =>
      asJudge({ person, record: await deps.screenings.reviewer(round.id, person.id) }),
    ),
  );
  const found: FoundInterest[] = [];
  let after: string | undefined = beforeShard(from);
  let looked = 0;
  let shard = from;
  let next: number | undefined;
  do {
    const page: Awaited<ReturnType<typeof deps.applications.sentIn>> = await deps.applications.sentIn(
      round.id,
      after,
      inOnePage,
    );
    const present = page.after === undefined ? shard : shardAt(page.after);
    if (present !== shard && looked >= most) {
      next = present;
      break;
    }
    shard = present;
    looked += page.references.length;
    const sent = (await deps.applications.many(page.references)).filter(({ erasedAt }) => !erasedAt);
    found.push(...foundInterests(await applicantsOf(deps, round, sent), judges));
    after = page.after;
  } while (after !== undefined);
  const isDoubt = ({ interest }: FoundInterest) => interest === 'in-doubt';
  return { found: [...found.filter((one) => !isDoubt(one)), ...found.filter(isDoubt)], deciding, next };
}

/** Everybody who decides in a round, once. */
async function decidingPeople(
  { people }: Pick<Dependencies, 'people'>,
  round: Pick<Round, 'programme'>,
): Promise<Map<string, Deciding>> {
  const found = await Promise.all(
    decidingIn(round).map(async (role) => (await people.withRole(role)).map((person) => ({ role, person }))),
  );
  const deciding = new Map<string, Deciding>();
  for (const { role, person } of found.flat()) {
    deciding.set(person.id, { person, roles: [...(deciding.get(person.id)?.roles ?? []), role] });
  }
  return deciding;
}
