import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { entrySchema, leaseMinutes, type OutboxEntry } from '../../functions/outbox/entry.ts';
import { addMinutes } from '../../functions/shared/time.ts';
import { type Cloud, startCloud } from '../../local/cloud.ts';
import { deployLocal } from '../../local/deploy.ts';
import { type FrontDoor, findApiId, startFrontDoor } from '../../local/front-door.ts';
import { freePort } from '../../local/ports.ts';
import { projectFor } from './assembly.ts';
import { enoughWorkers } from './cloud.ts';
import { eventually } from './eventually.ts';
import { makeDue } from './intake/intake.ts';
import { type Sink, startSink } from './smtp-sink.ts';
import { openStage, type Stage } from './stage.ts';

type At = Stage & { readonly baseUrl: string };

/**
 * A local cloud of a file's own, kept by a state directory, that may be stopped in order and started again (running
 * executions are lost with it), or whose Lambda workers are killed in the middle of what they do. SIGKILL of the cloud
 * itself would lose its tables, which AWS does not.
 *
 * A worker that is killed in a Task that waits for a token leaves the execution waiting for ever on the local cloud (see
 * step-faults.test.ts; AWS retries it), so the last that happens to it has to be a stop: it ends such executions, and
 * reconciling begins them anew.
 */
export function mortalCloud() {
  let directory: string | undefined;
  let cloud: Cloud | undefined;
  let port = 0;
  let sink: Sink | undefined;
  let frontDoor: FrontDoor | undefined;
  let opened: At | undefined;

  const there = <Value>(value: Value | undefined): Value => {
    if (value === undefined) throw new Error('the cloud is not started yet');
    return value;
  };
  const start = async (): Promise<Cloud> => {
    const started = await startCloud({
      port,
      stateDir: join(there(directory), 'state'),
      log: join(there(directory), 'cloud.log'),
      unpacked: join(tmpdir(), 'unpacked'),
      // After each stop all that was under way comes at once, and each call beside another would start a process.
      enoughWorkers,
      smtp: there(sink),
    });
    // A tenth of the real time, and not none: the tries of a step have to outlast the moment in which its worker died.
    await started.config({ 'stepfunctions._SFN_WAIT_SCALE': 0.1 });
    return started;
  };

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'sfa-mortal-'));
    sink = await startSink();
    port = await freePort();
    cloud = await start();
    const doorPort = await freePort();
    const baseUrl = `http://localhost:${doorPort}`;
    const [project, log] = [await projectFor(baseUrl, directory), join(directory, 'deploy.log')];
    await deployLocal({ cloud, stage: 'test', project, log });
    const apiId = await findApiId(cloud, 'test');
    if (!apiId) throw new Error('the app was not deployed');
    frontDoor = await startFrontDoor({ port: doorPort, cloud, apiId });
    opened = { ...(await openStage('test', cloud)), baseUrl };
  }, 300_000);

  afterAll(async () => {
    await frontDoor?.stop();
    await cloud?.stop();
    sink?.stop();
    if (directory) rmSync(directory, { recursive: true, force: true });
  });

  const again = <Value>(what: string, attempt: () => Promise<Value | undefined | false>): Promise<Value> =>
    eventually(what, attempt, { seconds: 250, every: 150 });

  const outbox = async (): Promise<OutboxEntry[]> =>
    (await there(opened).scan('OUTBOX_TABLE')).map((item) => entrySchema.parse(item));

  /**
   * As if the clock had come: leases of workers that died before have passed, and what is due goes out.
   * @param isOver nothing is stopped or killed any more: nor does anything wait for its next try
   */
  const sweep = async (diedAt: string, { isOver = false } = {}): Promise<void> => {
    const at = there(opened);
    await again('the sweep', async () => {
      for (const { id, state, leaseUntil, failures } of await outbox()) {
        const died = state === 'SENDING' && leaseUntil && addMinutes(leaseUntil, -leaseMinutes) < diedAt;
        if (died || (isOver && state === 'PENDING' && failures > 0)) await makeDue(at, id);
      }
      await at.sweep();
      return true;
    });
  };
  /** The same, and runs that were lost begin anew. */
  const tick = async (diedAt: string, over?: { readonly isOver: boolean }): Promise<void> => {
    await again('the reconciling', () => there(opened).reconcile());
    await sweep(diedAt, over);
  };
  const now = () => there(opened).now();

  return {
    at: () => there(opened),
    mails: () => there(sink).mails,
    again,
    outbox,
    sweep,
    /** A tick after which no worker that ever died holds anything, for whoever comes again until all has ended. */
    tickForAll: () => tick(addMinutes(now(), -leaseMinutes), { isOver: true }),
    /** Stops it and starts it again, as `npm start` does. */
    restart: async () => {
      const diedAt = now();
      await there(cloud).stop();
      cloud = await start();
      await tick(diedAt);
    },
    killWorkers: async () => {
      for (const pid of await there(cloud).workers()) kill(pid);
    },
  };
}

export type MortalCloud = ReturnType<typeof mortalCloud>;

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself in this moment.
  }
}

/**
 * Counts the second copies among mails that left.
 * @throws if one left more often than its entry can explain, or never though it is done.
 */
export function secondCopies(entries: readonly OutboxEntry[], mails: Sink['mails']): number {
  return entries
    .filter(({ errand }) => errand.kind === 'mail')
    .reduce((sum, { id, state, attempts, failures }) => {
      const copies = mails.filter(({ entry }) => entry === id).length;
      const most = (state === 'DONE' ? 1 : 0) + Math.max(0, attempts - 1 - failures);
      if (copies > most) throw new Error(`${id} left ${copies} times`);
      if (state === 'DONE' && copies === 0) throw new Error(`${id} never left`);
      return sum + Math.max(0, copies - 1);
    }, 0);
}
