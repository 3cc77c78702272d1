import { parseArgs } from 'node:util';
import { Fault, Refused } from '../functions/shared/errors.ts';
import { StageProblem } from '../infra/stage.ts';
import { capabilities } from './capabilities.ts';
import type { Command } from './command.ts';
import { addressClear } from './commands/addresses.ts';
import { roundCancel, roundClose, waitlistClose } from './commands/admission.ts';
import { cancel, erase, hand, reconcile, redrive, show } from './commands/applications.ts';
import { auditKey, auditShow, auditVerify } from './commands/audit.ts';
import { find } from './commands/find.ts';
import { peopleList, roundList } from './commands/lists.ts';
import { logs } from './commands/logs.ts';
import { outboxFailed, outboxWaiting, resend } from './commands/outbox.ts';
import { peopleLoad } from './commands/people.ts';
import { link, remind } from './commands/reach-people.ts';
import { restore } from './commands/restore.ts';
import { roundStatus } from './commands/round-status.ts';
import { roundCheck, roundLoad, roundShow } from './commands/rounds.ts';
import { stuck } from './commands/stuck.ts';
import { Complaint, type Context, openContext } from './context.ts';

/** Every command says first what it will do; what changes something is in the audit. */
const commands: Readonly<Record<string, Command>> = {
  find: {
    usage: 'find REFERENCE|ROUND|SEAT|ENTRY|EMAIL|NAME',
    about: 'run, state, waiting for whom, since when; whose it is by address or name (audited)',
    run: (at, words) => find(at(), words.length > 0 ? words.join(' ') : undefined),
  },
  show: { usage: 'show REFERENCE', about: 'the answers (audited)', run: (at, [id]) => show(at(), id) },
  hand: {
    usage: 'hand REQUEST PERSON',
    about: 'hands a request over to somebody else',
    run: (at, [id, to]) => hand(at(), id, to),
  },
  remind: {
    usage: 'remind REQUEST',
    about: 'sends one more reminder to the person who has it',
    run: (at, [id]) => remind(at(), id),
  },
  link: {
    usage: 'link PERSON',
    about: 'emails new links to one of the staff; earlier links stop working',
    run: (at, [id]) => link(at(), id),
  },
  cancel: {
    usage: 'cancel REFERENCE --reason TEXT',
    about: 'withdraws an application for its applicant',
    run: (at, [id]) => cancel(at(), id),
  },
  logs: {
    usage: 'logs [REFERENCE|FUNCTION] [--hours 24]',
    about: 'faults; or every line about an id, or of a function',
    run: (at, [about]) => logs(at(), about),
  },
  stuck: {
    usage: 'stuck',
    about: 'what a fault has stopped, or fails now: why, and what to do',
    run: (at) => stuck(at()),
  },
  redrive: {
    usage: 'redrive REFERENCE|ROUND|SEAT|all',
    about: 'a new run for what is stuck',
    run: (at, [id]) => redrive(at(), id),
  },
  reconcile: {
    usage: 'reconcile [REFERENCE]',
    about: 'runs for all that need one and have none',
    run: (at, [id]) => reconcile(at(), id),
  },
  erase: {
    usage: 'erase REFERENCE|LECTURER --reason TEXT',
    about: 'overwrites a person’s data',
    run: (at, [id]) => erase(at(), id),
  },
  resend: {
    usage: 'resend ENTRY | --failed --since INSTANT',
    about: 'sends an email (or start, or resumption) again, or all that failed since',
    run: (at, [id]) => resend(at(), id),
  },
  restore: {
    usage: 'restore TABLE COPY',
    about: 'makes a table as a copy that was restored by point in time',
    run: (at, [table, copy]) => restore(at(), table, copy),
  },
  'outbox failed': { usage: 'outbox failed', about: 'what was given up', run: (at) => outboxFailed(at()) },
  'outbox waiting': {
    usage: 'outbox waiting',
    about: 'how many wait for what, and since when',
    run: (at) => outboxWaiting(at()),
  },
  'address clear': {
    usage: 'address clear EMAIL',
    about: 'an address that bounced works again, for SES too',
    run: (at, [email]) => addressClear(at(), email),
  },
  'round check': {
    usage: 'round check FILE',
    about: 'what is wrong in a round’s file, what it changes, and what in it looks stale',
    alone: true,
    run: (at, [file]) => roundCheck(file, at),
  },
  'round load': {
    usage: 'round load FILE [--force --reason TEXT]',
    about: 'a round’s first or next version',
    run: (at, [file]) => roundLoad(at(), file),
  },
  'round show': {
    usage: 'round show ID [FILE] [--version N]',
    about: 'a round as it is, or was, as a file that can be changed and loaded',
    run: (at, [id, file]) => roundShow(at(), id, file),
  },
  'round list': { usage: 'round list', about: 'every round and how far it is', run: (at) => roundList(at()) },
  'round status': {
    usage: 'round status ROUND',
    about: 'how many of how many at each step, waiting for whom',
    run: (at, [id]) => roundStatus(at(), id),
  },
  'round close': {
    usage: 'round close ROUND --reason TEXT',
    about: 'takes no more applications from now on',
    run: (at, [id]) => roundClose(at(), id),
  },
  'round cancel': {
    usage: 'round cancel ROUND --reason TEXT',
    about: 'ends it for ever; the reason goes to applicants',
    run: (at, [id]) => roundCancel(at(), id),
  },
  'waitlist close': {
    usage: 'waitlist close ROUND --reason TEXT',
    about: 'closes the waiting list: nobody on it is offered a place any more',
    run: (at, [id]) => waitlistClose(at(), id),
  },
  ...Object.fromEntries(capabilities.flatMap(({ commands = {} }) => Object.entries(commands))),
  'people load': {
    usage: 'people load FILE.csv',
    about: 'the staff; nothing of a file with a bad row',
    run: (at, [file]) => peopleLoad(at(), file),
  },
  'people list': {
    usage: 'people list',
    about: 'the staff, their roles and what waits for them (audited)',
    run: (at) => peopleList(at()),
  },
  'audit verify': {
    usage: 'audit verify [SUBJECT]',
    about: 'every chain of events, or those of one subject: whole, and since when signed',
    run: (at, [id]) => auditVerify(at(), id),
  },
  'audit show': {
    usage: 'audit show SUBJECT',
    about: 'the events of an application, round, person',
    run: (at, [id]) => auditShow(at(), id),
  },
  'audit key': { usage: 'audit key', about: 'the public key of the signed manifests', run: (at) => auditKey(at()) },
};

