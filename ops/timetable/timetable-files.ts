import type { LessonRow } from '../../functions/timetable/lesson.ts';
import {
  type LoadTimetableOutcome,
  loadTimetable,
  previewTimetable,
  type TimetableFile,
} from '../../functions/timetable/load-timetable.ts';
import { readTimetable } from '../../functions/timetable/read-timetable.ts';
import { tellTimetable } from '../../functions/timetable/tell-timetable.ts';
import { Complaint, type Context, confirm, needed } from '../context.ts';
import { encodingLine, problemLines, readNamedFile } from '../read-file.ts';
import { notLoadedLine } from './not-loaded.ts';

async function read(path: string): Promise<{ readonly lessons: readonly LessonRow[]; readonly said: string }> {
  const file = await readNamedFile(path);
  const { lessons, bad, warnings } = readTimetable(file.text);
  if (bad.length > 0) throw new Complaint(`The timetable cannot be used:\n${problemLines(path, bad)}`);
  const names = lessons.slice(0, 3).map(({ lecturerName }) => lecturerName);
  const warned =
    warnings.length > 0 ? `Look at these rooms, which nothing stops:\n${problemLines(path, warnings)}\n` : '';
  return { lessons, said: encodingLine(file, names.join(', ')) + warned };
}

/** `timetable check FILE` */
export async function timetableCheck(file: string | undefined, at: () => Pick<Context, 'lecturers'>): Promise<void> {
  const { lessons, said } = await read(needed(file, 'timetable check FILE'));
  const lecturers = new Set(lessons.map(({ lecturer }) => lecturer)).size;
  console.log(
    `${said}${await notLoadedLine(at, lessons)}The timetable is right: lessons ${lessons.length}, lecturers ${lecturers}.`,
  );
}

type Reach = Pick<
  Context,
  'by' | 'commit' | 'flags' | 'lecturers' | 'now' | 'people' | 'rounds' | 'seats' | 'timetables'
>;

/** `timetable load COHORT FILE [--force --reason TEXT]`; who is of the cohort and was not mailed this version yet, is. */
export async function timetableLoad(context: Reach, words: readonly string[]): Promise<void> {
  const usage = 'timetable load COHORT FILE [--force --reason TEXT]';
  const cohort = needed(words[0], usage);
  const { lessons: rows, said } = await read(needed(words[1], usage));
  const { force, reason } = context.flags;
  if (force && !reason) throw new Complaint('A correction of what was taught wants a reason: --force --reason "…".');
  const file: TimetableFile = { cohort, rows, by: context.by, ...(force && reason && { correction: { reason } }) };
  const planned = await previewTimetable(context, file, context.now());
  refuse(planned, cohort);
  const missing = await notLoadedLine(() => context, rows);
  await confirm(context, said + missing + whatBecomes(planned, cohort).join('\n'));
  const outcome = await loadTimetable(context, file, context.now());
  refuse(outcome, cohort);
  if (outcome.kind === 'unchanged') console.log(`Nothing has changed; version ${outcome.version} stays.`);
  if (outcome.kind === 'loaded') console.log(`Version ${outcome.version} is loaded.`);
  const mails = await tellTimetable(context, { cohort, by: context.by }, context.now());
  console.log(mails === 1 ? '1 email with a link to it leaves.' : `${mails} emails with links to it leave.`);
}

function refuse(outcome: LoadTimetableOutcome, cohort: string): void {
  if (outcome.kind === 'no-cohort') throw new Complaint(`There is no cohort ${cohort}: it has the id of its round.`);
  if (outcome.kind === 'too-many-lecturers') {
    throw new Complaint(`Nothing was loaded: more than ${outcome.most} lecturers are too many for one cohort.`);
  }
  if (outcome.kind === 'booked-twice') {
    const lines = outcome.clashes.map(({ lecturer, lessons: [one, other] }) => `  ${lecturer}: ${one} and ${other}`);
    throw new Complaint(`Nothing was loaded: a lecturer would be in two places at once.\n${lines.join('\n')}`);
  }
}

function whatBecomes(outcome: LoadTimetableOutcome, cohort: string): string[] {
  if (outcome.kind !== 'loaded' && outcome.kind !== 'unchanged') return [];
  const { added, changed, cancelled, substituted, kept } = outcome.plan;
  const list = (title: string, ids: readonly string[]): string[] =>
    ids.length > 0 ? [`  ${title}: ${ids.join(', ')}`] : [];
  return [
    outcome.kind === 'loaded' ? `${cohort}: becomes version ${outcome.version}.` : `${cohort}: nothing would change.`,
    ...list('new', added),
    ...list(
      'changed',
      changed.map(({ id, fields }) => `${id} (${fields.join(', ')})`),
    ),
    ...list(
      'substituted',
      substituted.map(({ id, from, to }) => `${id} (${to} for ${from})`),
    ),
    ...list('cancelled, as they are not in the file', cancelled),
    ...list('taught already, and left as they were; --force corrects them', kept),
  ];
}

/** `timetable show COHORT [--version N]` */
export async function timetableShow(
  context: Pick<Context, 'flags' | 'timetables'>,
  word: string | undefined,
): Promise<void> {
  const cohort = needed(word, 'timetable show COHORT [--version N]');
  const { version } = context.flags;
  const found = version
    ? await context.timetables.version(cohort, Number(version))
    : await context.timetables.get(cohort);
  if (!found) throw new Complaint(`${cohort} has no timetable${version ? ` in version ${version}` : ''}.`);
  console.log(`${cohort}, version ${found.version}`);
  for (const { id, date, start, end, course, lecturer, institution, site, cancelled } of found.lessons) {
    console.log(
      [id.padEnd(6), date, `${start}–${end}`, course, lecturer, `${institution} ${site}`, cancelled ? 'CANCELLED' : '']
        .join('  ')
        .trimEnd(),
    );
  }
}
