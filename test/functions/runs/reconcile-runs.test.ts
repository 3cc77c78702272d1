import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { machinesOf } from '../../../functions/app/machines.ts';
import { wire } from '../../../functions/app/wiring.ts';
import { changedApplication, newApplication } from '../../../functions/applications/application.ts';
import { markStuck } from '../../../functions/runs/mark-stuck.ts';
import { progressTable } from '../../../functions/runs/progress-table.ts';
import { emptyReport, modestPass, type Pass, reconcileRuns } from '../../../functions/runs/reconcile-runs.ts';
import { reconcileEnded, runEnded } from '../../../functions/runs/run-ended.ts';
import { newReference } from '../../../functions/shared/references.ts';
import { addMinutes, type Instant, instantSchema } from '../../../functions/shared/time.ts';
import { memoryDatabase, memoryTables } from '../../support/memory/memory-database.ts';
import { memoryMachines } from '../../support/memory/memory-machines.ts';

const sent: Instant = instantSchema.parse('2027-01-11T01:00:00Z');
const later = addMinutes(sent, 60);
const machine = 'applicant-intake';
const prefix = 'arn:aws:states:ap-northeast-2:123456789012:stateMachine:sfa-test-';

const memory = memoryDatabase({ quick: true });
const deps = wire(memoryTables, memory.db);
const runs = machinesOf(deps)[machine];
let cloud: ReturnType<typeof memoryMachines>;
let slept: number[];
let references: string[];

/** Applications that wait for their run; a third of them changed in the same millisecond. */
async function wait(count: number): Promise<void> {
  memory.clear();
  references = Array.from({ length: count }, (_, index) =>
    newReference('A-27H1', new Uint8Array([index >> 8, index, 7, index, 3, index >> 4, 1])),
  );
  for (const [index, reference] of references.entries()) {
    const changedAt = index % 3 === 0 ? sent : addMinutes(sent, index / 60_000);
    const draft = newApplication({
      reference,
      roundId: 'academy-2027h1',
      roundVersion: 1,
      lang: 'ko',
      email: 'one@example.com',
      now: changedAt,
      closesAt: later,
    });
    await deps.commit({
      changes: [deps.applications.create(changedApplication(draft, changedAt, { run: 1 }, 'submit'))],
      events: [{ subject: reference, type: 'ApplicationSubmitted', by: 'applicant', at: changedAt }],
    });
  }
}

beforeEach(() => {
  cloud = memoryMachines();
  slept = [];
});

const dependencies = () => ({
  ...deps,
  ...cloud,
  sleep: async (milliseconds: number) => void slept.push(milliseconds),
});
const start = (reference: string) => cloud.start(machine, reference, JSON.stringify({ reference }));
const pass = (change: Partial<Pass> = {}, progress = progressTable(memory.db, 'pace')) =>
  reconcileRuns({ ...dependencies(), progress }, Object.values(machinesOf(deps)), later, { ...modestPass, ...change });

describe('a pass of the reconciling, if more waits than it may look at', () => {
  beforeAll(() => wait(700));

  it('asks for few runs, at a pace', async () => {
    for (const reference of references) start(reference);
    const report = await pass();
    expect(report).toMatchObject({ looked: 200, started: 0, restarted: 0, failed: [] });
    expect(cloud.described()).toBe(200);
    const seconds = slept.reduce((sum, milliseconds) => sum + milliseconds, 0) / 1000;
    // Within the clock's five minutes and the Lambda's four, and below a refill of 10 a second.
    expect(seconds).toBeGreaterThan(20);
    expect(seconds).toBeLessThan(180);
  });

  it('goes on where the last one ended: after five passes everything was looked at', async () => {
    for (const reference of references) start(reference);
    for (let times = 0; times < 5; times += 1) await pass();
    expect(new Set(cloud.describedNames()).size).toBe(700);
    expect(cloud.described()).toBe(1000);
  });

  it('looks at some of every machine, however much waits on another', async () => {
    const asked = new Set<string>();
    const full = Object.values(machinesOf(deps)).map((one) => ({
      ...one,
      present: async (id: string) => void asked.add(`${one.machine}/${id}`),
      needing: async (shard: number | 'stuck', _: unknown, limit: number) => ({
        ids: Array.from({ length: limit }, (__, index) => `${shard}-${index}-${asked.size}`),
        after: { changedAt: sent },
      }),
    }));
    await reconcileRuns(dependencies(), full, later, modestPass);
    for (const { machine: name } of full) {
      for (let shard = 0; shard < 8; shard += 1) {
        expect(
          [...asked].some((one) => one.startsWith(`${name}/${shard}-`)),
          `${name} ${shard}`,
        ).toBe(true);
      }
    }
    expect(asked.size).toBe(modestPass.most);
  });

  it('looks at everything, each once, if somebody asks for it', async () => {
    for (const reference of references) start(reference);
    const all = { graceMinutes: 0, most: Number.MAX_SAFE_INTEGER };
    let longest = 0;
    const measured = Object.values(machinesOf(deps)).map((one) => ({
      ...one,
      needing: (...[shard, from, limit]: Parameters<typeof one.needing>) => {
        longest = Math.max(longest, limit);
        return one.needing(shard, from, limit);
      },
    }));
    const report = await reconcileRuns(dependencies(), measured, later, {
      ...modestPass,
      ...all,
    });
    expect(report.looked).toBe(700);
    expect(longest).toBeLessThanOrEqual(100);
    expect(cloud.described()).toBe(700);
    expect(await pass(all)).toMatchObject({ looked: 700 });
  });

  it('is not put off by where a pass with less grace has ended', async () => {
    for (const reference of references) start(reference);
    await pass({ graceMinutes: 0 });
    expect(await pass({ graceMinutes: 60 })).toMatchObject({ looked: expect.any(Number), failed: [] });
  });

  it('starts what is lost, wherever it stands, within five passes', async () => {
    const lost = [references[0], references[350], references[699]];
    for (const reference of references) if (!lost.includes(reference)) start(reference);
    let started = 0;
    for (let times = 0; times < 5; times += 1) started += (await pass()).started;
    expect(started).toBe(3);
  });
});

