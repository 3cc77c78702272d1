import { writeFile } from 'node:fs/promises';
import { firstCounts } from '../../functions/casework/round-counts.ts';
import { forms } from '../../functions/forms/round-form.ts';
import { checkRound } from '../../functions/rounds/check-round.ts';
import { loadRound } from '../../functions/rounds/load-round.ts';
import { roundPhase } from '../../functions/rounds/round.ts';
import { roundFile } from '../../functions/rounds/round-file.ts';
import { systemClock } from '../../functions/shared/aws/service.ts';
import { formatEnd, formatInstant } from '../../functions/shared/time.ts';
import { Complaint, type Context, confirm, needed } from '../context.ts';
import { encodingLine, problemLines, readNamedFile } from '../read-file.ts';
import { readIfThere } from '../read-if-there.ts';
import {
  changesShown,
  daysShown,
  harmIn,
  harmShown,
  namedShown,
  type RightRound,
  requiredFieldsOf,
  warningsShown,
} from './round-findings.ts';

async function read(file: string): Promise<RightRound> {
  const read = await readNamedFile(file);
  const checked = checkRound(read.text, Object.fromEntries(forms));
  if (checked.ok) {
    process.stdout.write(encodingLine(read, checked.round.title.ko));
    return checked;
  }
  throw new Complaint(`The round cannot be used:\n${problemLines(file, checked.problems)}`);
}

/** `round check FILE`: by itself, and beside the version that is loaded if there is a cloud to ask. */
export async function roundCheck(name: string | undefined, at?: () => Context): Promise<void> {
  const file = needed(name, 'round check FILE');
  const right = await read(file);
  const { round } = right;
  console.log(
    `${round.id} is right: ${round.title.en}, ${formatInstant(round.opensAt, 'en')} to ${formatEnd(round.closesAt, 'en')}.`,
  );
  console.log(daysShown(right));
  const found = at
    ? await readIfThere(() => at().rounds.written(round.id))
    : ({ kind: 'no-cloud', why: 'no stage is named.' } as const);
  const was = found.kind === 'read' ? found.value : undefined;
  if (found.kind === 'no-cloud') console.log(`Not compared with what is loaded: ${found.why}`);
  else console.log(was ? changesShown(right, was) : `No version of ${round.id} is loaded.`);
  const harmful = harmIn(right, was, systemClock());
  if (harmful.length > 0) console.log(`Loading it would be refused: ${harmShown(harmful)}`);
  print(warningsShown(file, right, was, systemClock()));
  if (at && found.kind === 'read') print(await namedShown(file, right, at()));
}

const print = (lines: string): void => void (lines !== '' && console.log(lines));

/** `round load FILE [--force --reason TEXT]` */
export async function roundLoad(context: Context, name: string | undefined): Promise<void> {
  const file = needed(name, 'round load FILE');
  const right = await read(file);
  const { round } = right;
  const { force, reason } = context.flags;
  if (force && !reason) throw new Complaint('A forced change needs a reason: --force --reason "…".');
  const was = await context.rounds.written(round.id);
  if (was) console.log(changesShown(right, was));
  print(warningsShown(file, right, was, context.now()));
  print(await namedShown(file, right, context));
  const harmful = harmIn(right, was, context.now());
  if (harmful.length > 0 && !force) throw new Complaint(`Not loaded: ${harmShown(harmful)}`);
  if (harmful.length > 0) console.log(`Forced, though ${harmShown(harmful)}`);
  await confirm(
    context,
    `${round.id}: ${was ? `version ${was.version} is there; a changed file becomes version ${was.version + 1}` : 'becomes version 1'}.`,
  );
  const outcome = await loadRound(
    context,
    round,
    { by: context.by, requiredFieldsOf, ...(force && reason && { force: { reason } }) },
    context.now(),
  );
  if (outcome.kind === 'unchanged') console.log(`Nothing has changed; version ${outcome.version} stays.`);
  if (outcome.kind === 'loaded') {
    console.log(
      `Version ${outcome.version} is loaded${outcome.forced.length > 0 ? `; forced: ${outcome.forced.map(({ field }) => field).join(', ')}` : ''}.`,
    );
  }
  // From the first moment on its page at the desk has numbers; from the next tick of the clock on they are counted.
  if (outcome.kind === 'loaded' && !was) await context.counts.put(firstCounts(round.id, context.now()));
  if (outcome.kind === 'loaded' && outcome.ineffective.length > 0) {
    console.log(
      `No effect any more, since the selection goes by the version of the closing: ${outcome.ineffective.join(', ')}.`,
    );
  }
  if (outcome.kind === 'closed-for-good') {
    throw new Complaint(
      `Not loaded: the selection of ${round.id} has begun (${outcome.state}), and who applied now would never be looked at. A round that has closed is not opened again.`,
    );
  }
  if (outcome.kind === 'harmful') throw new Complaint(`Not loaded: ${harmShown(outcome.changes)}`);
}

/** `round show ID [FILE] [--version N]`: on the screen, or into a file that is not there yet. */
export async function roundShow(context: Context, id: string | undefined, file: string | undefined): Promise<void> {
  const wanted = context.flags.version;
  const round = await context.rounds.written(needed(id, 'round show ID [FILE]'), wanted ? Number(wanted) : undefined);
  if (!round) throw new Complaint(`There is no round ${id}${wanted ? ` in version ${wanted}` : ''}.`);
  const heading = `# ${round.id} version ${round.version}: ${roundPhase(round, context.now())}\n`;
  if (file === undefined) return console.log(`${heading}${roundFile(round).trimEnd()}`);
  await writeFile(file, `${heading}${roundFile(round)}`, { flag: 'wx' }).catch((error: unknown) => {
    throw new Complaint(`Nothing was written to ${file}: ${error instanceof Error ? error.message : String(error)}`);
  });
  console.log(`${round.id} version ${round.version} is in ${file}.`);
}
