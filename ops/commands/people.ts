import type { Dependencies } from '../../functions/app/dependencies.ts';
import { roles } from '../../functions/app/roles.ts';
import { loadPeople, PartlyLoaded } from '../../functions/people/load-people.ts';
import { type Row, readPeople } from '../../functions/people/read-people.ts';
import { type Followed, followPeople } from '../../functions/people-changes/follow-people.ts';
import { type PersonPlan, planPeople, sharedMailboxes } from '../../functions/people-changes/plan-people.ts';
import { Complaint, type Context, confirm, needed } from '../context.ts';
import { encodingLine, problemLines, readNamedFile } from '../read-file.ts';

type Reach = Dependencies & Pick<Context, 'flags' | 'by' | 'now'>;

/** `people load FILE.csv`: nothing while a row is bad; what it means for the rounds under way follows at once. */
export async function peopleLoad(context: Reach, file: string | undefined): Promise<void> {
  const path = needed(file, 'people load FILE.csv');
  const read = await readNamedFile(path);
  const { people, bad } = readPeople(read.text, roles);
  if (bad.length > 0) throw new Complaint(`Nothing was loaded:\n${problemLines(path, bad)}`);
  await refuseShared(context, people);
  const plans = await planPeople(context, people, context.now());
  const summary = `${people.length} people: new ones are added, known ones changed; nobody is removed.`;
  const names = people.slice(0, 3).map(({ name }) => name);
  await confirm(context, encodingLine(read, names.join(', ')) + [summary, ...plans.flatMap(planned)].join('\n'));
  const { loaded, unchanged } = await loadPeople(context, people, context.by, context.now()).catch((error: unknown) => {
    if (!(error instanceof PartlyLoaded)) throw error;
    throw new Complaint(
      `Loading failed after ${error.loaded.length} of ${people.length} people; the last is ${error.loaded.at(-1)}. Load ${path} again: it continues from there. (${String(error.cause)})`,
    );
  });
  console.log(`${loaded} loaded, ${unchanged} unchanged.`);
  const ids = people.map(({ id }) => id);
  const followed = await followPeople(context, { people: ids, by: context.by }, context.now()).catch(
    (error: unknown) => {
      throw new Complaint(
        `All people are loaded, but the open requests were not all updated. Load ${path} again: it continues from there. (${String(error)})`,
      );
    },
  );
  for (const line of said(followed)) console.log(line);
}

async function refuseShared(context: Reach, people: readonly Row[]): Promise<void> {
  const shared = await sharedMailboxes(context, people);
  if (shared.length === 0) return;
  const lines = shared.map(
    ({ person, other }) => `  ${person} has the email address of ${other}, who is not in this file`,
  );
  throw new Complaint(`Nothing was loaded: two people with one email address would decide twice.\n${lines.join('\n')}`);
}

/** What becomes of what somebody has open, before it does. */
function planned({ person, lost, moved, becomes }: PersonPlan): string[] {
  const why = [
    ...(lost.length > 0 ? [`no longer ${lost.join(', ')}`] : []),
    ...(moved ? ['another address'] : []),
  ].join('; ');
  return [
    `${person}${why && `: ${why}; all earlier links stop working`}`,
    ...becomes.map(({ kind, how, to, count }) => `  ${count} open (${kind}): ${howText[how](to)}`),
  ];
}

const howText = {
  passes: (to = '') => `goes to ${to}`,
  ends: () => 'ends, others are asked',
  mailed: () => 'stays, and is emailed again',
  nobody: () => 'nobody else may decide it: it waits until somebody is loaded who may',
} as const;

const said = ({ passed, stranded, ended, seeking, committees, mailed }: Followed): string[] => [
  ...(passed > 0 ? [`${passed} open requests went to others.`] : []),
  ...stranded.map(
    (request) => `Nobody else may decide request ${request}: load somebody who may, and this file again.`,
  ),
  ...(ended > 0 ? [`${ended} open reviews were ended; others are asked for them.`] : []),
  ...(seeking > 0 ? [`A reviewer is sought again for ${seeking} applications that lack one.`] : []),
  ...committees.map((round) => `The committee of ${round} is asked as it is now.`),
  ...(mailed > 0 ? [`${mailed} emails with new links are sent.`] : []),
];
