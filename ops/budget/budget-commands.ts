import { freeOf, type Planned } from '../../functions/budget/budget.ts';
import { type BudgetFile, checkBudgetFile } from '../../functions/budget/budget-file.ts';
import { commitBudget } from '../../functions/budget/commit-budget.ts';
import { allFactsOf, claimantOn } from '../../functions/lecturers/dated-facts.ts';
import { formatWon } from '../../functions/shared/text/won.ts';
import { type LocalDate, seoulDateOf } from '../../functions/shared/time.ts';
import { plannedGross } from '../../functions/wages/planned-gross.ts';
import { type RateCard, rateCardIn } from '../../functions/wages/wages-file.ts';
import { Complaint, type Context, confirm, needed } from '../context.ts';
import { encodingLine, problemLines, readNamedFile } from '../read-file.ts';
import { readWagesFile } from '../wages/wages-files.ts';

type Reach = Pick<Context, 'budgets' | 'by' | 'commit' | 'flags' | 'lecturers' | 'now' | 'rules' | 'timetables'>;

const won = (amount: number): string => formatWon(amount).en;

async function read(file: string): Promise<BudgetFile> {
  const read = await readNamedFile(file);
  const checked = checkBudgetFile(read.text);
  if (!checked.ok) throw new Complaint(`The budget cannot be used:\n${problemLines(file, checked.problems)}`);
  process.stdout.write(encodingLine(read, Object.values(checked.value.lines)[0]?.title.ko ?? ''));
  return checked.value;
}

const exampleNote = ' It is an example: finance confirms it before real use.';

/** `budget check FILE` */
export async function budgetCheck(file: string | undefined): Promise<void> {
  const { year, lines, example } = await read(needed(file, 'budget check FILE'));
  console.log(`The budget of ${year} is right: lines ${Object.keys(lines).length}.${example ? exampleNote : ''}`);
}

/** `budget show YEAR` */
export async function budgetShow(context: Pick<Context, 'budgets'>, word: string | undefined): Promise<void> {
  const year = needed(word, 'budget show YEAR');
  const lines = await context.budgets.linesOf(Number(year));
  if (lines.length === 0) throw new Complaint(`There is no budget of ${year}.`);
  for (const line of lines) {
    const { line: name, ceiling, reserved, spent } = line;
    console.log(
      `${name}: ${won(ceiling)}, of which ${won(reserved)} reserved, ${won(spent)} spent, ${won(freeOf(line))} free`,
    );
  }
}

/** `budget commit COHORT [CARD LECTURERS]`: by what finance has confirmed and who is loaded, unless files are named. */
export async function budgetCommit(context: Reach, words: readonly string[]): Promise<void> {
  const usage = 'budget commit COHORT [CARD LECTURERS]';
  const [word, cardFile, lecturersFile] = words;
  const cohort = needed(word, usage);
  const timetable = await context.timetables.get(cohort);
  if (!timetable) throw new Complaint(`${cohort} has no timetable: load it first.`);
  const lessons = timetable.lessons.filter(({ cancelled }) => !cancelled);
  const card = cardFile ? await readWagesFile('rate-card', cardFile) : await confirmedCard(context, lessons);
  const lecturers = cardFile
    ? (await readWagesFile('lecturers', needed(lecturersFile, usage))).lecturers
    : Object.fromEntries(
        await Promise.all(
          (await context.lecturers.all()).map(
            async (one) =>
              [one.id, claimantOn(await allFactsOf(context.lecturers, one), seoulDateOf(context.now()))] as const,
          ),
        ),
      );
  const gross = plannedGross({ cohort, lessons }, lecturers, card);
  if (gross.kind === 'impossible') {
    const lines = gross.missing.map(({ what, on }) => `  ${what}${on ? ` on ${on}` : ''}`);
    throw new Complaint(`The cost cannot be calculated. Missing:\n${lines.join('\n')}`);
  }
  await reserve(
    context,
    cohort,
    gross.parts,
    `${cohort}, version ${timetable.version}, will cost by ${card.title.en}:`,
  );
}

/** The card that applies on the last day of teaching: it has the rates of the days before it, too. */
async function confirmedCard(
  context: Pick<Context, 'rules'>,
  lessons: readonly { readonly date: LocalDate }[],
): Promise<RateCard> {
  const last = lessons
    .map(({ date }) => date)
    .toSorted()
    .at(-1);
  const found = last && (await context.rules.inForce('rate-card', last));
  const card = found && rateCardIn(found.text);
  if (!card) throw new Complaint(`No rate card is in force on ${last ?? 'any day'}: load one (rules load).`);
  return card;
}

/** `budget free COHORT` */
export async function budgetFree(context: Reach, word: string | undefined): Promise<void> {
  const cohort = needed(word, 'budget free COHORT');
  if (!(await context.budgets.commitment(cohort))) throw new Complaint(`Nothing is reserved for ${cohort}.`);
  await reserve(context, cohort, [], `All that is reserved for ${cohort} and not claimed becomes free.`);
}

async function reserve(context: Reach, id: string, plan: readonly Planned[], what: string): Promise<void> {
  const lines = plan.map(({ year, line, amount }) => `  ${year} ${line}: ${won(amount)}`);
  await confirm(context, [what, ...lines].join('\n'));
  const outcome = await commitBudget(context, { id, plan, by: context.by }, context.now());
  if (outcome.kind === 'short') {
    const short = outcome.lines.map(({ year, line, by }) => `  ${year} ${line}: ${won(by)} too little is free`);
    throw new Complaint(`Nothing was reserved.\n${short.join('\n')}`);
  }
  console.log(outcome.kind === 'committed' ? 'The budget is changed.' : 'Nothing has changed.');
}
