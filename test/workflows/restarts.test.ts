import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { machinesOf } from '../../functions/app/machines.ts';
import { type ApplicationState, runName } from '../../functions/applications/application.ts';
import { entrySchema, leaseMinutes, type OutboxEntry } from '../../functions/outbox/entry.ts';
import type { Round } from '../../functions/rounds/round.ts';
import { redrive } from '../../functions/runs/redrive.ts';
import { type AuditEvent, auditEventSchema, verifyChain } from '../../functions/shared/audit.ts';
import { addMinutes } from '../../functions/shared/time.ts';
import { type Cloud, startCloud } from '../../local/cloud.ts';
import { deployLocal } from '../../local/deploy.ts';
import { type FrontDoor, findApiId, startFrontDoor } from '../../local/front-door.ts';
import { freePort } from '../../local/ports.ts';
import { answers, type FilledForm, fill, referenceOn, sendVersion } from '../support/applicants.ts';
import { eventually } from '../support/eventually.ts';
import { makeDue, presentlyOpen, replyOf, tooYoung } from '../support/intake.ts';
import { type Sink, startSink } from '../support/smtp-sink.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { type FormFields, type Page, type Visitor, visitor } from '../support/visitor.ts';

/*
 * The "stopped or killed 30 times": a local cloud of its own, kept by a state directory, with applications under
 * way through the pages all the while. Either the cloud is stopped in order and started again (running executions are
 * lost with it), or all its Lambda workers are killed in the middle of what they do. SIGKILL of the cloud itself would
 * lose its tables, which AWS does not.
 *
 * A worker that is killed in a Task that waits for a token leaves the execution waiting for ever on the local cloud (see
 * step-faults.test.ts; AWS retries it), so the last of the 30 is a stop: it ends such executions, and reconciling begins
 * them anew.
 */

const times = 30;
const seed = Number(process.env.SFA_TEST_SEED ?? Date.now() % 1_000_000);
let state = seed;
/** Numbers from 0 to 1 that the seed repeats (mulberry32). */
const random = (): number => {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
};
const upTo = (most: number): number => Math.floor(random() * (most + 1));

let directory: string;
let cloud: Cloud;
let port: number;
let sink: Sink;
let frontDoor: FrontDoor;
let at: Stage & { readonly baseUrl: string };
let round: Round;
let events = 0;

const start = async (): Promise<Cloud> => {
  const started = await startCloud({
    port,
    stateDir: join(directory, 'state'),
    log: join(directory, 'cloud.log'),
    smtp: sink,
  });
  // A tenth of the real time, and not none: the tries of a step have to outlast the moment in which its worker died.
  await started.config({ 'stepfunctions._SFN_WAIT_SCALE': 0.1 });
  return started;
};

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sfa-restarts-'));
  sink = await startSink();
  port = await freePort();
  cloud = await start();
  const doorPort = await freePort();
  const baseUrl = `http://localhost:${doorPort}`;
  await deployLocal({
    cloud,
    stage: 'test',
    context: { baseUrl },
    output: join(directory, 'cdk'),
    log: join(directory, 'deploy.log'),
  });
  const apiId = await findApiId(cloud, 'test');
  if (!apiId) throw new Error('the app was not deployed');
  frontDoor = await startFrontDoor({ port: doorPort, cloud: { port }, apiId });
  at = { ...(await openStage('test', cloud)), baseUrl };
  round = await at.round();
});

afterAll(async () => {
  await frontDoor?.stop();
  await cloud?.stop();
  sink?.stop();
  rmSync(directory, { recursive: true, force: true });
});

const again = <Value>(what: string, attempt: () => Promise<Value | undefined | false>): Promise<Value> =>
  eventually(what, attempt, { seconds: 200, every: 150 });

/** A browser of somebody who does the same once more when a page does not come. */
function patientVisitor(): Visitor {
  const browser = visitor(at.baseUrl);
  const patiently = (what: string, call: () => Promise<Page>): Promise<Page> =>
    again(what, async () => {
      const page = await call();
      return page.status < 500 && page;
    });
  return {
    ...browser,
    get: (path) => patiently(`GET ${path}`, () => browser.get(path)),
    post: (path, fields) => patiently(`POST ${path}`, () => browser.post(path, fields)),
  };
}

