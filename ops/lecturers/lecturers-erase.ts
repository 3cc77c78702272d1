import { eraseLecturer, planErasing } from '../../functions/lecturers/erase-lecturer.ts';
import { eraseWageRecords } from '../../functions/retention/erase-wage-records.ts';
import { type LecturerRecords, recordsOf, timetablesOf } from '../../functions/retention/lecturer-records.ts';
import { recordsErasableFrom } from '../../functions/retention/wage-records.ts';
import { addDays, type LocalDate, seoulDateOf } from '../../functions/shared/time.ts';
import wageRecords from '../../rules/retention/wage-records.json' with { type: 'json' };
import { type Context, confirm, needed } from '../context.ts';

type Reach = Pick<
  Context,
  'by' | 'claims' | 'commit' | 'flags' | 'lecturers' | 'now' | 'requests' | 'rounds' | 'timetables'
>;

const usage = 'erase ID --reason TEXT';

/**
 * `erase ID --reason TEXT` of a lecturer: what is no wage record, and those too once their years have passed.
 * @returns whether there is such a lecturer, of whom anything is left
 */
export async function lecturersErase(context: Reach, id: string): Promise<boolean> {
  const [plan, records] = [await planErasing(context, id), await recordsOf(context, id, await timetablesOf(context))];
  if (!plan && !records) return false;
  const from = records && recordsErasableFrom(records);
  if (records && from !== undefined && from <= seoulDateOf(context.now())) return eraseAll(context, id, records, from);
  const kept = records
    ? keptText(records, from)
    : 'They never taught and no account was confirmed: there are no wage records.';
  if (!plan) {
    console.log(`${id} is erased, but for what is kept. ${kept}`);
    return true;
  }
  const reason = needed(context.flags.reason, usage);
  const accounts = plan.accounts.length > 0 ? ` and the accounts ${plan.accounts.join(', ')}` : '';
  await confirm(context, `Of ${id} are overwritten, for good: ${plan.fields.join(', ')}${accounts}.\n${kept}`);
  await eraseLecturer(context, { lecturer: id, by: context.by, reason }, context.now());
  console.log(`${id} is erased, but for what is kept.`);
  return true;
}

/** What the law wants kept, for how long, and until which day. */
function keptText({ accounts }: LecturerRecords, from: LocalDate | undefined): string {
  const confirmed = accounts.flatMap(({ number, confirmedAt }) => (confirmedAt ? [number] : []));
  const { years, source } = wageRecords;
  const until = from
    ? `until ${addDays(from, -1)}, then the clock erases them`
    : 'and until when is not known: something is still to be paid, or paid back';
  return `Wage records are kept as long as the law wants them, even so: name, grade, how they are paid and the confirmed accounts (${confirmed.join(', ') || 'none'}); ${years} years (${source}), ${until}.`;
}

async function eraseAll(context: Reach, id: string, records: LecturerRecords, from: LocalDate): Promise<true> {
  const reason = needed(context.flags.reason, usage);
  const { claims, accounts, cohorts } = records;
  await confirm(
    context,
    `The wage records of ${id} were kept until ${addDays(from, -1)}. Now are overwritten, for good: name, institution, address, papers, all ${accounts.length} accounts, the words in ${claims.length} claims, and the name in the timetables of ${cohorts.join(', ') || 'no cohort'}. Hours and sums stay.`,
  );
  const given = { lecturer: id, by: context.by, reason };
  await eraseLecturer(context, given, context.now());
  await eraseWageRecords(context, given, context.now());
  console.log(`${id} is erased, wage records too.`);
  return true;
}