describe('a run whose bad end Step Functions tells of', () => {
  beforeEach(() => wait(1));

  /** As documented: https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html */
  const event = (change: object = {}, minutes = 30) => {
    const [name = ''] = references;
    return {
      version: '0',
      id: '315c1398-40ff-a850-213b-158f73e60175',
      'detail-type': 'Step Functions Execution Status Change',
      source: 'aws.states',
      account: '123456789012',
      time: later,
      region: 'ap-northeast-2',
      resources: [`${prefix.replace('stateMachine', 'execution')}${machine}:${name}`],
      detail: {
        executionArn: `${prefix.replace('stateMachine', 'execution')}${machine}:${name}`,
        stateMachineArn: `${prefix}${machine}`,
        name,
        status: 'ABORTED',
        startDate: Date.parse(later) - minutes * 60_000,
        stopDate: Date.parse(later),
        input: JSON.stringify({ reference: name }),
        output: null,
        stateMachineVersionArn: null,
        stateMachineAliasArn: null,
        redriveCount: 0,
        redriveDate: null,
        redriveStatus: 'REDRIVABLE',
        inputDetails: { included: true },
        outputDetails: null,
        ...change,
      },
    };
  };
  const told = async (given: unknown) => {
    const ended = runEnded(given);
    if (!ended) throw new Error('it is not read');
    const report = emptyReport();
    const runsOf = (arn: string) => (arn === `${prefix}${machine}` ? runs : undefined);
    await reconcileEnded(dependencies(), runsOf, ended, report, later);
    return report;
  };
  const application = async () => deps.applications.get(references[0] ?? '');

  it.each(['FAILED', 'TIMED_OUT', 'ABORTED'])(
    '%s: it goes on at once under the next name, and nobody is asked for its status',
    async (status) => {
      expect(await told(event({ status }))).toMatchObject({ looked: 1, restarted: 1 });
      expect(await application()).toMatchObject({ run: 2, runName: `${references[0]}_2` });
      expect(cloud.described()).toBe(0);
      expect(await told(event({ status }))).toMatchObject({ looked: 0, restarted: 0 });
      expect((await application())?.run).toBe(2);
    },
  );

  it('is left to the clock, if it ended soon after its start: it would turn in a circle', async () => {
    expect(await told(event({}, 9))).toMatchObject({ looked: 0, restarted: 0 });
    expect((await application())?.run).toBe(1);
  });

  it('is left alone if it is marked as stuck, or not one of ours', async () => {
    const [reference = ''] = references;
    expect(await told(event({ stateMachineArn: `${prefix}other` }))).toMatchObject({ looked: 0 });
    expect(await told(event({ input: null, inputDetails: { included: false } }))).toMatchObject({ looked: 0 });
    expect(await told(event({ input: '{"somebody":"else"}' }))).toMatchObject({ looked: 0 });
    await markStuck(deps, runs, { reference, run: reference, error: 'States.Timeout' }, later);
    expect(await told(event())).toMatchObject({ looked: 0, restarted: 0 });
  });

  it('is told apart from the clock, and from a good end', () => {
    const clock = { source: 'aws.events', 'detail-type': 'Scheduled Event', detail: {} };
    expect([clock, {}, undefined, event({ status: 'SUCCEEDED' }), event({ status: 'RUNNING' })].map(runEnded)).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
  });
});