/** Lets up to two of the 30 pass, so that they fall into every part of the applications' lives. */
const pause = async (): Promise<void> => {
  const until = events + upTo(2);
  while (events < Math.min(until, times)) await sleep(20);
};

const isAt = (reference: string, ...states: ApplicationState[]) =>
  again(`${reference} is ${states.join(' or ')}`, async () => states.includes((await at.application(reference)).state));

async function sendIt(form: FilledForm): Promise<{ browser: Visitor; reference: string }> {
  const { browser, check } = await fill(at, round, form, 'ko', patientVisitor());
  await pause();
  const sent = await browser.post('/apply/send', { version: sendVersion(check) });
  return { browser, reference: referenceOn(sent) };
}

/** Opens the link of what the application waits for, as it was mailed, and answers; until the application has moved on. */
async function answerMail(reference: string, from: ApplicationState, fields: FormFields): Promise<void> {
  await isAt(reference, from);
  const request = await again(`an open request about ${reference}`, () => presentlyOpen(at, reference));
  const link = await again(`the mail of ${request.id}`, async () => {
    const links = sink.mails.map(({ text }) => new RegExp(`/r/[a-z]+/${request.id}/[\\w-]+`, 'u').exec(text)?.[0]);
    return links.findLast((found) => found !== undefined);
  });
  await pause();
  await again(`${reference} moves on from ${from}`, async () => {
    await visitor(at.baseUrl).post(link, fields);
    return (await at.requests.get(request.id))?.state !== 'OPEN';
  });
}

const lives: Record<string, () => Promise<readonly [string, ApplicationState, number]>> = {
  'is accepted at once': async () => {
    const { reference } = await sendIt(answers());
    return [reference, 'ACCEPTED', 1];
  },
  'is accepted by the officer': async () => {
    const { reference } = await sendIt(answers(tooYoung));
    await answerMail(reference, 'WITH_OFFICER', { outcome: 'ACCEPT' });
    return [reference, 'ACCEPTED', 1];
  },
  'is refused': async () => {
    const { reference } = await sendIt(answers(tooYoung));
    await answerMail(reference, 'WITH_OFFICER', { outcome: 'REFUSE', reason: '나이가 맞지 않습니다.' });
    return [reference, 'REFUSED', 1];
  },
  'is returned, answered and accepted': async () => {
    const form = answers(tooYoung);
    const { reference } = await sendIt(form);
    await answerMail(reference, 'WITH_OFFICER', { outcome: 'RETURN', question: '맞습니까?', pages: ['about-you'] });
    await answerMail(reference, 'WITH_APPLICANT', replyOf({ email: String(form['about-you'].email) }, '맞습니다.'));
    await answerMail(reference, 'WITH_OFFICER', { outcome: 'ACCEPT' });
    return [reference, 'ACCEPTED', 1];
  },
  'is withdrawn while the officer is asked': async () => {
    const { reference, browser } = await sendIt(answers(tooYoung));
    await isAt(reference, 'WITH_OFFICER');
    await pause();
    await browser.post('/application/withdraw', {});
    return [reference, 'WITHDRAWN', 1];
  },
  'is changed and accepted twice': async () => {
    const form = answers();
    const { reference, browser } = await sendIt(form);
    await isAt(reference, 'ACCEPTED');
    await pause();
    await browser.post('/apply/why', { ...form.why, plan: `${String(form.why.plan)} 꼭 그렇게 하겠습니다.` });
    await browser.post('/apply/send', { version: sendVersion(await browser.get('/apply/check')) });
    return [reference, 'ACCEPTED', 2];
  },
};

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself in this moment.
  }
}

const outbox = async (): Promise<OutboxEntry[]> =>
  (await at.scan('OUTBOX_TABLE')).map((item) => entrySchema.parse(item));

/** As if the clock had come: leases of workers that died before have passed, what is due goes out, lost runs begin anew. */
async function tick(diedAt: string): Promise<void> {
  await again('the clock', async () => {
    for (const { id, state: sending, leaseUntil } of await outbox()) {
      if (sending === 'SENDING' && leaseUntil && addMinutes(leaseUntil, -leaseMinutes) < diedAt) await makeDue(at, id);
    }
    await at.reconcile();
    await at.sweep();
    return true;
  });
}

