import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performStep as admissionStep } from '../../../functions/app/admission-steps.ts';
import { lapsesOf } from '../../../functions/app/lapses.ts';
import { isMachine, machineNamed, machineNames, machinesOf } from '../../../functions/app/machines.ts';
import { isRecipient } from '../../../functions/app/recipients.ts';
import { templatesOf } from '../../../functions/app/templates.ts';
import { everything } from '../../../functions/app/wiring.ts';
import { addressesTable } from '../../../functions/outbox/addresses-table.ts';
import { type DeliverDependencies, deliverAll } from '../../../functions/outbox/deliver.ts';
import { queues } from '../../../functions/outbox/entry.ts';
import { outboxTable } from '../../../functions/outbox/outbox-table.ts';
import { mailHandler } from '../../../functions/outbox/send-mail.ts';
import { operatorTeller } from '../../../functions/outbox/tell-operators.ts';
import { chaseRequests } from '../../../functions/requests/chase.ts';
import { resumeHandler } from '../../../functions/requests/resume-handler.ts';
import { startHandler } from '../../../functions/runs/start-handler.ts';
import { systemClock } from '../../../functions/shared/aws/service.ts';
import type { Database } from '../../../functions/shared/database/database.ts';
import type { SignLink } from '../../../functions/shared/links.ts';
import type { MachineName } from '../../../functions/shared/names.ts';
import { lazily } from '../../../functions/shared/parts.ts';
import { addMinutes, type Instant } from '../../../functions/shared/time.ts';
import { root } from '../../../local/paths.ts';
import { freePort } from '../../../local/ports.ts';
import { type Academy, openTables } from '../academy.ts';
import * as brought from '../brought.ts';
import { loadDemoPeople } from '../people/demo-people.ts';
import type { Support } from '../support.ts';
import { memorySes, memorySfn, memorySigner, signedHere } from './memory-clients.ts';
import { memoryDatabase, memoryTables } from './memory-database.ts';
import type { Invoked } from './memory-invoked.ts';
import { memoryMail } from './memory-mail.ts';
import { memoryPages } from './memory-pages.ts';
import { memoryRuns, type StepInput } from './memory-runs.ts';

export interface MemoryAcademy extends Academy {
  /** The items of a table, by its plain name, as JavaScript has them. */
  readonly plain: (table: string) => readonly Record<string, unknown>[];
  /** Lets all leave that is due: a clock that moves meanwhile would end the leases of what is being delivered. */
  readonly delivered: () => Promise<void>;
  /** No run goes on, and nothing is delivered any more. */
  readonly halt: () => Promise<void>;
  /** The same, and nothing is served any more. */
  readonly close: () => Promise<void>;
}

/**
 * The academy in this process: the pages, steps, handlers and the clock of the app on a database in memory, behind a
 * small server, with SES and the runs in memory too. For thousands of requests, and for states that take long to come
 * to, for which the local cloud with its processes is too slow. Entries, permissions, concurrency and the joints between
 * services are tried on the local cloud only.
 * @param given.sign makes the links, and `signCode` the codes, for whoever takes what is stored somewhere else
 * @param given.isHeldUp which runs do not begin
 * @param given.memory what is stored so far, and `db` another way to it
 * @param given.invoked stands around what is one invocation of a Lambda on AWS
 * @param given.entered is told of each state that a run enters
 * @param given.clock tells the time, if a test moves it
 * @param given.codesAnHour how often this machine may ask for codes: so often that nobody minds, if nothing is said
 */