const help = (): string =>
  [
    'npm run ops -- COMMAND [--stage local] [--yes] [--as NAME, on the local cloud]',
    ...Object.values(commands).map(({ usage, about }) => `  ${usage.padEnd(42)} ${about}`),
  ].join('\n');

async function perform(words: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      stage: { type: 'string', default: process.env.SFA_STAGE ?? 'local' },
      yes: { type: 'boolean', default: false },
      force: { type: 'boolean', default: false },
      reason: { type: 'string' },
      code: { type: 'string' },
      version: { type: 'string' },
      hours: { type: 'string' },
      failed: { type: 'boolean', default: false },
      since: { type: 'string' },
      at: { type: 'string' },
      as: { type: 'string' },
    },
  });
  const [first = '', second = ''] = positionals;
  const two = commands[`${first} ${second}`];
  const command = two ?? commands[first];
  if (!command) throw new Complaint(help());
  const context = await openContext(values).catch((error: unknown) => {
    if (!command.alone || !(error instanceof Error)) throw error;
    return error;
  });
  const opened = (): Context => {
    if (context instanceof Error) throw context;
    return context;
  };
  await command.run(opened, positionals.slice(two ? 2 : 1));
}

/** Performs the command that the words after `npm run ops --` say; gives its exit code, having said what went wrong. */
export async function runCommand(words: readonly string[]): Promise<0 | 1> {
  try {
    await perform(words);
    return 0;
  } catch (error) {
    const told = error instanceof Complaint || error instanceof StageProblem;
    const named = error instanceof Fault ? `${error.name}: ${error.message}` : undefined;
    const spoken = told ? error.message : error instanceof Refused ? error.text.en : named;
    console.error(spoken ?? error);
    return 1;
  }
}

if (import.meta.main) process.exitCode = await runCommand(process.argv.slice(2));
