import { foundInterests } from '../../functions/reviewers/found-interests.ts';
import { applicantsOf, asJudge } from '../../functions/reviewers/round-reviewers.ts';
import { roundSubject } from '../../functions/selection/admission.ts';
import { readingBy } from '../../functions/shared/audit.ts';
import type { Role } from '../../functions/shared/names.ts';
import { Complaint, type Context, confirm, needed } from '../context.ts';

type Needed = Pick<Context, 'applications' | 'commit' | 'flags' | 'people' | 'rounds' | 'screenings' | 'by' | 'now'>;

/** Whoever is asked for a decision about somebody, by the role for which they are. */
const deciding: readonly Role[] = ['reviewer', 'committee', 'intake-officer', 'academy-manager'];

/** `round conflicts ROUND`: what was taken for a conflict of interest, and what only looks like one, to be looked through. */
export async function roundConflicts(context: Needed, id: string | undefined): Promise<void> {
  const roundId = needed(id, 'round conflicts ROUND');
  const round = await context.rounds.current(roundId);
  if (!round) throw new Complaint(`There is no round ${roundId}.`);
  await confirm(
    context,
    `Shows employers and schools of the applicants of ${roundId}; the audit keeps that you read them.`,
  );
  await context.commit({
    changes: [],
    events: [{ ...readingBy(context.by, context.now()), subject: roundSubject(roundId), type: 'PersonalDataRead' }],
  });
  const roles = await rolesOf(context);
  const judges = await Promise.all(
    [...roles.values()].map(async ({ person }) =>
      asJudge({ person, record: await context.screenings.reviewer(roundId, person.id) }),
    ),
  );
  const counts = { sure: 0, doubt: 0 };
  let after: string | undefined;
  do {
    const page = await context.applications.sentIn(roundId, after, 100);
    const sent = (await context.applications.many(page.references)).filter(({ erasedAt }) => !erasedAt);
    for (const { reference, person, interest, names } of foundInterests(
      await applicantsOf(context, round, sent),
      judges,
    )) {
      counts[interest === 'in-doubt' ? 'doubt' : 'sure'] += 1;
      const what = interest === 'in-doubt' ? 'looks like one' : `conflict: ${interest}`;
      const who = `${person} (${roles.get(person)?.roles.join(', ')})`;
      console.log([reference, what.padEnd(23), who.padEnd(28), names?.join(' ~ ') ?? ''].join('  ').trimEnd());
    }
    after = page.after;
  } while (after !== undefined);
  console.log(`${counts.sure} conflicts, ${counts.doubt} that only look like one.`);
}

/** Everybody who decides, once, with their roles. */
async function rolesOf({ people }: Pick<Needed, 'people'>) {
  const found = await Promise.all(
    deciding.map(async (role) => (await people.withRole(role)).map((person) => ({ role, person }))),
  );
  const byPerson = Map.groupBy(found.flat(), ({ person }) => person.id);
  return new Map(
    [...byPerson].flatMap(([id, some]) => {
      const person = some[0]?.person;
      return person ? [[id, { person, roles: some.map(({ role }) => role) }] as const] : [];
    }),
  );
}
