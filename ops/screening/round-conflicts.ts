import { roundInterests } from '../../functions/casework/round-interests.ts';
import { roundSubject } from '../../functions/selection/admission.ts';
import { readingBy } from '../../functions/shared/database/audit.ts';
import { Complaint, type Context, confirm, needed } from '../context.ts';

type Needed = Pick<Context, 'applications' | 'commit' | 'flags' | 'people' | 'rounds' | 'screenings' | 'by' | 'now'>;

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
  const { found, deciding } = await roundInterests(context, round);
  for (const { reference, person, interest, names } of found) {
    const what = interest === 'in-doubt' ? 'looks like one' : `conflict: ${interest}`;
    const who = `${person} (${deciding.get(person)?.roles.join(', ')})`;
    console.log([reference, what.padEnd(23), who.padEnd(28), names?.join(' ~ ') ?? ''].join('  ').trimEnd());
  }
  const doubts = found.filter(({ interest }) => interest === 'in-doubt').length;
  console.log(`${found.length - doubts} conflicts, ${doubts} that only look like one.`);
}
