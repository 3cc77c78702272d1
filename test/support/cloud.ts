import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cloud, startCloud } from '../../local/cloud.ts';
import { deployLocal } from '../../local/deploy.ts';
import { cloudEnvironment } from '../../local/environment.ts';
import { findApiId, startFrontDoor } from '../../local/front-door.ts';
import type { Gate } from '../../local/gate/gate.ts';
import { freePort } from '../../local/ports.ts';
import { endWaitsBy } from './eventually.ts';
import { type GateLog, openGateLog } from './gate-log.ts';
import { reasonsToStop } from './run-faults.ts';
import { openStage, type Stage } from './stage.ts';
import { watchCalls } from './traffic.ts';

export interface TestCloud extends Stage {
  readonly cloud: Cloud;
  readonly gate: Gate;
  readonly gateLog: GateLog;
  /** Where the pages are. */
  readonly baseUrl: string;
}

declare global {
  var testCloud: Promise<TestCloud> | undefined;
}

/**
 * Waits and the pauses of retries last a thousandth: nearly nothing, and still something, so that a run that waits for
 * a person and counts now and then does not count all the time.
 */
const waitScale = 0.001;

/** The one local cloud of a test run, with the real app on it, started by whoever needs it first. */
export const testCloud = (): Promise<TestCloud> => {
  globalThis.testCloud ??= open();
  return globalThis.testCloud;
};

async function open(): Promise<TestCloud> {
  const directory = await mkdtemp(join(tmpdir(), 'sfa-test-'));
  const frontDoor = await freePort();
  const baseUrl = `http://localhost:${frontDoor}`;
  const cloud = await startCloud({ gate: { refuse: true }, log: join(directory, 'cloud.log') });
  process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
  await deployLocal({
    cloud,
    stage: 'test',
    context: { baseUrl },
    output: join(directory, 'cdk'),
    log: join(directory, 'deploy.log'),
  });
  await cloud.config({ 'stepfunctions._SFN_WAIT_SCALE': waitScale });
  const apiId = await findApiId(cloud, 'test');
  if (!apiId || !cloud.gate) throw new Error('the app was not deployed');
  await startFrontDoor({ port: frontDoor, cloud, apiId });
  Object.assign(process.env, cloudEnvironment(cloud));
  const stage = await openStage('test');
  const { gate } = cloud;
  const gateLog = openGateLog(gate, stage);
  endWaitsBy(reasonsToStop(stage, gateLog));
  watchCalls(cloud.port);
  const inject: Gate['inject'] = (fault) => {
    gateLog.expectFaults();
    return gate.inject(fault);
  };
  return { ...stage, cloud, gate: { ...gate, inject }, gateLog, baseUrl };
}
