import { SFNClient } from '@aws-sdk/client-sfn';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { machinesOf } from '../../../functions/app/machines.ts';
import { templatesOf } from '../../../functions/app/templates.ts';
import { wire } from '../../../functions/app/wiring.ts';
import { type Application, newApplication } from '../../../functions/applications/application.ts';
import { sendApplication } from '../../../functions/applications/send-application.ts';
import { startApplication } from '../../../functions/applications/start-application.ts';
import { checkApplication } from '../../../functions/intake/check-application.ts';
import type { MessageHandlers } from '../../../functions/outbox/deliver.ts';
import { startHandler } from '../../../functions/runs/start-handler.ts';
import { seeRound } from '../../../functions/selection/see-round.ts';
import { settleIntake } from '../../../functions/selection/settle-intake.ts';
import type { Change } from '../../../functions/shared/database/database.ts';
import { Conflict } from '../../../functions/shared/errors.ts';
import { newReference } from '../../../functions/shared/references.ts';
import { type Instant, instantSchema, toInstant } from '../../../functions/shared/time.ts';
import { contended } from '../../support/memory/contended-database.ts';
import { memoryTables } from '../../support/memory/memory-database.ts';
import { memoryRound } from '../../support/memory/memory-round.ts';
import { deadlineColumns, printBeside } from '../last-run.ts';
import { delivery, watched } from './delivery.ts';
import { proofs, signCode } from './proofs.ts';
import { quota } from './quotas.ts';
import { virtualClock } from './virtual-clock.ts';

/*
 * The last hour of a round of 100,000 and what comes after its closing, by the real use cases, outbox and closing on a
 * database in memory whose transactions meet as DynamoDB's do, against a model of the quotas and on a clock of its own.
 */

/** Who has sent before the last hour, in it, and in each second of its last minute. */
const people = { early: 51_000, hour: 10_000, aSecond: 650, seconds: 60 };
type People = typeof people;

/** Minutes from the code to the sending, and milliseconds in which a code that has arrived is typed. */
const fills = { least: 3, most: 40 };
const typesIn = 30_000;

/** Milliseconds: a call of DynamoDB, for how long a transaction holds its items, a call of SES or Step Functions. */
const took = { call: 5, held: 20, service: 40, intake: 300 };

const meetingEveryRule = { seoulTies: ['lives'], field: 'it', finishedEarlier: 'no', canAttend: 'all' };

const opened = instantSchema.parse('2027-01-20T00:00:00Z');
const secondsLeft = 1;

