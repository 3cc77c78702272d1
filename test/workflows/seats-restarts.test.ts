import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { machinesOf } from '../../functions/app/machines.ts';
import { entrySchema, leaseMinutes, type OutboxEntry } from '../../functions/outbox/entry.ts';
import { redrive } from '../../functions/runs/redrive.ts';
import { offerKey } from '../../functions/seats/offer.ts';
import { addMinutes } from '../../functions/shared/time.ts';
import { type Cloud, startCloud } from '../../local/cloud.ts';
import { deployLocal } from '../../local/deploy.ts';
import { type FrontDoor, findApiId, startFrontDoor } from '../../local/front-door.ts';
import { freePort } from '../../local/ports.ts';
import { eventually } from '../support/eventually.ts';
import { makeDue } from '../support/intake.ts';
import { accepting, declining, rankedRound } from '../support/released-round.ts';
import { type Sink, startSink } from '../support/smtp-sink.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { type FormFields, visitor } from '../support/visitor.ts';

/*
 * A round from the release to its last seat on a local cloud of its own, which is stopped in order, or whose workers are
 * killed, while seats are offered and answered (see restarts.test.ts for what that means on the local cloud). The end
 * has to be the one that it has without: who declines is followed by the next of the waitlist, and no mail leaves twice.
 */

const times = 10;
const capacity = 4;
const count = 12;

let directory: string;
let cloud: Cloud;
let port: number;
let sink: Sink;
let frontDoor: FrontDoor;
let at: Stage & { readonly baseUrl: string };

const start = async (): Promise<Cloud> => {
  const started = await startCloud({
    port,
    stateDir: join(directory, 'state'),
    log: join(directory, 'cloud.log'),
    smtp: sink,
  });
  await started.config({ 'stepfunctions._SFN_WAIT_SCALE': 0.1 });
  return started;
};

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sfa-seats-'));
  sink = await startSink();
  port = await freePort();
  cloud = await start();
  const doorPort = await freePort();
  const baseUrl = `http://localhost:${doorPort}`;
  const [output, log] = [join(directory, 'cdk'), join(directory, 'deploy.log')];
  await deployLocal({ cloud, stage: 'test', context: { baseUrl }, output, log });
  const apiId = await findApiId(cloud, 'test');
  if (!apiId) throw new Error('the app was not deployed');
  frontDoor = await startFrontDoor({ port: doorPort, cloud: { port }, apiId });
  at = { ...(await openStage('test', cloud)), baseUrl };
}, 300_000);

afterAll(async () => {
  await frontDoor?.stop();
  await cloud?.stop();
  sink?.stop();
  rmSync(directory, { recursive: true, force: true });
});

const again = <Value>(what: string, attempt: () => Promise<Value | undefined | false>): Promise<Value> =>
  eventually(what, attempt, { seconds: 250, every: 200 });

const outbox = async (): Promise<OutboxEntry[]> =>
  (await at.scan('OUTBOX_TABLE')).map((item) => entrySchema.parse(item));

/** As if the clock had come: leases of dead workers have passed, what is due goes out, lost runs begin anew. */
async function tick(diedAt: string): Promise<void> {
  await again('the clock', async () => {
    for (const { id, state, leaseUntil } of await outbox()) {
      if (state === 'SENDING' && leaseUntil && addMinutes(leaseUntil, -leaseMinutes) < diedAt) await makeDue(at, id);
    }
    await at.reconcile();
    await at.sweep();
    return true;
  });
}

/** Answers whatever offer somebody gets, by the link in the mail; until the round has no more for them. */
async function live(reference: string, fields: FormFields, over: () => boolean): Promise<void> {
  for (; !over(); await sleep(200)) {
    try {
      const place = await at.seats.place(reference);
      if (place && place.state !== 'WAITING' && place.state !== 'OFFERED') return;
      const seat = place?.seat ? await at.seats.seat(place.seat) : undefined;
      const request = seat && (await at.requests.byAskKey(offerKey(seat)));
      const link = sink.mails
        .map(({ text }) => new RegExp(`/r/[a-z]+/${request?.id}/[\\w-]+`, 'u').exec(text)?.[0])
        .findLast((found) => found !== undefined);
      if (link) await visitor(at.baseUrl).post(link, fields);
    } catch {
      // The cloud is away in this moment.
    }
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself in this moment.
  }
}

it('comes to the same end however often it is stopped or its workers are killed in the middle of offers', async () => {
  const began = Date.now();
  const { round, people } = await rankedRound(at, { capacity, people: count });
  let over = false;
  // Two of the first four decline, and the first of the waitlist; the next three take the seats.
  const decliners = [1, 3, 4];
  const lives = people.map(({ reference }, index) =>
    live(reference, decliners.includes(index) ? declining : accepting, () => over),
  );
  for (let turn = 1; turn <= times; turn += 1) {
    await sleep(150 + 137 * turn);
    const diedAt = at.now();
    // The last one is a stop: it ends executions that wait for a worker that was killed.
    if (turn % 3 === 0 || turn === times) {
      await cloud.stop();
      cloud = await start();
      await tick(diedAt);
    } else {
      for (const pid of await cloud.workers()) kill(pid);
      await tick(diedAt);
    }
  }
  const end = async () => {
    const seats = await at.seats.seatsOf(round.id, capacity);
    return seats.length === capacity && seats.every(({ state }) => state === 'TAKEN');
  };
  await again('every seat is taken', async () => {
    const seats = await at.seats.seatsOf(round.id, capacity);
    for (const { id, stuck } of seats) {
      if (stuck) await redrive(at.commit, machinesOf(at)['seat-offer'], id, 'operator:test', at.now());
    }
    const admission = await at.admissions.get(round.id);
    if (admission?.stuck) {
      await redrive(at.commit, machinesOf(at)['cohort-admission'], round.id, 'operator:test', at.now());
    }
    await tick(addMinutes(at.now(), -leaseMinutes));
    return end();
  });
  over = true;
  await Promise.all(lives);
  await again('nothing is due any more', async () => {
    await tick(addMinutes(at.now(), -leaseMinutes));
    return (await outbox()).every(({ due }) => due === undefined);
  });

  const states = await Promise.all(people.map(async ({ reference }) => (await at.seats.place(reference))?.state));
  expect(states.slice(0, 7)).toEqual([
    'ACCEPTED',
    'DECLINED',
    'ACCEPTED',
    'DECLINED',
    'DECLINED',
    'ACCEPTED',
    'ACCEPTED',
  ]);
  expect(states.slice(7).every((state) => state === 'WAITING')).toBe(true);

  const entries = await outbox();
  expect(entries.filter(({ state }) => state === 'FAILED')).toEqual([]);
  const mails = entries.filter(({ errand }) => errand.kind === 'mail');
  let seconds = 0;
  for (const { id, state, attempts, failures } of mails) {
    const copies = sink.mails.filter(({ entry }) => entry === id).length;
    const perhaps = Math.max(0, attempts - 1 - failures);
    expect(copies, `${id} left once`).toBeLessThanOrEqual((state === 'DONE' ? 1 : 0) + perhaps);
    seconds += Math.max(0, copies - 1);
  }
  const offers = mails.filter(({ errand }) => errand.kind === 'mail' && errand.template === 'seat-offered');
  expect(offers).toHaveLength(7);
  console.log(
    `${times} stops and kills in ${Math.round((Date.now() - began) / 1000)} s: ${capacity} seats, ${offers.length} offers, ` +
      `${states.filter((state) => state === 'ACCEPTED').length} accepted; ${sink.mails.length} mails of ${mails.length} entries, ${seconds} second copies`,
  );
}, 500_000);