/** What an operator does about what is marked as stuck. */
async function redriveStuck(): Promise<number> {
  const stuck = (await at.scan('APPLICATIONS_TABLE')).filter((item) => item.sk === 'application' && item.stuck);
  for (const { reference } of stuck)
    await redrive(at.commit, machinesOf(at)['applicant-intake'], String(reference), 'operator:test', at.now());
  return stuck.length;
}

it('every application reaches one end and every mail leaves once, however often the cloud is stopped or its workers killed', async () => {
  const began = Date.now();
  let stops = 0;
  let kills = 0;
  const names = Object.keys(lives);
  const ends = [...names, ...names].map(async (name, index) => {
    while (events < Math.min(times, index * 2)) await sleep(20);
    return { name, end: await lives[name]?.() };
  });

  while (events < times) {
    await sleep(20 + upTo(380));
    const diedAt = at.now();
    if (events === times - 1 || random() < 0.45) {
      await cloud.stop();
      cloud = await start();
      stops += 1;
      // As `npm start` does it.
      await tick(diedAt);
    } else {
      for (const pid of await cloud.workers()) kill(pid);
      kills += 1;
      if (kills % 3 === 0) await tick(diedAt);
    }
    events += 1;
  }

  let under = ends.length;
  for (const end of ends) void end.finally(() => (under -= 1)).catch(() => undefined);
  let redriven = 0;
  while (under > 0) {
    await sleep(500);
    redriven += await redriveStuck();
    await tick(addMinutes(at.now(), -leaseMinutes));
  }
  const reached = await Promise.all(ends);
  await again('nothing is under way any more', async () => {
    await tick(addMinutes(at.now(), -leaseMinutes));
    return (await outbox()).every(({ due }) => due === undefined);
  });

  const audit = new Map<string, AuditEvent[]>();
  for (const event of (await at.scan('AUDIT_TABLE')).map((item) => auditEventSchema.parse(item))) {
    audit.set(event.subject, [...(audit.get(event.subject) ?? []), event]);
  }
  for (const events of audit.values()) {
    expect(verifyChain(events.sort((a, b) => a.number - b.number))).toEqual([]);
  }

  for (const { name, end } of reached) {
    const [reference = '', wanted, decisions] = end ?? [];
    await isAt(reference, wanted ?? 'DRAFT');
    const application = await at.application(reference);
    expect(application.stuck, name).toBeUndefined();
    expect(await again('the run', async () => (await at.runStatus(runName(application))) !== 'RUNNING'), name).toBe(
      true,
    );
    const types = (audit.get(reference) ?? []).map(({ type }) => type);
    const ended = types.filter((type) => /^Application(?:Accepted|Refused|Withdrawn)$/u.test(type));
    expect(ended, name).toHaveLength(decisions ?? 0);
    expect(
      types.filter((type) => type === 'ApplicationSubmitted'),
      name,
    ).toHaveLength(1);
  }

  const entries = await outbox();
  expect(entries.filter(({ state: failed }) => failed === 'FAILED')).toEqual([]);
  let seconds = 0;
  const mails = entries.filter(({ errand }) => errand.kind === 'mail');
  for (const { id, state: sent, attempts, failures } of mails) {
    const copies = sink.mails.filter(({ entry }) => entry === id).length;
    const perhaps = attempts - 1 - failures;
    if (sent === 'DONE') expect(copies, `${id} left`).toBeGreaterThanOrEqual(1);
    expect(copies, `${id} left once`).toBeLessThanOrEqual((sent === 'DONE' ? 1 : 0) + Math.max(0, perhaps));
    if (copies > 1) seconds += copies - 1;
  }
  console.log(
    `${stops} stops and ${kills} kills (seed ${seed}) in ${((Date.now() - began) / 1000).toFixed(0)} s: ` +
      `${reached.length} applications, each at its end, ${redriven} redriven by an operator; ${sink.mails.length} mails of ${mails.length} entries, ` +
      `${seconds} second copies; ${audit.size} subjects verified`,
  );
}, 400_000);
