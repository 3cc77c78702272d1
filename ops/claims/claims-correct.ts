import { correctPaid } from '../../functions/corrections/correct-paid.ts';
import { formatWon } from '../../functions/shared/text/won.ts';
import { endTimeSchema, startTimeSchema } from '../../functions/shared/time-of-day.ts';
import { Complaint, type Context, confirm, needed } from '../context.ts';

const usage = 'claims correct CLAIM [LESSON NOT|19:00-21:00] --reason TEXT';

const notPaid = 'It is not paid yet: undo or cancel it.';

type Said = Parameters<typeof correctPaid>[1]['said'][number]['said'];

function saidIn(word: string): Said {
  if (word === 'NOT') return { kind: 'not-taught' };
  const [start, end] = word.split('-');
  const [begins, ends] = [startTimeSchema.safeParse(start), endTimeSchema.safeParse(end)];
  if (!begins.success || !ends.success || start === end) throw new Complaint(`Usage: npm run ops -- ${usage}`);
  return { kind: 'hours', start: begins.data, end: ends.data };
}

/**
 * `claims correct CLAIM [LESSON NOT|19:00-21:00] --reason TEXT`: what a paid claim should have said of a lesson, or what its
 * taxes should have been on the day of payment.
 */
export async function claimsCorrect(
  context: Pick<Context, 'by' | 'claims' | 'commit' | 'flags' | 'lecturers' | 'now' | 'rules' | 'timetables'>,
  words: readonly string[],
): Promise<void> {
  const [claim, lesson] = [needed(words[0], usage), words[1]];
  const said = lesson === undefined ? [] : [{ lesson, said: saidIn(needed(words[2], usage)) }];
  const reason = needed(context.flags.reason, usage);
  const found = await context.claims.get(claim);
  if (!found) throw new Complaint(`There is no claim ${claim}.`);
  if (found.state !== 'PAID') throw new Complaint(notPaid);
  if (lesson !== undefined && !found.lessons.some(({ id }) => id === lesson))
    throw new Complaint(`${claim} has no lesson ${lesson}.`);
  await confirm(
    context,
    `${claim} stays as it was paid. What it was wrong by is in the lecturer’s next claim, or they are asked to pay it back.`,
  );
  const outcome = await correctPaid(
    context,
    { claim, said: said.map((one) => ({ ...one, reason })), reason, by: context.by },
    context.now(),
  );
  if (outcome.kind === 'unknown') throw new Complaint(`There is no claim ${claim}.`);
  if (outcome.kind === 'not-paid') throw new Complaint(notPaid);
  if (outcome.kind === 'unchanged') return console.log('It comes to the same.');
  const { paid, repayBy } = outcome.correction;
  const won = formatWon(Math.abs(paid)).en;
  if (repayBy) console.log(`The lecturer is emailed to pay back ${won} by ${repayBy}.`);
  else console.log(`The next claim has ${won} ${paid < 0 ? 'less' : 'more'}; without one it is settled by itself.`);
}
