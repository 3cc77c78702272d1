import { type Checklist, requiredDone, undecidedOf } from '../../functions/checklists/checklist.ts';
import { isSettled } from '../../functions/checklists/item.ts';
import { loadTemplate } from '../../functions/checklists/load-template.ts';
import { checkTemplate, type Template } from '../../functions/checklists/template.ts';
import { assigneeId } from '../../functions/requests/request.ts';
import { Complaint, type Context, confirm, needed, type Row } from '../context.ts';
import { printRows } from '../print-rows.ts';
import { encodingLine, problemLines, readNamedFile } from '../read-file.ts';

async function read(file: string): Promise<{ readonly template: Template; readonly said: string }> {
  const found = await readNamedFile(file);
  const checked = checkTemplate(found.text);
  if (!checked.ok) throw new Complaint(`The file cannot be used:\n${problemLines(file, checked.problems)}`);
  return { template: checked.value, said: encodingLine(found, checked.value.title.ko) };
}

const exampleNote = ' It is an example.';

/** `checklists check FILE` */
export async function checklistsCheck(word: string | undefined): Promise<void> {
  const { template, said } = await read(needed(word, 'checklists check FILE'));
  const { title, items, example } = template;
  console.log(`${said}${title.en}: ${items.length} items, all right.${example ? exampleNote : ''}`);
}

type Loading = Pick<Context, 'by' | 'checklists' | 'commit' | 'flags' | 'now'>;

/** `checklists load FILE`: lists that have begun stay as they are. */
export async function checklistsLoad(context: Loading, word: string | undefined): Promise<void> {
  const { template, said } = await read(needed(word, 'checklists load FILE'));
  const before = await context.checklists.template(template.id);
  const was = before ? `in the place of version ${before.version}` : 'the first of this name';
  await confirm(
    context,
    `${said}Loads ${template.id} with ${template.items.length} items, ${was}. Lists that have begun stay as they are.`,
  );
  const { kind, version } = await loadTemplate(context, { template, by: context.by }, context.now());
  console.log(kind === 'loaded' ? `Loaded as version ${version}.` : `Nothing has changed; version ${version} stays.`);
}

/** How many lists are shown. */
const mostListed = 200;

type Reading = Pick<Context, 'checklists' | 'requests'>;

/** `checklists list`: those under way, what is due next first. */
export async function checklistsList({ checklists }: Pick<Reading, 'checklists'>): Promise<void> {
  const found = await checklists.underWay(mostListed);
  for (const { owner, name } of found) {
    const list = await checklists.list(owner, name);
    if (!list) continue;
    const { id, items, nextDueOn = '-' } = list;
    const settled = items.filter(isSettled).length;
    console.log(
      `${id.padEnd(40)}  ${settled}/${items.length}  due ${nextDueOn}  to decide ${undecidedOf(list).length}`,
    );
  }
  if (found.length === 0) console.log('No checklist is under way.');
  if (found.length === mostListed) console.log(`Only the first ${mostListed} are shown.`);
}

/** Whom a list waits for: by ids, with the request. */
async function waitingRows({ requests }: Reading, list: Checklist): Promise<Row[]> {
  const ids = [list.check, ...Object.values(list.doers).map(({ request }) => request)];
  const open = await requests.stillOpen(ids);
  return open.map(
    (request): Row => ['waiting for', `${assigneeId(request.assignee)} until ${request.dueAt}, ${request.id}`],
  );
}

/** A list by its id, for `find`: how far it is; no words of anybody. */
export async function checklistRows(context: Reading, id: string): Promise<readonly Row[] | undefined> {
  const list = await context.checklists.byId(id);
  if (!list) return undefined;
  const { items, template, manager } = list;
  const state = list.erasedAt ? 'erased' : list.completedAt ? 'complete' : 'under way';
  return [
    ['checklist', id],
    ['template', `${template.id}, version ${template.version}`],
    ['state', `${state}, ${items.filter(isSettled).length} of ${items.length} items done`],
    ['required', requiredDone(list) ? 'all done' : 'not all done'],
    ['manager', manager],
    ...(await waitingRows(context, list)),
  ];
}

/** `checklists show LIST`: each item with its state; what people typed is at the manager's desk alone. */
export async function checklistsShow(context: Reading, word: string | undefined): Promise<void> {
  const id = needed(word, 'checklists show LIST');
  const rows = await checklistRows(context, id);
  const list = await context.checklists.byId(id);
  if (!rows || !list) throw new Complaint(`There is no checklist ${id}.`);
  printRows(rows);
  for (const { id: item, state, doer, dueOn, required, unansweredSince } of list.items) {
    const marks = [required ? 'required' : 'optional', ...(unansweredSince === undefined ? [] : ['no answer'])];
    console.log(`  ${item.padEnd(24)}  ${state.padEnd(11)}  ${dueOn}  ${doer}, ${marks.join(', ')}`);
  }
}
