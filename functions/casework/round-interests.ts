import type { Person } from '../people/person.ts';
import { type FoundInterest, foundInterests } from '../reviewers/found-interests.ts';
import { applicantsOf, asJudge } from '../reviewers/round-reviewers.ts';
import type { Round } from '../rounds/round.ts';
import type { Role } from '../shared/names.ts';
import type { Dependencies } from './dependencies.ts';

/** Whoever is asked for a decision about somebody, by the role for which they are. */
export const decidingRoles = [
  'reviewer',
  'committee',
  'intake-officer',
  'academy-manager',
] as const satisfies readonly Role[];

/** Somebody who decides, with the roles for which they are asked. */
export interface Deciding {
  readonly person: Person;
  readonly roles: readonly (typeof decidingRoles)[number][];
}

/** Applications read at a time. */
const inOnePage = 100;

/**
 * All that was taken for a conflict of interest between those who decide and the applications of a round, and what only
 * looks like one, which comes last.
 */
export async function roundInterests(
  deps: Pick<Dependencies, 'applications' | 'people' | 'screenings'>,
  round: Round,
): Promise<{ readonly found: readonly FoundInterest[]; readonly deciding: ReadonlyMap<string, Deciding> }> {
  const deciding = await decidingPeople(deps);
  const judges = await Promise.all(
    [...deciding.values()].map(async ({ person }) =>
      asJudge({ person, record: await deps.screenings.reviewer(round.id, person.id) }),
    ),
  );
  const found: FoundInterest[] = [];
  let after: string | undefined;
  do {
    const page = await deps.applications.sentIn(round.id, after, inOnePage);
    const sent = (await deps.applications.many(page.references)).filter(({ erasedAt }) => !erasedAt);
    found.push(...foundInterests(await applicantsOf(deps, round, sent), judges));
    after = page.after;
  } while (after !== undefined);
  const isDoubt = ({ interest }: FoundInterest) => interest === 'in-doubt';
  return { found: [...found.filter((one) => !isDoubt(one)), ...found.filter(isDoubt)], deciding };
}

/** Everybody who decides, once. */
async function decidingPeople({ people }: Pick<Dependencies, 'people'>): Promise<Map<string, Deciding>> {
  const found = await Promise.all(
    decidingRoles.map(async (role) => (await people.withRole(role)).map((person) => ({ role, person }))),
  );
  const deciding = new Map<string, Deciding>();
  for (const { role, person } of found.flat()) {
    deciding.set(person.id, { person, roles: [...(deciding.get(person.id)?.roles ?? []), role] });
  }
  return deciding;
}
