import { loadSpaces, previewSpaces } from '../../functions/spaces/load-spaces.ts';
import type { SpacePlan, WrongSpace } from '../../functions/spaces/plan-spaces.ts';
import { readSpaces, type SpaceRow } from '../../functions/spaces/read-spaces.ts';
import { spaceText } from '../../functions/spaces/space.ts';
import { Complaint, type Context, confirm, needed } from '../context.ts';
import { encodingLine, problemLines, readNamedFile } from '../read-file.ts';

async function read(path: string): Promise<{ readonly rows: readonly SpaceRow[]; readonly said: string }> {
  const file = await readNamedFile(path);
  const { spaces: rows, bad } = readSpaces(file.text);
  if (bad.length > 0) throw new Complaint(`The spaces cannot be used:\n${problemLines(path, bad)}`);
  return { rows, said: encodingLine(file, rows.slice(0, 3).map(spaceText).join(', ')) };
}

/** `spaces check FILE` */
export async function spacesCheck(file: string | undefined): Promise<void> {
  const { rows, said } = await read(needed(file, 'spaces check FILE.csv'));
  const desks = rows.reduce((sum, row) => sum + row.desks, 0);
  console.log(`${said}The file is right: spaces ${rows.length}, desks ${desks}.`);
}

/** `spaces load FILE`: the whole list; what is not in it is given to nobody any more, and refused if it is held. */
export async function spacesLoad(
  context: Pick<Context, 'by' | 'commit' | 'flags' | 'now' | 'spaces'>,
  word: string | undefined,
): Promise<void> {
  const { rows, said } = await read(needed(word, 'spaces load FILE.csv'));
  const { plans, wrong } = await previewSpaces(context, rows, context.now());
  refuse(wrong);
  await confirm(context, [`${said}${rows.length} spaces:`, ...linesOf(plans)].join('\n'));
  const outcome = await loadSpaces(context, { rows, by: context.by }, context.now());
  if (outcome.kind === 'held') return refuse(outcome.wrong);
  const count = (kind: SpacePlan['kind']): number => outcome.plans.filter((plan) => plan.kind === kind).length;
  console.log(`Loaded: ${count('new')} new, ${count('changed')} changed, ${count('removed')} taken off the list.`);
}

function refuse(wrong: readonly WrongSpace[]): void {
  if (wrong.length === 0) return;
  const lines = wrong.map(({ id, reason }) => `  ${id} ${reason}`);
  throw new Complaint(`A space that is held is not taken away:\n${lines.join('\n')}`);
}

const linesOf = (plans: readonly SpacePlan[]): string[] => {
  const list = (title: string, some: readonly string[]): string[] =>
    some.length > 0 ? [`  ${title}: ${some.join(', ')}`] : [];
  const named = (kind: SpacePlan['kind']): string[] =>
    plans.flatMap((plan) => (plan.kind === kind ? [plan.next.id] : []));
  return [
    ...list('new', named('new')),
    ...list(
      'changed',
      plans.flatMap((plan) => (plan.kind === 'changed' ? [`${plan.next.id} (${plan.fields.join(', ')})`] : [])),
    ),
    ...list('not in the file, given to nobody from today on', named('removed')),
    ...list('as they were', named('same')),
  ];
};
