import { ruleKinds } from '../../functions/app/rule-kinds.ts';
import { checkBudgetFile } from '../../functions/budget/budget-file.ts';
import { ceilingNotices, isYearOver, planCeilings } from '../../functions/budget/load-budget.ts';
import type { Compared } from '../../functions/rule-files/compare-rules.ts';
import { changeText, placeText } from '../../functions/rule-files/difference-words.ts';
import { ceilingText, rulesWords, tooLowText } from '../../functions/rule-files/pages/rules-texts.ts';
import { previewRules, proposeRules } from '../../functions/rule-files/propose-rules.ts';
import { type ReadRules, readRules } from '../../functions/rule-files/rule-kinds.ts';
import type { FileProblem } from '../../functions/shared/files/check-yaml.ts';
import { formatWon } from '../../functions/shared/text/won.ts';
import { seoulDateOf } from '../../functions/shared/time.ts';
import { Complaint, type Context, confirm, needed } from '../context.ts';
import { encodingLine, problemLines, readNamedFile } from '../read-file.ts';

const refused = (file: string, problems: readonly FileProblem[]): Complaint =>
  new Complaint(`The file cannot be used:\n${problemLines(file, problems)}`);

async function read(
  file: string,
): Promise<{ readonly text: string; readonly rules: ReadRules; readonly said: string }> {
  const found = await readNamedFile(file);
  const outcome = readRules(found.text, ruleKinds);
  if (!outcome.ok) throw refused(file, outcome.problems);
  const { rules } = outcome;
  return { text: found.text, rules, said: encodingLine(found, rules.title.ko) };
}

const exampleNote = ' It is an example: nobody is paid by it.';

/** `rules check FILE` */
export async function rulesCheck(word: string | undefined): Promise<void> {
  const { rules, said } = await read(needed(word, 'rules check FILE'));
  console.log(`${said}${rules.title.en} is right.${rules.example ? exampleNote : ''}`);
}

type Reach = Pick<
  Context,
  'budgets' | 'by' | 'commit' | 'flags' | 'interestsIn' | 'kinds' | 'now' | 'people' | 'random' | 'requests' | 'rules'
>;

/** `rules load FILE`: proposed, and in force once somebody else of finance has confirmed it. @param kind the only one that is taken */
export async function rulesLoad(context: Reach, word: string | undefined, kind?: string): Promise<void> {
  const file = needed(word, `${kind ?? 'rules'} load FILE`);
  const { text, rules, said } = await read(file);
  if (kind && rules.kind !== kind) throw new Complaint(`${file} is no ${kind}.`);
  const deps = { ...context, ruleKinds };
  const preview = await previewRules(deps, text, context.now());
  if ('problems' in preview) throw refused(file, preview.problems);
  const told = await ceilingsTold(context, rules.kind === 'budget' ? text : undefined);
  await confirm(context, said + [...shown(preview.compared), ...told].join('\n'));
  const outcome = await proposeRules(deps, { text, by: context.by }, context.now());
  switch (outcome.kind) {
    case 'wrong':
      throw refused(file, outcome.problems);
    case 'too-long':
      throw new Complaint(`Nothing was loaded: more than ${outcome.most} characters are too many.`);
    case 'nobody-confirms':
      throw new Complaint('Nothing was loaded: nobody else has the role finance-officer, to confirm it.');
    case 'unchanged':
      console.log(`Nothing has changed; version ${outcome.version} stays.`);
      return;
    case 'proposed':
      console.log(
        `Version ${outcome.version.number} of ${outcome.version.slot} is proposed; ${outcome.asked} is asked to confirm it.`,
      );
  }
}

/** What a budget lowers, leaves out, or says of a year that is over. @throws Complaint, of a ceiling that is too low */
async function ceilingsTold(
  { budgets, by, now }: Pick<Context, 'budgets' | 'by' | 'now'>,
  text: string | undefined,
): Promise<string[]> {
  const budget = text === undefined ? undefined : checkBudgetFile(text);
  if (!budget?.ok) return [];
  const plan = await planCeilings(budgets, { file: budget.value, by }, now());
  if (plan.kind === 'too-low') {
    const lines = plan.lines.map(({ line, by: short }) => `  ${tooLowText(line, formatWon(short)).en}`);
    throw new Complaint(`Nothing was loaded: less than what is promised and spent.\n${lines.join('\n')}`);
  }
  const notices = await ceilingNotices(budgets, budget.value);
  return [
    ...notices.map((one) => `  ${ceilingText(one).en}`),
    ...(isYearOver(budget.value.year, seoulDateOf(now())) ? [rulesWords.yearIsOver.en] : []),
  ];
}

function shown({ rules, firstDay, differences, examples, against }: Compared): string[] {
  const since = against ? `compared with version ${against.number}` : 'the first version';
  const won = (amount: number | undefined) => (amount === undefined ? '-' : formatWon(amount).en);
  return [
    `${rules.title.en}, from ${firstDay}, ${since}:${rules.example ? exampleNote : ''}`,
    ...differences.map((one) => `  ${placeText(one, 'en')}: ${changeText(one, 'en')}`),
    ...examples.map(({ title, before, after }) => `  ${title.en}: paid ${won(before?.paid)}, then ${won(after?.paid)}`),
  ];
}

/** `rules list`: what is in force today, and what waits. */
export async function rulesList(context: Pick<Context, 'now' | 'rules'>): Promise<void> {
  const slots = await context.rules.slots();
  const today = seoulDateOf(context.now());
  for (const slot of slots) {
    const versions = await context.rules.versionsOf(slot);
    const present = await context.rules.inForce(slot, today);
    const waiting = versions.find(({ state }) => state === 'PROPOSED');
    const words = [
      present ? `version ${present.number} since ${present.firstDay}` : 'nothing in force today',
      ...(waiting ? [`version ${waiting.number} waits for finance`] : []),
    ];
    console.log(`${slot.padEnd(16)} ${words.join('; ')}`);
  }
  if (slots.length === 0) console.log('No rules are loaded.');
}

/** `rules show SLOT [--version N]`: all versions, and the file of one. */
export async function rulesShow(context: Pick<Context, 'flags' | 'rules'>, word: string | undefined): Promise<void> {
  const slot = needed(word, 'rules show SLOT [--version N]');
  const versions = await context.rules.versionsOf(slot);
  if (versions.length === 0) throw new Complaint(`There are no rules ${slot}.`);
  const { version } = context.flags;
  if (version) {
    const found = versions.find(({ number }) => String(number) === version);
    if (!found) throw new Complaint(`${slot} has no version ${version}.`);
    console.log(found.text);
    return;
  }
  for (const { number, state, firstDay, loadedBy, decidedBy, reason } of versions) {
    const decided = decidedBy ? `, by ${decidedBy}` : '';
    const because = reason ? `: ${reason.replaceAll(/\s+/gu, ' ')}` : '';
    console.log(`${number}  ${state}${decided}${because}  from ${firstDay}, loaded by ${loadedBy}`);
  }
}
