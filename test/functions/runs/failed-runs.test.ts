import { beforeEach, describe, expect, it } from 'vitest';
import { machinesOf } from '../../../functions/app/machines.ts';
import { loadRound } from '../../../functions/rounds/load-round.ts';
import { writtenRoundSchema } from '../../../functions/rounds/round.ts';
import { markStuck } from '../../../functions/runs/mark-stuck.ts';
import { emptyReport, reconcileOne } from '../../../functions/runs/reconcile-runs.ts';
import { redrive } from '../../../functions/runs/redrive.ts';
import { runNameOf } from '../../../functions/runs/run.ts';
import { startHandler } from '../../../functions/runs/start-handler.ts';
import { type AdmissionState, changedAdmission, roundSubject } from '../../../functions/selection/admission.ts';
import { closeRound } from '../../../functions/selection/close-round.ts';
import { eventsOf } from '../../../functions/shared/database/audit.ts';
import { type Instant, instantSchema } from '../../../functions/shared/time.ts';
import { memoryMachines } from '../../support/memory/memory-machines.ts';
import { type MemoryRound, memoryRound } from '../../support/memory/memory-round.ts';

const now: Instant = instantSchema.parse('2027-01-11T01:00:00Z');
const machine = 'cohort-admission';
const by = 'operator:test';

let at: MemoryRound;
let cloud: ReturnType<typeof memoryMachines>;
beforeEach(async () => {
  at = await memoryRound(now);
  cloud = memoryMachines();
});

const runs = () => machinesOf(at.deps)[machine];
const deps = () => ({ ...at.deps, ...cloud, sleep: async () => undefined });
const handler = () => startHandler({ ...cloud, runsOf: () => runs() });
const start = (reference: string, name: string) => handler().start({ kind: 'start', machine, name, reference });
const admission = async (id: string) => {
  const found = await at.deps.admissions.get(id);
  if (!found) throw new Error(`${id} has no admission`);
  return found;
};
const notices = () =>
  at.memory.plain('outbox').flatMap(({ errand }) => {
    const [, about] = /"template":"operator-notice".*"about":"([a-z-]+)"/u.exec(JSON.stringify(errand)) ?? [];
    return about ? [about] : [];
  });
const told = async (id: string) => (await eventsOf(at.memory.db, 'audit', roundSubject(id))).map(({ type }) => type);
const reconciled = async (id: string) => {
  const report = emptyReport();
  await reconcileOne(deps(), runs(), id, report, now);
  return report;
};

/** Puts an admission as it may be stored, whoever stored it. */
async function store(id: string, change: object, state?: AdmissionState) {
  const was = await admission(id);
  const next = { ...changedAdmission(was, now, {}), ...change, ...(state && { state }) };
  await at.deps.commit({
    changes: [at.deps.admissions.save(next, was)],
    events: [{ subject: roundSubject(id), type: 'MadeByTest', by, at: now }],
  });
}
const another = (id: string) =>
  loadRound(
    at.deps,
    writtenRoundSchema.parse({ ...at.round, id }),
    { by, force: { reason: 'test' }, requiredFieldsOf: () => [] },
    now,
  );

describe('the mark of a run that failed', () => {
  it('keeps the state and the tries, which the notice and the audit tell, and does without them', async () => {
    const { id } = at.round;
    const failed = { reference: id, run: id, error: 'RoundMissing', state: 'Count the reviews', tries: 7 };
    await markStuck(at.deps, runs(), failed, now);
    expect((await admission(id)).stuck).toMatchObject({ state: 'Count the reviews', tries: 7 });
    expect(JSON.stringify(at.memory.plain('outbox'))).toContain(
      '"detail":"RoundMissing","state":"Count the reviews","tries":"7"',
    );
    const event = (await eventsOf(at.memory.db, 'audit', roundSubject(id))).at(-1);
    expect(event).toMatchObject({ type: 'RunStuck', data: { state: 'Count the reviews', tries: 7 } });
    await redrive(at.deps.commit, runs(), id, by, now);
    await markStuck(at.deps, runs(), { ...failed, run: `${id}_2`, state: '', tries: 0 }, now);
    expect((await admission(id)).stuck).toEqual({ at: now, step: `${id}_2`, error: 'RoundMissing' });
  });
});

