import { addExtra } from '../../functions/claims/change-extra.ts';
import { formatWon } from '../../functions/shared/text/won.ts';
import { extraKinds, wonSchema } from '../../functions/wages/wages-parts.ts';
import { Complaint, type Context, confirm, needed } from '../context.ts';

const usage = 'claims extra CLAIM LESSON manuscript|travel WON --reason TEXT';

/** `claims extra CLAIM LESSON manuscript|travel WON --reason TEXT`: what is paid beside the hours of a lesson. */
export async function claimsExtra(
  context: Pick<
    Context,
    'by' | 'claims' | 'commit' | 'flags' | 'lecturers' | 'now' | 'requests' | 'rules' | 'timetables'
  >,
  words: readonly string[],
): Promise<void> {
  const [claim, lesson, kindWord, wonWord] = [0, 1, 2, 3].map((index) => needed(words[index], usage));
  const reason = needed(context.flags.reason, usage);
  const kind = extraKinds.find((one) => one === kindWord);
  const amount = wonSchema.safeParse(/^\d{1,8}$/u.test(wonWord ?? '') ? Number(wonWord) : undefined);
  if (!claim || !lesson || !kind || !amount.success) throw new Complaint(`Usage: npm run ops -- ${usage}`);
  const found = await context.claims.get(claim);
  if (!found) throw new Complaint(`There is no claim ${claim}.`);
  await confirm(
    context,
    `${claim} has ${formatWon(amount.data).en} for ${kind}, lesson ${lesson}. It is checked again, and the manager and finance decide on it as it is then.`,
  );
  const extra = { kind, lesson, amount: amount.data };
  const outcome = await addExtra(context, { claim, extra, reason, by: context.by }, context.now());
  switch (outcome.kind) {
    case 'unknown':
      throw new Complaint(`There is no claim ${claim}.`);
    case 'no-lesson':
      throw new Complaint(`${claim} has no lesson ${lesson} that was taught.`);
    case 'not-now':
      throw new Complaint('Nothing was done: the lecturer has not answered yet, or it is approved (undo it first).');
    case 'impossible':
      throw new Complaint(`The card does not say it: ${outcome.missing.map(({ what }) => what).join(', ')}.`);
    default:
      console.log(outcome.kind === 'added' ? 'It is checked again with it.' : 'Nothing has changed.');
  }
}
