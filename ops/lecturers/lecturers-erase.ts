import { eraseLecturer, planErasing } from '../../functions/lecturers/erase-lecturer.ts';
import wageRecords from '../../rules/retention/wage-records.json' with { type: 'json' };
import { type Context, confirm, needed } from '../context.ts';

type Reach = Pick<Context, 'by' | 'commit' | 'flags' | 'lecturers' | 'now' | 'requests' | 'rounds' | 'timetables'>;

/** `erase ID --reason TEXT` of a lecturer. @returns whether there is such a lecturer */
export async function lecturersErase(context: Reach, id: string): Promise<boolean> {
  const plan = await planErasing(context, id);
  if (!plan) return false;
  const reason = needed(context.flags.reason, 'erase ID --reason TEXT');
  const kept = plan.hasWageRecords
    ? `Wage records are kept as long as the law wants them, even so: name, grade, how they are paid and the confirmed accounts (${plan.kept.join(', ') || 'none'}); ${wageRecords.years} years (${wageRecords.source}).`
    : 'They never taught and no account was confirmed: there are no wage records.';
  const accounts = plan.accounts.length > 0 ? ` and the accounts ${plan.accounts.join(', ')}` : '';
  await confirm(context, `Of ${id} are overwritten, for good: ${plan.fields.join(', ')}${accounts}.\n${kept}`);
  await eraseLecturer(context, { lecturer: id, by: context.by, reason }, context.now());
  console.log(`${id} is erased, but for what is kept.`);
  return true;
}