export async function memoryAcademy(
  given: {
    readonly sign?: SignLink;
    readonly signCode?: SignLink;
    readonly isHeldUp?: (reference: string) => boolean;
    readonly memory?: ReturnType<typeof memoryDatabase>;
    readonly db?: Database;
    readonly invoked?: Invoked;
    readonly entered?: (machine: MachineName) => void;
    readonly clock?: () => Instant;
    readonly codesAnHour?: number;
  } = {},
): Promise<MemoryAcademy> {
  const port = await freePort();
  const baseUrl = `http://localhost:${port}`;
  const { memory = memoryDatabase({ quick: true }), invoked = (_entry, act) => act() } = given;
  const { db = memory.db } = given;
  const { sign, verify } = signedHere(given.sign ?? memorySigner());
  const { signCode = memorySigner() } = given;
  const deps = lazily({
    ...everything(memoryTables, db),
    baseUrl: () => baseUrl,
    sign: () => sign,
    signCode: () => signCode,
    stage: () => 'local',
  });
  const { clock: now = systemClock } = given;

  const perform = (machine: MachineName) => (input: StepInput) => {
    const doer = Object.values<Support>(brought).find(({ steps }) => steps?.[machine])?.steps?.[machine];
    return invoked(`step of ${machine}`, async () =>
      doer ? doer.perform(deps, input, now()) : admissionStep(deps, input, now()),
    );
  };
  const runs = new Map(
    machineNames.map((machine) => {
      const definition = readFileSync(join(root, `workflows/${machine}/definition.asl.json`), 'utf8');
      return [machine, memoryRuns(JSON.parse(definition), perform(machine), () => given.entered?.(machine))] as const;
    }),
  );
  const sfn = memorySfn({
    start: (machine, name, reference) => {
      if (isMachine(machine) && !given.isHeldUp?.(reference)) void runs.get(machine)?.start(name, reference);
    },
    resume: (token, outcome) => {
      for (const one of runs.values()) one.resume(token, outcome);
    },
  });

  const mails: ReturnType<typeof memoryMail>[] = [];
  const outbox = outboxTable(db, memoryTables.OUTBOX_TABLE);
  const machines = machinesOf(deps);
  const delivery: DeliverDependencies = {
    outbox,
    clock: now,
    slot: async () => true,
    isFull: () => false,
    bucketOf: () => undefined,
    handlers: {
      mail: mailHandler({
        ses: memorySes((to, raw) => void mails.push(memoryMail(to, raw))),
        from: 'academy@example.kr',
        replyTo: 'academy@example.kr',
        addresses: addressesTable(db, memoryTables.ADDRESSES_TABLE),
        templates: templatesOf(deps),
        isRecipient,
        clock: now,
      }),
      ...startHandler({
        sfn,
        machineArn: (machine) => machine,
        executionArn: (machine, name) => `${machine}:${name}`,
        runsOf: (machine) => machines[machineNamed(machine)],
      }),
      ...resumeHandler({ sfn, requests: deps.requests }),
    },
    report: () => undefined,
    tellOperators: operatorTeller(deps, now),
  };

  let delivering: Promise<void> | undefined;
  let seen = 0;
  /** The latest moment that the clock was told: what it commits is due then, and leaves at once. */
  let told: Instant = now();
  /** What the stream does: delivers what commits have put into the outbox. */
  const deliver = (): Promise<void> => {
    delivering ??= deliverNew().finally(() => {
      delivering = undefined;
    });
    return delivering;
  };
  const deliverNew = async (): Promise<void> => {
    for (let stored = memory.items('outbox').length; stored !== seen; stored = memory.items('outbox').length) {
      seen = stored;
      const end = addMinutes(now(), 10);
      const taken = new Set<string>();
      const fresh = async () =>
        (await Promise.all(queues.map((queue) => outbox.due(queue, told > now() ? told : now()))))
          .flat()
          .map(({ id }) => id)
          .filter((id) => !taken.has(id));
      for (let ids = await fresh(); ids.length > 0; ids = await fresh()) {
        for (const id of ids) taken.add(id);
        await invoked('dispatch', () =>
          deliverAll(delivery, ids, { concurrency: 16, waitUntil: end, beginUntil: end }),
        );
      }
    }
  };
  const delivered = async (): Promise<void> => {
    do await deliver();
    while (memory.items('outbox').length !== seen);
  };
  // A step of a run commits by itself, outside of any request.
  const stream = setInterval(() => void deliver(), 20).unref();
  const pages = await memoryPages({
    db,
    port,
    baseUrl,
    sign,
    verify,
    signCode,
    codesAnHour: given.codesAnHour ?? 100_000,
    clock: now,
    invoked,
  });

  const halt = async (): Promise<void> => {
    clearInterval(stream);
    for (const one of runs.values()) one.stop();
    await delivering;
  };

  const stored = openTables(db, memoryTables, now);
  await loadDemoPeople(stored, stored.now());
  const { requests, kinds, interestsIn, commit } = deps;
  const chasing = {
    requests,
    people: deps.people,
    kinds,
    interestsIn,
    commit,
    lapse: lapsesOf(deps),
    faulted: (fault: unknown) => {
      throw fault;
    },
  };
  return {
    ...stored,
    baseUrl,
    written: stored.scan,
    writes: memory.writes,
    plain: memory.plain,
    cloud: {
      messagesAfter: async (number) => ({
        messages: mails.slice(number).map((mail, index) => ({ ...mail, number: number + index + 1 })),
        next: mails.length,
      }),
    },
    chaseAt: async (time: Instant) => {
      if (time > told) told = time;
      await chaseRequests(chasing, time);
      await deliver();
    },
    delivered,
    halt,
    close: async () => {
      await halt();
      await pages.close();
    },
  };
}
