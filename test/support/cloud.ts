import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect } from 'vitest';
import { type Cloud, startCloud } from '../../local/cloud.ts';
import { deployLocal } from '../../local/deploy.ts';
import { cloudEnvironment } from '../../local/environment.ts';
import { findApiId, startFrontDoor } from '../../local/front-door.ts';
import type { Gate } from '../../local/gate/gate.ts';
import { root } from '../../local/paths.ts';
import { freePort } from '../../local/ports.ts';
import { budgetOf } from '../budgets.ts';
import { type Reading, recordReader } from '../run/cloud-record.ts';
import { type Traffic, watchTraffic } from '../run/cloud-traffic.ts';
import { cpuSeconds } from '../run/cpu.ts';
import { type KeptCloud, lockKeptCloud } from '../run/kept-cloud.ts';
import { runFolder } from '../run/test-run.ts';
import type { Academy } from './academy.ts';
import { watchCalls } from './answered-bytes.ts';
import { projectFor } from './assembly.ts';
import { endWaitsBy } from './eventually.ts';
import { type GateLog, openGateLog } from './gate-log.ts';
import { reasonsToStop } from './runs/run-faults.ts';
import { openStage, type Stage } from './stage.ts';
import { writtenIn } from './written.ts';

export interface TestCloud extends Stage, Pick<Academy, 'written' | 'writes'> {
  readonly cloud: Cloud;
  readonly gate: Gate;
  readonly gateLog: GateLog;
  /** Where the pages are. */
  readonly baseUrl: string;
  /** What the start of the cloud took, until the app was on it. */
  readonly start: { readonly seconds: number; readonly cpuSeconds: number };
  /** What went through its door since then. */
  readonly traffic: Readonly<Traffic>;
  /** What it saw of all tests on it. */
  readonly record: () => Promise<Reading>;
}

declare global {
  var testCloud: Promise<TestCloud> | undefined;
}

/** Waits and the pauses of retries last a thousandth, so that the longest wait, two hours, is seven seconds. */
const waitScale = 0.001;
/**
 * Seconds that a wait lasts at least: a run that waits for people counts after five seconds first, which would be five
 * milliseconds, so that runs counted all the time: a fifth of all invocations. As it waits longer each time, up to a
 * second, one that a test leaves open hardly counts in the tests after it.
 */
const shortestWait = 0.2;

/**
 * Two calls of one function meet where they are handled by two processes; a start and the first calls of a process, which
 * Node has not compiled yet, take ten times what a later call does.
 */
export const enoughWorkers = 2;

/** The one local cloud of this worker, with the real app on it, started by whoever needs it first. */
export const testCloud = (): Promise<TestCloud> => {
  globalThis.testCloud ??= open();
  return globalThis.testCloud;
};

/** With the real app on it; `door` is the port of its pages. */
interface Deployed {
  readonly cloud: Cloud;
  readonly door: number;
}

async function open(): Promise<TestCloud> {
  // So Vitest ends a worker. What was started here ends at the exit, and at once: nothing of it is to be saved.
  process.once('SIGTERM', () => process.exit());
  const begun = { time: performance.now(), cpu: await cpuSeconds() };
  const directory = join(runFolder(), `cloud-${process.env.VITEST_POOL_ID ?? 0}-${process.pid}`);
  mkdirSync(directory, { recursive: true });
  const kept = process.env.SFA_KEEP_CLOUD === '1' ? lockKeptCloud(process.env.VITEST_POOL_ID ?? '0') : undefined;
  const { cloud, door } = kept ? await deployKept(directory, kept) : await deployNew(directory);
  await cloud.config({ 'stepfunctions._SFN_WAIT_SCALE': waitScale });
  const apiId = await findApiId(cloud, 'test');
  if (!apiId || !cloud.gate) throw new Error('the app was not deployed');
  await startFrontDoor({ port: door, cloud, apiId, appRefuses: true });
  Object.assign(process.env, cloudEnvironment(cloud));
  const stage = await openStage('test');
  const start = {
    seconds: (performance.now() - begun.time) / 1000,
    cpuSeconds: (await cpuSeconds()) - begun.cpu,
  };
  const { gate } = cloud;
  const gateLog = openGateLog(gate, stage);
  endWaitsBy(reasonsToStop(stage, gateLog));
  // A round of any size mails as much as it is large.
  const { testPath = '' } = expect.getState();
  if (Number.isFinite(budgetOf(relative(root, testPath)).megabytes)) watchCalls(cloud.port);
  const inject: Gate['inject'] = (fault) => {
    gateLog.expectFaults();
    return gate.inject(fault);
  };
  return {
    ...stage,
    cloud,
    gate: { ...gate, inject },
    gateLog,
    written: (table) => writtenIn({ ...stage, gateLog }, table),
    writes: gateLog.writes,
    baseUrl: urlOf(door),
    start,
    traffic: watchTraffic(cloud.port),
    record: recordReader(stage, gate),
  };
}

const urlOf = (door: number): string => `http://localhost:${door}`;

const start = (
  directory: string,
  { door, ...more }: { readonly door: number; readonly port?: number; readonly stateDir?: string },
): Promise<Cloud> =>
  startCloud({
    gate: { refuse: true },
    appUrl: urlOf(door),
    log: join(directory, 'cloud.log'),
    unpacked: join(tmpdir(), 'unpacked'),
    shortestWait,
    enoughWorkers,
    ...more,
  });

const deploy = async (directory: string, { cloud, door }: Deployed): Promise<void> =>
  deployLocal({
    cloud,
    stage: 'test',
    project: await projectFor(urlOf(door), process.env.TMPDIR ?? directory),
    log: join(directory, 'deploy.log'),
  });

async function deployNew(directory: string): Promise<Deployed> {
  const door = await freePort();
  const deployed = { cloud: await start(directory, { door }), door };
  await deploy(directory, deployed);
  return deployed;
}

/** From the state in which the last deploy left the kept cloud; only what changed since is deployed, and kept. */
async function deployKept(directory: string, kept: KeptCloud): Promise<Deployed> {
  const stateDir = join(process.env.TMPDIR ?? directory, `state-${process.pid}`);
  const { port, door, isFresh } = await kept.restore(stateDir);
  const cloud = await start(directory, { door, port, stateDir });
  if (isFresh) return { cloud, door };
  try {
    await deploy(directory, { cloud, door });
  } catch (error) {
    // What was deployed before may be in the way of the change: the next run begins with a new cloud.
    kept.forget();
    throw error;
  } finally {
    await cloud.stop();
  }
  kept.save(stateDir, { port, door });
  return { cloud: await start(directory, { door, port, stateDir }), door };
}
