import { relative } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { root } from '../../local/paths.ts';
import type { TestCloud } from '../support/cloud.ts';
import { longWaits } from '../support/eventually.ts';
import { cpuSeconds } from './cpu.ts';
import { beyondBudget, type FileCosts, writeCosts, writeRecord } from './file-costs.ts';
import { workSeconds } from './machine-speed.ts';
import { runFolder } from './test-run.ts';

/*
 * Vitest runs this again for each file: what the file used is measured and held against what it declares, and what the
 * gate and the runs tell of all tests on this worker's cloud is written for test/afterwards/. At the end of each file,
 * for a worker is not told that it had its last.
 */

interface Measured {
  readonly time: number;
  readonly cpu: number;
  readonly invocations: number;
  readonly lambdaCalls: number;
  readonly testCalls: number;
  readonly testBytes: number;
}

const openedCloud = (): Promise<TestCloud | undefined> | undefined => globalThis.testCloud?.catch(() => undefined);

async function measure(): Promise<Measured> {
  const traffic = { invocations: 0, lambdaCalls: 0, testCalls: 0, testBytes: 0, ...(await openedCloud())?.traffic };
  return { ...traffic, time: performance.now(), cpu: await cpuSeconds() };
}

let before: Measured;
let opened: boolean;

beforeAll(async () => {
  opened = globalThis.testCloud !== undefined;
  before = await measure();
});

afterAll(async () => {
  const after = await measure();
  const at = await openedCloud();
  const start = opened || !at ? { seconds: 0, cpuSeconds: 0 } : at.start;
  const since = (name: keyof Measured): number => after[name] - before[name];
  const record = await at?.record();
  const costs: FileCosts = {
    file: relative(root, expect.getState().testPath ?? ''),
    worker: process.pid,
    seconds: since('time') / 1000 - start.seconds,
    cpuSeconds: since('cpu') - start.cpuSeconds,
    startSeconds: start.seconds,
    startCpuSeconds: start.cpuSeconds,
    invocations: since('invocations') + (record?.newTasks ?? 0),
    lambdaCalls: since('lambdaCalls'),
    testCalls: since('testCalls'),
    megabytes: since('testBytes') / 1e6,
    workSeconds: workSeconds(),
    longWaits: longWaits(),
  };
  if (record) writeRecord(runFolder(), record.record);
  writeCosts(runFolder(), costs);
  expect(beyondBudget(costs), 'test/budgets.ts says what each file may use').toEqual([]);
});
