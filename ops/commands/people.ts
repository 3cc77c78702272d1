import { readFile } from 'node:fs/promises';
import { type Followed, followPeople } from '../../functions/app/follow-people.ts';
import { roles } from '../../functions/app/roles.ts';
import { loadPeople, PartlyLoaded, readPeople } from '../../functions/people/load-people.ts';
import { Complaint, type Context, confirm, needed } from '../context.ts';

/** `people load FILE.csv`: nothing while a row is bad; what it means for the rounds under way follows at once. */
export async function peopleLoad(context: Context, file: string | undefined): Promise<void> {
  const path = needed(file, 'people load FILE.csv');
  const { people, bad } = readPeople(
    await readFile(path, 'utf8').catch(() => {
      throw new Complaint(`There is no file ${path}.`);
    }),
    roles,
  );
  if (bad.length > 0) {
    throw new Complaint(
      `Nothing was loaded:\n${bad.map(({ line, reason }) => `  ${path}:${line} ${reason}`).join('\n')}`,
    );
  }
  await confirm(
    context,
    `${people.length} people: new ones are added, known ones changed; nobody is removed. Open reviews of those who are no longer reviewers, or are away until they are due, go to others.`,
  );
  const { loaded, unchanged } = await loadPeople(context, people, context.by, context.now()).catch((error: unknown) => {
    if (!(error instanceof PartlyLoaded)) throw error;
    throw new Complaint(
      `Something failed after ${error.loaded.length} of ${people.length} people; the last is ${error.loaded.at(-1)}. Load ${path} again: it goes on from there. (${String(error.cause)})`,
    );
  });
  console.log(`${loaded} loaded, ${unchanged} unchanged.`);
  const ids = people.map(({ id }) => id);
  for (const line of said(await followPeople(context, { people: ids, by: context.by }, context.now())))
    console.log(line);
}

const said = ({ ended, seeking, committees }: Followed): string[] => [
  ...(ended > 0 ? [`${ended} open reviews were ended; others are asked for them.`] : []),
  ...(seeking > 0 ? [`A reviewer is sought again for ${seeking} applications that lack one.`] : []),
  ...committees.map((round) => `The committee of ${round} is asked as it is now.`),
];
