import { askForAccount } from '../../functions/lecturers/ask-for-account.ts';
import { type LecturersPlan, loadLecturer, planLecturers } from '../../functions/lecturers/load-lecturers.ts';
import { type LecturerRow, readLecturers } from '../../functions/lecturers/read-lecturers.ts';
import { mailStatementsAnew } from '../../functions/statements/mail-statements-anew.ts';
import { Complaint, type Context, confirm, needed } from '../context.ts';
import { encodingLine, problemLines, readNamedFile } from '../read-file.ts';

async function read(path: string): Promise<{ readonly rows: readonly LecturerRow[]; readonly said: string }> {
  const file = await readNamedFile(path);
  const { lecturers: rows, bad } = readLecturers(file.text);
  if (bad.length > 0) throw new Complaint(`The lecturers cannot be used:\n${problemLines(path, bad)}`);
  const names = rows.slice(0, 3).map(({ name }) => name);
  return { rows, said: encodingLine(file, names.join(', ')) };
}

/** `lecturers check FILE` */
export async function lecturersCheck(file: string | undefined): Promise<void> {
  const { rows, said } = await read(needed(file, 'lecturers check FILE'));
  console.log(`${said}The file is right: lecturers ${rows.length}.`);
}

type Reach = Pick<
  Context,
  'by' | 'claims' | 'commit' | 'flags' | 'kinds' | 'lecturers' | 'now' | 'people' | 'random' | 'requests'
>;

/** `lecturers load FILE`: who is not in it stays as they are; who has no account is asked for one. */
export async function lecturersLoad(context: Reach, word: string | undefined): Promise<void> {
  const { rows, said } = await read(needed(word, 'lecturers load FILE'));
  const plan = await planLecturers(context, rows, context.now());
  if (plan.wrong.length > 0) {
    const lines = plan.wrong.map(({ id, reason }) => `  ${id} ${reason}`);
    throw new Complaint(`Nothing was loaded:\n${lines.join('\n')}`);
  }
  await confirm(context, [`${said}${rows.length} lecturers:`, ...linesOf(plan)].join('\n'));
  const done = { new: 0, changed: 0, asked: 0 };
  for (const row of rows) {
    const kind = await loadLecturer(context, row, context.by, context.now());
    if (kind === 'new' || kind === 'changed') done[kind] += 1;
    // By how they are and not by what has changed, so that it can be done again after a fault.
    await mailStatementsAnew(context, { lecturer: row.id, by: context.by }, context.now());
    const lecturer = await context.lecturers.get(row.id);
    if (!lecturer || lecturer.accounts > 0) continue;
    const outcome = await askForAccount(context, { lecturer: row.id, by: context.by }, context.now());
    if (outcome === 'asked') done.asked += 1;
  }
  console.log(
    `Loaded: ${done.new} new, ${done.changed} changed. ${done.asked} are emailed a link to enter an account.`,
  );
}

const linesOf = ({ plans }: LecturersPlan): string[] => {
  const list = (title: string, some: readonly string[]): string[] =>
    some.length > 0 ? [`  ${title}: ${some.join(', ')}`] : [];
  return [
    ...list(
      'new',
      plans.flatMap(({ id, plan }) => (plan.kind === 'new' ? [id] : [])),
    ),
    ...list(
      'changed',
      plans.flatMap(({ id, plan }) => (plan.kind === 'changed' ? [`${id} (${plan.fields.join(', ')})`] : [])),
    ),
    ...list(
      'as they were',
      plans.flatMap(({ id, plan }) => (plan.kind === 'same' ? [id] : [])),
    ),
    ...list(
      'have another address: links that were emailed before stop working',
      plans.flatMap(({ id, plan }) => (plan.kind === 'changed' && plan.moved ? [id] : [])),
    ),
  ];
};
