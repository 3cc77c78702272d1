import { canBeStopped, shownAccount } from '../../functions/lecturers/account.ts';
import { bankName } from '../../functions/lecturers/banks.ts';
import { stopAccount } from '../../functions/lecturers/stop-account.ts';
import { Complaint, type Context, confirm, needed } from '../context.ts';

const tooLate = 'Nothing was stopped: an account can be stopped until it is used, a day after finance confirmed it.';

/** `lecturers stop ID --reason TEXT`: for a lecturer who says that the newest account is not theirs. */
export async function lecturersStop(
  context: Pick<Context, 'by' | 'commit' | 'flags' | 'lecturers' | 'now' | 'requests'>,
  word: string | undefined,
): Promise<void> {
  const usage = 'lecturers stop ID --reason TEXT';
  const lecturer = needed(word, usage);
  const reason = needed(context.flags.reason, usage);
  const newest = (await context.lecturers.accountsOf(lecturer)).at(-1);
  if (!newest) throw new Complaint(`There is no account of ${lecturer}.`);
  if (!canBeStopped(newest, context.now())) throw new Complaint(tooLate);
  const { number, bank } = newest;
  await confirm(
    context,
    `Account ${number} of ${lecturer}, ${shownAccount(newest, bankName(bank).en)}, is stopped for good; the one before serves on. Lecturer and finance are emailed.`,
  );
  const outcome = await stopAccount(context, { lecturer, number, by: context.by, reason }, context.now());
  if (outcome !== 'stopped') throw new Complaint(tooLate);
  console.log('It is stopped.');
}
