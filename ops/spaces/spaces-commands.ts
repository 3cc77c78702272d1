import { type LocalDate, localDateSchema, seoulDateOf } from '../../functions/shared/time.ts';
import { confirmReturn, decideAndStore } from '../../functions/spaces/decide-space.ts';
import { countsOf, freeIn, type OccupancyRow, occupancyOn, occupancyStates } from '../../functions/spaces/occupancy.ts';
import { behindWords, fittingText, unfitText } from '../../functions/spaces/pages/proposal-words.ts';
import { notDecidedText, stateWords } from '../../functions/spaces/pages/spaces-words.ts';
import { proposeSpaces } from '../../functions/spaces/propose-space.ts';
import { type Holding, holderText, type Space, spaceText } from '../../functions/spaces/space.ts';
import { overstayOf, stayOn } from '../../functions/spaces/stays.ts';
import { Complaint, type Context, confirm, needed } from '../context.ts';

function dayIn(word: string): LocalDate {
  const day = localDateSchema.safeParse(word);
  if (!day.success) throw new Complaint(`${word} is no day: write it like 2027-05-10.`);
  return day.data;
}

const contractText = ({ holder, from, to }: Holding): string => `${holderText(holder)}, ${from} to ${to}`;

/** `spaces list [DATE]`: who has a contract for each space on a day, and who is there. */
export async function spacesList(
  { spaces, now }: Pick<Context, 'spaces' | 'now'>,
  word: string | undefined,
): Promise<void> {
  const today = seoulDateOf(now());
  const date = word === undefined ? today : dayIn(word);
  const all = await spaces.all();
  if (all.length === 0) throw new Complaint('There is no space yet: load a file (spaces load FILE.csv).');
  const rows = occupancyOn(all, date, today);
  for (const row of rows) console.log(lineOf(row, today));
  const counts = countsOf(rows);
  const numbers = occupancyStates.map((state) => `${counts[state]} ${stateWords[state].en}`);
  console.log(`${date}${date > today ? ', by the contracts' : ''}: ${numbers.join(', ')}.`);
}

function lineOf({ space, state, contract, occupant }: OccupancyRow, today: LocalDate): string {
  const stays = overstayOf(space, today);
  return [
    space.id.padEnd(14),
    `${spaceText(space)}, ${space.desks} desks${space.accessible ? ', step-free' : ''}`.padEnd(34),
    stateWords[state].en.padEnd(24),
    ...(contract ? [`contract: ${contractText(contract)}`] : []),
    ...(occupant && occupant.number !== contract?.number ? [`there: ${contractText(occupant)}`] : []),
    ...(stays && occupant?.number === stays.holding.number ? [`${stays.days} days past the end today`] : []),
  ]
    .join('  ')
    .trimEnd();
}

/** `spaces free FROM TO`: what can be given away for a period, the next round's, say; and who has to leave before. */
export async function spacesFree(
  { spaces, now }: Pick<Context, 'spaces' | 'now'>,
  [fromWord, toWord]: readonly string[],
): Promise<void> {
  const usage = 'spaces free FROM TO';
  const [from, to] = [dayIn(needed(fromWord, usage)), dayIn(needed(toWord, usage))];
  if (to < from) throw new Complaint(`${to} lies before ${from}.`);
  const free = freeIn(await spaces.all(), { from, to }, seoulDateOf(now()));
  for (const { space, leaving } of free) {
    const before = leaving ? `, once ${holderText(leaving.holder)} leaves (contract to ${leaving.to})` : '';
    console.log(
      `${space.id.padEnd(14)}  ${spaceText(space)}, ${space.desks} desks${space.accessible ? ', step-free' : ''}${before}`,
    );
  }
  const desks = free.reduce((sum, { space }) => sum + space.desks, 0);
  console.log(`Free from ${from} to ${to}: spaces ${free.length}, desks ${desks}.`);
}

/** `spaces propose DESKS FROM TO [step-free]`: the spaces that fit, the best first, and why each of the others does not. */
export async function spacesPropose(
  { spaces, now }: Pick<Context, 'spaces' | 'now'>,
  [desksWord, fromWord, toWord, need]: readonly string[],
): Promise<void> {
  const usage = 'spaces propose DESKS FROM TO [step-free]';
  const desks = Number(needed(desksWord, usage));
  if (!Number.isInteger(desks) || desks < 1 || (need !== undefined && need !== 'step-free')) needed(undefined, usage);
  const [from, to] = [dayIn(needed(fromWord, usage)), dayIn(needed(toWord, usage))];
  if (to < from) throw new Complaint(`${to} lies before ${from}.`);
  const wish = { desks, needsAccess: need === 'step-free' };
  const { fitting, unfit } = proposeSpaces(await spaces.all(), wish, { from, to }, seoulDateOf(now()));
  for (const [index, one] of fitting.entries()) {
    const behind = one.behindBy ? ` ${behindWords[one.behindBy].en}` : '';
    console.log(`${String(index + 1).padStart(2)}  ${one.space.id.padEnd(14)}  ${fittingText(one).en}${behind}`);
  }
  for (const { space, why } of unfit) console.log(` -  ${space.id.padEnd(14)}  ${unfitText(why).en}`);
  if (fitting.length === 0) throw new Complaint('No space fits.');
}

/** `spaces return SPACE DATE`: confirms that whoever is in a space has left, and was there for the last time on a day. */
export async function spacesReturn(
  context: Pick<Context, 'by' | 'commit' | 'flags' | 'now' | 'spaceHolders' | 'spaces'>,
  [spaceWord, dayWord]: readonly string[],
): Promise<void> {
  const usage = 'spaces return SPACE DATE';
  const id = needed(spaceWord, usage);
  const on = dayIn(needed(dayWord, usage));
  const space = await context.spaces.get(id);
  if (!space) throw new Complaint(`There is no space ${id}.`);
  const holding = holdingToReturn(space, seoulDateOf(context.now()));
  if (!holding) throw new Complaint(`Nobody has ${id} at the moment.`);
  await confirm(
    context,
    `${id} is returned by ${contractText(holding)}: last day of use ${on}. This cannot be undone.`,
  );
  const about = { space: id, number: holding.number, on, by: context.by };
  const outcome = await decideAndStore(context, () => confirmReturn(context, about, context.now()));
  if (outcome.kind !== 'changed' && outcome.kind !== 'unchanged') throw new Complaint(notDecidedText(outcome).en);
  console.log(outcome.kind === 'changed' ? 'The return is confirmed.' : 'The return was confirmed before.');
}

/** Whoever is there; after a return that was confirmed, whose it was. */
const holdingToReturn = (space: Space, today: LocalDate): Holding | undefined =>
  stayOn(space, today, today)?.holding ?? space.holdings.findLast(({ returnedOn }) => returnedOn !== undefined);
