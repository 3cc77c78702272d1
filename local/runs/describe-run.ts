import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { isMachine, machinesOf } from '../../functions/app/machines.ts';
import { entrySchema, type OutboxEntry } from '../../functions/outbox/entry.ts';
import { subjectIn } from '../../functions/runs/look-at-run.ts';
import { roundSubject } from '../../functions/selection/admission.ts';
import { eventsOf } from '../../functions/shared/audit.ts';
import type { Reading } from '../../ops/context.ts';
import { holdersOf } from '../../ops/runs/holders.ts';
import { readRun } from '../../ops/runs/read-run.ts';
import { stepLines } from '../../ops/runs/step-lines.ts';
import { remedy } from '../../ops/runs/trouble-rows.ts';
import { allRuns } from './find-runs.ts';
import { time } from './html.ts';
import type { RunDetail, Sent, Told } from './run-page.ts';
import { subjectOf } from './subjects.ts';

/** Entries and events that are shown at most, the newest. */
const most = 40;

/** A run with all that is known of what it is about; nothing, if there is none of this ARN. */
export async function describeRun(reading: Reading, arn: string): Promise<RunDetail | undefined> {
  const run = await readRun(reading.sfn, arn);
  if (!run) return undefined;
  const machine = run.machine.slice(reading.named('').length);
  const subject = subjectIn(run.input) ?? subjectOf(run.name);
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
    tried('The outbox', [], () => sentAbout(reading, subject)),
    tried('The audit', [], () => toldOf(reading, machine === 'cohort-admission' ? roundSubject(subject) : subject)),
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
    outbox,
    audit,
    unread,
  };
}

const idsOf = ({ errand }: OutboxEntry): readonly string[] => {
  if (errand.kind === 'mail')
    return [...Object.values(errand.ids).flat(), ...Object.values(errand.to).flatMap((id) => id ?? [])];
  return errand.kind === 'start' ? [errand.reference] : [];
};

function sentOf(entry: OutboxEntry): Sent {
  const { errand, state, note = '', createdAt, finishedAt } = entry;
  const to =
    errand.kind === 'mail'
      ? Object.entries(errand.to)
          .map((words) => words.join(' '))
          .join()
      : '';
  return {
    what: errand.kind === 'mail' ? errand.template : errand.kind === 'start' ? `start of ${errand.name}` : errand.kind,
    to,
    state,
    note,
    at: time(Date.parse(finishedAt ?? createdAt)),
  };
}

/** What was, or is to be, sent about something or about its requests. The table has no index for it. */
async function sentAbout({ db, tables, requests }: Reading, subject: string): Promise<Sent[]> {
  const about = new Set([subject, ...(await requests.ofSubject(subject))]);
  const found: OutboxEntry[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await db.send(new ScanCommand({ TableName: tables.OUTBOX_TABLE, ExclusiveStartKey: from }));
    for (const item of page.Items ?? []) {
      const entry = entrySchema.safeParse(item).data;
      if (entry && idsOf(entry).some((id) => about.has(id))) found.push(entry);
    }
    from = page.LastEvaluatedKey;
  } while (from);
  return found
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
    .slice(0, most)
    .map(sentOf);
}

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