/** Dice that fall the same in every run. */
function dice(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const startSchema = z.object({ name: z.string(), input: z.string() });

/** Step Functions under its quota: what is started is told. */
function stateMachines(
  take: () => void,
  sleep: () => Promise<void>,
  started: (reference: string, run: string) => void,
) {
  const sfn = new SFNClient({
    region: 'ap-northeast-2',
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
  });
  sfn.middlewareStack.add(
    () =>
      async ({ input }: { readonly input: unknown }) => {
        await sleep();
        take();
        const { name, input: given } = startSchema.parse(input);
        started(z.object({ reference: z.string() }).parse(JSON.parse(given)).reference, name);
        return { output: { $metadata: {} }, response: {} };
      },
    { step: 'initialize' },
  );
  return sfn;
}

/** What an applicant knows by a mail. */
const tells: Readonly<Record<string, readonly ('receipt' | 'acceptance')[]>> = {
  'application-received': ['receipt'],
  'application-accepted': ['acceptance'],
  'application-received-and-accepted': ['receipt', 'acceptance'],
};

/** Runs the deadline, and prints how it went. */
export async function benchDeadline({ early, hour, aSecond, seconds }: People = people): Promise<void> {
  const begun = performance.now();
  const at = await memoryRound(opened, {}, { quick: true });
  const closing = Date.parse(at.round.closesAt);
  const roll = dice(7);
  const bytes = (length: number) => Uint8Array.from({ length }, () => Math.floor(roll() * 256));
  const draft = (index: number): Application =>
    newApplication({
      reference: newReference(at.round.code, bytes(16)),
      roundId: at.round.id,
      roundVersion: at.round.version,
      lang: 'ko',
      email: `${index}@example.com`,
      now: opened,
      closesAt: at.round.closesAt,
    });
  const store = (changes: readonly Change[]) =>
    at.memory.db.send(
      new TransactWriteCommand({
        TransactItems: changes.flatMap((change) =>
          'put' in change ? [{ Put: { TableName: change.table, Item: change.put } }] : [],
        ),
      }),
    );
  const { applications } = at.deps;
  for (let index = 0; index < early; index += 1) {
    const was: Application = { ...draft(index), state: 'ACCEPTED', version: 1 };
    await store([applications.create(was), applications.listInRound(at.round.id, was.reference)]);
  }

  const clock = virtualClock(closing - 3_600_000 - fills.most * 60_000);
  const now = (): Instant => toInstant(new Date(clock.now()));
  const about = (milliseconds: number) => clock.sleep(milliseconds * (0.5 + roll()));
  const busy = contended(at.memory.db, { call: () => about(took.call), held: () => about(took.held) });
  const db = watched(busy.db, (entry) => outbox.entered(entry));
  const deps = wire(memoryTables, db);
  const starts = quota({ aSecond: 150, burst: 800, clock: clock.now });
  const mails = quota({ aSecond: 100, burst: 100, clock: clock.now });
  const started = new Map<string, number>();
  const copies = new Map<string, number>();
  const told = { receipt: new Set<string>(), acceptance: new Set<string>() };
  const last = { start: 0, receipt: 0, acceptance: 0 };
  const failed: unknown[] = [];

  const intake = async (reference: string, run: string): Promise<void> => {
    await about(took.intake);
    // As the machine's Retry does: it does not end before its step is done.
    for (let tries = 0; tries < 7; tries += 1) {
      try {
        await checkApplication(deps, { reference, run }, now());
        return;
      } catch (error) {
        if (tries === 6) failed.push(error);
        await clock.sleep(2_000 * 2 ** tries);
      }
    }
  };
  const runs: Promise<void>[] = [];
  const sfn = stateMachines(
    starts.take,
    () => about(took.service),
    (reference, run) => {
      started.set(reference, (started.get(reference) ?? 0) + 1);
      last.start = clock.now();
      runs.push(intake(reference, run));
    },
  );
  const proving = proofs(
    { ...deps, random: bytes },
    { clock, about: `round:${at.round.id}`, typed: () => about(typesIn) },
  );
  const machines = machinesOf(deps);
  const templates = templatesOf({
    ...deps,
    baseUrl: 'https://example.org',
    stage: 'local',
    sign: async () => 'none',
    signCode,
  });
  const mail: MessageHandlers['mail'] = async ({ template, to }) => {
    await about(took.service);
    mails.take();
    const reference = Object.values(to).join();
    await proving.mailed(to.challenge);
    copies.set(`${template} ${reference}`, (copies.get(`${template} ${reference}`) ?? 0) + 1);
    for (const what of tells[template] ?? []) {
      told[what].add(reference);
      last[what] = clock.now();
    }
    return { kind: 'done', note: 'accepted' };
  };
  const outbox = delivery({
    db,
    clock,
    rates: { mail: 100, start: 100 },
    classOf: (template) => templates[template]?.class,
    handlers: {
      mail,
      resume: async () => ({ kind: 'dropped', why: 'nothing waits here' }),
      ...startHandler({
        sfn,
        machineArn: (machine) => machine,
        executionArn: (machine, name) => `${machine}:${name}`,
        runsOf: (machine) => (machine === 'applicant-intake' ? machines[machine] : undefined),
      }),
    },
  });

  const answered = { sent: 0, refused: 0, closed: 0 };
  const sent: string[] = [];
  const apply = async (index: number, moment: number): Promise<void> => {
    const email = `${index}@example.com`;
    await proving.prove(email);
    const application = await startApplication({ ...deps, random: bytes }, at.round, { email, lang: 'ko' }, now());
    if (moment > clock.now()) await clock.sleep(moment - clock.now());
    if (!application) {
      answered.closed += 1;
      return;
    }
    const { reference } = application;
    const answers = {
      name: `지원자${index}`,
      birthDate: '2000-01-01',
      email,
      mobile: String(index),
      ...meetingEveryRule,
    };
    const sending = { reference, version: 1, lang: 'ko' as const, typed: {}, answers };
    try {
      const { kind } = await sendApplication(deps, at.round, sending, now());
      if (kind === 'sent') sent.push(reference);
      answered[kind === 'sent' ? 'sent' : 'closed'] += 1;
      // The page that it leads to.
      await deps.applications.get(reference);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      answered.refused += 1;
    }
  };
  const burst = closing - (seconds + secondsLeft) * 1000;
  const moments = [
    ...Array.from({ length: hour }, () => closing - 3_600_000 + roll() * (burst - closing + 3_600_000)),
    ...Array.from({ length: aSecond * seconds }, () => burst + roll() * seconds * 1000),
  ]
    .map((moment) => ({ moment, asks: moment - (fills.least + roll() * (fills.most - fills.least)) * 60_000 }))
    .sort((a, b) => a.asks - b.asks);
  const arrivals = async (): Promise<void> => {
    const sends: Promise<void>[] = [];
    for (const [index, { moment, asks }] of moments.entries()) {
      if (asks > clock.now()) await clock.sleep(asks - clock.now());
      sends.push(apply(index, moment));
    }
    await Promise.all(sends);
  };
  let counted = { outcome: '', of: 0 };
  let closed = 0;
  const round = async (): Promise<void> => {
    await clock.sleep(closing - clock.now());
    await seeRound(deps, await at.step(), now());
    closed = clock.now();
    // Counted where it costs no time of the clock: how long a count takes is another matter.
    while (counted.outcome !== 'ASSIGNING' && clock.now() < closing + 3_600_000) {
      await clock.sleep(60_000);
      counted = await settleIntake(at.deps, { ...(await at.step()), checks: 0 }, now());
    }
  };
  const working = outbox.work();
  const mailed = async (): Promise<void> => {
    await Promise.all([arrivals(), round()]);
    const allTold = () => Object.values(told).every(({ size }) => size >= sent.length);
    while (!allTold() && clock.now() < closing + 3_600_000) await clock.sleep(1_000);
    outbox.end();
    await Promise.all(runs);
  };
  await clock.until(mailed());
  await clock.until(working);
  clock.restore();

  const longest = proving.waits.reduce((most, wait) => Math.max(most, wait), 0) / 1000;
  const twice = (counts: ReadonlyMap<string, number>) => [...counts.values()].filter((times) => times > 1).length;
  const since = (moment: number) => `${((moment - closing) / 60_000).toFixed(1)} min`;
  const lost = {
    starts: sent.filter((reference) => !started.has(reference)).length,
    receipts: sent.filter((reference) => !told.receipt.has(reference)).length,
    acceptances: sent.filter((reference) => !told.acceptance.has(reference)).length,
    counted: early + sent.length - counted.of,
  };
  const lines: readonly (readonly [string, string])[] = [
    [
      'applications',
      `${early + sent.length}, of which ${hour} in the last hour and ${aSecond} a second for ${seconds} s`,
    ],
    ['sent; told that it is over; refused', `${answered.sent}; ${answered.closed}; ${answered.refused}`],
    ['transactions that met another', `${busy.conflicts()}`],
    ['the latches were closed after', `${Math.round(closed - closing)} ms`],
    ['asked for a code; the longest wait for it', `${proving.waits.length}; ${longest.toFixed(1)} s`],
    ['lost: starts, receipts, acceptances, in the count', Object.values(lost).join(', ')],
    ['mails of an application', (copies.size / sent.length).toFixed(2)],
    ['twice: starts, mails', `${twice(started)}, ${twice(copies)}`],
    ['refused by the quotas: starts, mails', `${starts.refused()}, ${mails.refused()}`],
    ['steps that failed after all tries', `${failed.length}`],
    ['last start after the closing (at most 10 min)', since(last.start)],
    ['last receipt after the closing (at most 15 min)', since(last.receipt)],
    ['last acceptance after the closing', since(last.acceptance)],
    ['settled', counted.outcome === 'ASSIGNING' ? 'yes' : `no: ${counted.outcome}`],
    ['deliveries', [...outbox.counts].map(([result, times]) => `${result} ${times}`).join(', ')],
    ['took on this machine', `${((performance.now() - begun) / 1000).toFixed(0)} s`],
  ];
  printBeside('the deadline of a round, simulated', deadlineColumns, {
    date: new Date().toISOString().slice(0, 10),
    what: `${(early + sent.length).toLocaleString('en')} applications: ${hour.toLocaleString('en')} in the last hour, ${aSecond} a second for ${seconds} s; ${(copies.size / sent.length).toFixed(2)} mails an application`,
    'refused, lost, twice': [
      answered.refused,
      Object.values(lost).reduce((all, some) => all + some, 0),
      twice(started) + twice(copies),
    ].join(', '),
    'longest wait for a code': `${longest.toFixed(1)} s`,
    'last start': since(last.start),
    'last receipt': since(last.receipt),
    'last acceptance': since(last.acceptance),
  });
  for (const [what, figure] of lines) console.log(`  ${what.padEnd(50)} ${figure}`);
}