describe('the second run of a round, and a round whose id looks like its name', () => {
  it('both run', async () => {
    const { id } = at.round;
    await start(id, id);
    await closeRound(at.deps, id, { by, reason: 'test' }, now);
    const second = runNameOf(id, 2);
    expect((await admission(id)).runName).toBe(second);
    expect(await start(id, second)).toMatchObject({ note: 'started' });
    await another(`${id}-2`);
    expect(await start(`${id}-2`, `${id}-2`)).toMatchObject({ note: 'started' });
    expect(cloud.inputOf(machine, `${id}-2`)).toBe(JSON.stringify({ reference: `${id}-2` }));
    expect(cloud.names()).toHaveLength(3);
  });

  it('if a former release gave it that name: the other is told, marked, and redriven under a name of its own', async () => {
    const { id } = at.round;
    const other = `${id}-2`;
    await store(id, { run: 2 });
    expect(await start(id, other)).toMatchObject({ note: 'started' });
    await another(other);
    expect(await start(other, other)).toEqual({ kind: 'refused', error: 'RunNameTaken' });
    expect(await reconciled(other)).toMatchObject({ looked: 1, taken: 1, started: 0, restarted: 0 });
    expect((await admission(other)).stuck).toMatchObject({ step: other, error: 'RunNameTaken' });
    expect(notices()).toContain('run-name-taken');
    expect(await told(other)).toContain('RunStuck');
    expect(await redrive(at.deps.commit, runs(), other, by, now)).toEqual({ kind: 'redriven', run: `${other}_2` });
    expect(await start(other, `${other}_2`)).toMatchObject({ note: 'started' });
    expect(cloud.inputOf(machine, other)).toBe(JSON.stringify({ reference: id }));
  });
});

describe('a run under the name of a former release', () => {
  it('is neither lost nor started twice, and its next run has a name of today', async () => {
    const { id } = at.round;
    await store(id, { run: 2 });
    await start(id, `${id}-2`);
    expect(await start(id, `${id}_2`)).toMatchObject({ kind: 'dropped' });
    expect(await reconciled(id)).toMatchObject({ restarted: 0, started: 0 });
    cloud.end(machine, `${id}-2`, 'ABORTED');
    expect(await start(id, `${id}-2`)).toEqual({ kind: 'done', note: 'was started already' });
    expect(await reconciled(id)).toMatchObject({ restarted: 1 });
    expect(await admission(id)).toMatchObject({ run: 3, runName: `${id}_3` });
  });

  it('is started under it, if it was lost', async () => {
    const { id } = at.round;
    await store(id, { run: 2 });
    expect(await reconciled(id)).toMatchObject({ started: 1 });
    const starts = at.memory.plain('outbox').map(({ errand }) => JSON.stringify(errand));
    expect(starts.filter((errand) => errand.includes(`"${id}-2"`))).toHaveLength(1);
  });
});

describe('a run that fails for good', () => {
  const fails = (run: string, reference = at.round.id) =>
    markStuck(at.deps, runs(), { reference, run, error: 'States.Timeout' }, now);

  it('after its subject has left it is told, listed as stuck, and its mark is taken away by a redrive', async () => {
    const { id } = at.round;
    await store(id, {}, 'CONFIRMED');
    await fails(id);
    await fails(id);
    expect(notices()).toEqual(['run-failed']);
    expect(await admission(id)).toMatchObject({ state: 'CONFIRMED', stuck: { error: 'States.Timeout', step: id } });
    expect(await told(id)).toContain('RunStuck');
    expect(await redrive(at.deps.commit, runs(), id, by, now)).toEqual({ kind: 'cleared' });
    expect(await admission(id)).toMatchObject({ state: 'CONFIRMED', run: 1 });
    expect((await admission(id)).stuck).toBeUndefined();
    expect(await redrive(at.deps.commit, runs(), id, by, now)).toEqual({ kind: 'not-needed' });
    expect(cloud.names()).toEqual([]);
  });

  it('after another has taken over is told and in the audit, and leaves the other alone', async () => {
    const { id } = at.round;
    await closeRound(at.deps, id, { by, reason: 'test' }, now);
    const before = await admission(id);
    await fails(id);
    expect(await admission(id)).toEqual(before);
    expect(notices()).toEqual(['run-failed']);
    expect(await told(id)).toContain('RunFailed');
  });

  it('about something that is gone is told all the same', async () => {
    await fails('gone', 'gone');
    expect(notices()).toEqual(['run-failed']);
    const events = await eventsOf(at.memory.db, 'audit', 'gone');
    expect(events).toMatchObject([{ type: 'RunFailed', data: { run: 'gone', error: 'States.Timeout' } }]);
  });

  it('is marked and told once while it is needed', async () => {
    const { id } = at.round;
    await fails(id);
    await fails(id);
    expect(notices()).toEqual(['stuck']);
    expect((await admission(id)).needsRun).toBe('stuck');
  });
});
