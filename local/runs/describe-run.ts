import { isMachine, machinesOf } from '../../functions/app/machines.ts';
import { subjectIn } from '../../functions/runs/look-at-run.ts';
import { roundSubject } from '../../functions/selection/admission.ts';
import { eventsOf } from '../../functions/shared/database/audit.ts';
import type { Reading } from '../../ops/context.ts';
import { holdersOf } from '../../ops/runs/holders.ts';
import { readRun } from '../../ops/runs/read-run.ts';
import { stepLines } from '../../ops/runs/step-lines.ts';
import { remedy } from '../../ops/runs/trouble-rows.ts';
import { allRuns } from './find-runs.ts';
import { time } from './html.ts';
import type { RunDetail, Sent, Told } from './run-page.ts';
import { sentAbout } from './sent-about.ts';
import { type StoredEntry, toWhom, whatOf, whenOf } from './stored-entry.ts';
import { subjectOf } from './subjects.ts';
import { unsentOf } from './unsent.ts';

/** Entries and events that are shown at most, the newest. */
const most = 40;

/** A run with all that is known of what it is about; nothing, if there is none of this ARN. */
export async function describeRun(reading: Reading, arn: string): Promise<RunDetail | undefined> {
  const run = await readRun(reading.sfn, arn);
  if (!run) return undefined;
  const machine = run.machine.slice(reading.named('').length);
  const subject = subjectIn(run.input) ?? subjectOf(run.name);
  const audited = machine === 'cohort-admission' ? roundSubject(subject) : subject;
  const unread: string[] = [];
  /** What cannot be read is named on the page, and keeps nothing else from being shown. */
  const tried = <Value>(what: string, otherwise: Value, read: () => Promise<Value>): Promise<Value> =>
    read().catch((error: unknown) => {
      unread.push(`${what} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
      return otherwise;
    });
  const { trouble } = run;
  const [present, holders, lines, listed, outbox, audit] = await Promise.all([
    tried('What it is about', undefined, async () =>
      isMachine(machine) ? machinesOf(reading)[machine].present(subject) : undefined,
    ),
    tried('Whom it waits for', [], async () =>
      isMachine(machine) && run.status === 'RUNNING' && !trouble ? holdersOf(reading, machine, subject) : [],
    ),
    tried('The log of its step', [], async () =>
      trouble ? stepLines(reading, { about: subject, since: trouble.since, function: trouble.function }) : [],
    ),
    tried('The other runs', [], () => allRuns(reading)),
    tried('The outbox', [], () => sentAbout(reading, [subject, audited], most)),
    tried('The audit', [], () => toldOf(reading, audited)),
  ]);
  const isPresent = !present || present.run === 0 || present.name === run.name;
  return {
    run,
    machine,
    subject,
    ...(!isPresent && { takenOverBy: present.name }),
    holders: isPresent ? holders : [],
    lines,
    ...(trouble && {
      remedy: isPresent ? remedy(trouble, subject, reading.stageName) : `nothing: ${present.name} has taken over`,
    }),
    others: listed.filter((other) => other.arn !== arn && subjectOf(other.name) === subject),
    outbox: outbox.map(sentOf),
    unsent: await tried('What could not be sent', [], () => unsentOf(reading, outbox)),
    audit,
    unread,
  };
}

const sentOf = (entry: StoredEntry): Sent => ({
  what: whatOf(entry),
  to: toWhom(entry),
  state: entry.state,
  note: entry.note,
  at: whenOf(entry),
});

async function toldOf({ db, tables }: Reading, about: string): Promise<Told[]> {
  const events = await eventsOf(db, tables.AUDIT_TABLE, about);
  return events
    .slice(-most)
    .reverse()
    .map(({ at, type, by, data }) => ({
      at: time(Date.parse(at)),
      type,
      by,
      data: Object.entries(data)
        .map(([name, value]) => `${name} ${[value].flat().join(', ')}`)
        .join('; '),
    }));
}
