import { residencyEventId } from '../../functions/residencies/residency-event.ts';
import { doWhatIsDue, whatIsDue } from '../../functions/residency-events/do-what-is-due.ts';
import { standingText } from '../../functions/residency-events/pages/residency-words.ts';
import { parseReference } from '../../functions/shared/references.ts';
import { instantSchema } from '../../functions/shared/time.ts';
import { Complaint, type Context, confirm, needed, type Reading } from '../context.ts';
import { printRows } from '../print-rows.ts';
import { type Listing, lateShown, rowsWithRuns, shownOf, spaceShown, waitText } from './residency-rows.ts';

/** `residencies list [all]`: by references; nobody's data. */
export async function residenciesList(context: Listing, which: string | undefined): Promise<void> {
  if (which !== undefined && which !== 'all') needed(undefined, 'residencies list [all]');
  const all = await context.residencies.all();
  const some = which === 'all' ? all : all.filter(({ state }) => state === 'ONBOARDING' || state === 'RESIDENT');
  const spaces = await context.spaces.all();
  for (const residency of some) {
    const shown = await shownOf(context, residency, spaces);
    const { standing, open, stuck } = shown;
    const late = lateShown(shown);
    const [first] = open;
    const line = [
      residency.id,
      standingText(standing).en.padEnd(34),
      (spaceShown(shown) ?? '-').padEnd(30),
      ...(late.length > 0 ? [`late: ${late.join(', ')}`] : []),
      ...(first ? [`waits for ${waitText(first)}`] : []),
      ...(open.length > 1 ? [`and ${open.length - 1} more`] : []),
      ...(stuck.length > 0 ? ['STUCK'] : []),
    ];
    console.log(line.join('  ').trimEnd());
  }
  console.log(`${some.length} ${which === 'all' ? 'in all' : 'in the Lab or on the way'}.`);
}

/** `residencies show REFERENCE` */
export async function residenciesShow(context: Reading, word: string | undefined): Promise<void> {
  const typed = needed(word, 'residencies show REFERENCE');
  const reference = parseReference(typed);
  if (!reference) throw new Complaint(`${typed} is no reference: a character is wrong or missing.`);
  const rows = await rowsWithRuns(context, reference);
  if (rows.length === 0) throw new Complaint(`There is no residency ${reference}.`);
  printRows([['reference', reference], ...rows]);
}

type Beginning = Pick<
  Context,
  'commit' | 'flags' | 'local' | 'now' | 'people' | 'residencies' | 'residencyEvents' | 'rounds' | 'spaces'
>;

/** `residencies due [--at INSTANT]`: what the night would begin and tell, now or at a moment that has passed. */
export async function residenciesDue(context: Beginning): Promise<void> {
  const at = momentOf(context);
  const { begins, stays } = await whatIsDue(context, at);
  if (begins.length === 0 && stays.length === 0) {
    console.log('Nothing is due that has not begun, and nobody is to be told who stays.');
    return;
  }
  const lines = [
    ...begins.map(({ residency, kind, about }) => `  ${residencyEventId(residency, kind, about)}  ${kind} ${about}`),
    ...stays.map(({ space, holding, days }) => `  ${holding.holder.id}  past the end in ${space.id}, day ${days}`),
  ];
  await confirm(context, `Begins and tells, as the night would at ${at}:\n${lines.join('\n')}`);
  const faults: string[] = [];
  const { begun, failed, told, untold } = await doWhatIsDue(
    { ...context, faulted: (error, id) => faults.push(`${id}: ${String(error)}`) },
    at,
  );
  for (const line of faults) console.log(line);
  const not = [...failed, ...untold];
  const failures = not.length > 0 ? `, ${not.length} failed: ${not.join(', ')}` : '';
  console.log(`${begun.length} begun, told of ${told.length} past the end${failures}.`);
}

/** On the local cloud a moment may lie ahead, to play what comes. */
function momentOf({ flags, local, now }: Pick<Beginning, 'flags' | 'local' | 'now'>) {
  if (flags.at === undefined) return now();
  const at = instantSchema.safeParse(flags.at);
  if (!at.success) throw new Complaint(`${flags.at} is no instant: write it like 2027-10-01T02:00:00.000Z.`);
  if (at.data > now() && !local) throw new Complaint(`${flags.at} has not come yet: nothing is begun before its time.`);
  return at.data;
}
