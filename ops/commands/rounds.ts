import { forms } from '../../functions/forms/round-form.ts';
import { type CheckedRound, checkRound } from '../../functions/rounds/check-round.ts';
import { loadRound } from '../../functions/rounds/load-round.ts';
import { roundPhase } from '../../functions/rounds/round.ts';
import { formatEnd, formatInstant } from '../../functions/shared/time.ts';
import { Complaint, type Context, confirm, needed } from '../context.ts';
import { encodingLine, readNamedFile } from '../read-file.ts';

async function read(file: string): Promise<Extract<CheckedRound, { ok: true }>['round']> {
  const read = await readNamedFile(file);
  const checked = checkRound(read.text, Object.fromEntries(forms));
  if (checked.ok) {
    process.stdout.write(encodingLine(read, checked.round.title.ko));
    return checked.round;
  }
  const lines = checked.problems.map(
    ({ line, field, reason }) => `  ${file}:${line} ${field ? `${field} ` : ''}${reason}`,
  );
  throw new Complaint(`The round cannot be used:\n${lines.join('\n')}`);
}

/** `round check FILE` */
export async function roundCheck(file: string | undefined): Promise<void> {
  const round = await read(needed(file, 'round check FILE'));
  console.log(
    `${round.id} is right: ${round.title.en}, ${formatInstant(round.opensAt, 'en')} to ${formatEnd(round.closesAt, 'en')}.`,
  );
}

/** `round load FILE [--force --reason TEXT]` */
export async function roundLoad(context: Context, file: string | undefined): Promise<void> {
  const round = await read(needed(file, 'round load FILE'));
  const { force, reason } = context.flags;
  if (force && !reason) throw new Complaint('A forced change wants a reason: --force --reason "…".');
  const was = await context.rounds.current(round.id);
  await confirm(
    context,
    `${round.id}: ${was ? `version ${was.version} is there; a changed file becomes version ${was.version + 1}` : 'becomes version 1'}.`,
  );
  const outcome = await loadRound(
    context,
    round,
    {
      by: context.by,
      requiredFieldsOf: (form) => forms.get(form)?.requiredFields ?? [],
      ...(force && reason && { force: { reason } }),
    },
    context.now(),
  );
  if (outcome.kind === 'unchanged') console.log(`Nothing has changed; version ${outcome.version} stays.`);
  if (outcome.kind === 'loaded') {
    console.log(
      `Version ${outcome.version} is loaded${outcome.forced.length > 0 ? `; forced: ${outcome.forced.map(({ field }) => field).join(', ')}` : ''}.`,
    );
  }
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
  if (outcome.kind === 'harmful') {
    const lines = outcome.changes.map(({ field, reason: why }) => `  ${field} ${why}`);
    throw new Complaint(
      `Not loaded: this would hurt applicants.\n${lines.join('\n')}\nIf it must be: --force --reason "…" (the audit keeps it).`,
    );
  }
}

/** `round show ID [--version N]` */
export async function roundShow(context: Context, id: string | undefined): Promise<void> {
  const wanted = context.flags.version;
  const round = wanted
    ? await context.rounds.version(needed(id, 'round show ID'), Number(wanted))
    : await context.rounds.current(needed(id, 'round show ID'));
  if (!round) throw new Complaint(`There is no round ${id}${wanted ? ` in version ${wanted}` : ''}.`);
  console.log(`${round.id} version ${round.version}: ${roundPhase(round, context.now())}`);
  console.log(JSON.stringify(round, null, 2));
}
