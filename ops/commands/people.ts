import { readFile } from 'node:fs/promises';
import { loadPeople, readPeople } from '../../functions/people/load-people.ts';
import { Complaint, type Context, confirm, needed } from '../context.ts';

/** `people load FILE.csv`: all rows or none. */
export async function peopleLoad(context: Context, file: string | undefined): Promise<void> {
  const path = needed(file, 'people load FILE.csv');
  const { people, bad } = readPeople(
    await readFile(path, 'utf8').catch(() => {
      throw new Complaint(`There is no file ${path}.`);
    }),
  );
  if (bad.length > 0) {
    throw new Complaint(
      `Nothing was loaded:\n${bad.map(({ line, reason }) => `  ${path}:${line} ${reason}`).join('\n')}`,
    );
  }
  await confirm(context, `${people.length} people: new ones are added, known ones changed; nobody is removed.`);
  const { loaded, unchanged } = await loadPeople(context, people, context.by, context.now());
  console.log(`${loaded} loaded, ${unchanged} unchanged.`);
}
