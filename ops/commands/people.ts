import type { Dependencies } from '../../functions/app/dependencies.ts';
import { type Followed, followPeople } from '../../functions/app/follow-people.ts';
import { type PersonPlan, planPeople, sharedMailboxes } from '../../functions/app/plan-people.ts';
import { roles } from '../../functions/app/roles.ts';
import { loadPeople, PartlyLoaded, type Row, readPeople } from '../../functions/people/load-people.ts';
import { Complaint, type Context, confirm, needed } from '../context.ts';
import { encodingLine, readNamedFile } from '../read-file.ts';

type Reach = Dependencies & Pick<Context, 'flags' | 'by' | 'now'>;

/** `people load FILE.csv`: nothing while a row is bad; what it means for the rounds under way follows at once. */
export async function peopleLoad(context: Reach, file: string | undefined): Promise<void> {
  const path = needed(file, 'people load FILE.csv');
  const read = await readNamedFile(path);
  const { people, bad } = readPeople(read.text, roles);
  if (bad.length > 0) {
    throw new Complaint(
      `Nothing was loaded:\n${bad.map(({ line, reason }) => `  ${path}:${line} ${reason}`).join('\n')}`,
    );
  }
  await refuseShared(context, people);
  const plans = await planPeople(context, people, context.now());
  const summary = `${people.length} people: new ones are added, known ones changed; nobody is removed.`;
  const names = people.slice(0, 3).map(({ name }) => name);
  await confirm(context, encodingLine(read, names.join(', ')) + [summary, ...plans.flatMap(planned)].join('\n'));
  const { loaded, unchanged } = await loadPeople(context, people, context.by, context.now()).catch((error: unknown) => {
    if (!(error instanceof PartlyLoaded)) throw error;
    throw new Complaint(
      `Something failed after ${error.loaded.length} of ${people.length} people; the last is ${error.loaded.at(-1)}. Load ${path} again: it goes on from there. (${String(error.cause)})`,
    );
  });
  console.log(`${loaded} loaded, ${unchanged} unchanged.`);
  const ids = people.map(({ id }) => id);
  const followed = await followPeople(context, { people: ids, by: context.by }, context.now()).catch(
    (error: unknown) => {
      throw new Complaint(
        `All are loaded, but what that means for what is open was not done to the end. Load ${path} again: it goes on from there. (${String(error)})`,
      );
    },
  );
  for (const line of said(followed)) console.log(line);
}

async function refuseShared(context: Reach, people: readonly Row[]): Promise<void> {
  const shared = await sharedMailboxes(context, people);
  if (shared.length === 0) return;
  const lines = shared.map(({ person, other }) => `  ${person} has the mailbox of ${other}, who is not in this file`);
  throw new Complaint(`Nothing was loaded: two people with one mailbox would decide twice.\n${lines.join('\n')}`);
}

/** What becomes of what somebody has open, before it does. */
function planned({ person, lost, moved, becomes }: PersonPlan): string[] {
  const why = [
    ...(lost.length > 0 ? [`no longer ${lost.join(', ')}`] : []),
    ...(moved ? ['another address'] : []),
  ].join('; ');
  return [
    `${person}${why && `: ${why}; every link mailed to them before opens nothing more`}`,
    ...becomes.map(({ kind, how, to, count }) => `  ${count} open (${kind}): ${howText[how](to)}`),
  ];
}

const howText = {
  passes: (to = '') => `goes to ${to}`,
  ends: () => 'ends, others are asked',
  mailed: () => 'stays, mailed anew',
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
  ...(mailed > 0 ? [`${mailed} mails with new links leave.`] : []),
];
