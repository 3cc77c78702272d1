import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { SignLink } from '../../../functions/shared/links.ts';
import { answers, apply, applyByCode } from '../../support/applicants.ts';
import { memoryAcademy } from '../../support/memory/memory-academy.ts';
import { memorySigner } from '../../support/memory/memory-clients.ts';
import { memoryDatabase } from '../../support/memory/memory-database.ts';
import type { Invoked } from '../../support/memory/memory-invoked.ts';
import { metered, type Used } from './metered.ts';

/** What a clean application used: begun, filled, sent, checked and accepted, with no officer and no question. */
export interface CleanApplication {
  readonly invocations: readonly Used[];
  /** Of the invocation in which it was sent. */
  readonly sending: Used;
  readonly transitions: number;
  readonly mails: number;
  /** Links that were signed by KMS. */
  readonly signed: number;
  /** Of the pages, as they are sent, with their headers. */
  readonly bytes: number;
}

const headers = 900;
const answerSchema = z.object({ body: z.string(), isBase64Encoded: z.boolean() });

/** Of what a page's Lambda answers; none of what the others do. */
function bytesOf(result: unknown): number {
  const { data } = answerSchema.safeParse(result);
  return data ? headers + Buffer.byteLength(data.body, data.isBase64Encoded ? 'base64' : 'utf8') : 0;
}

/** Until what an acceptance sends out has left. */
const untilQuiet = async (of: { readonly length: number }): Promise<void> => {
  for (let seen = -1; seen !== of.length; await sleep(300)) seen = of.length;
};

/** Counts one, in this process; the first one warms up what is kept for all, such as the round. */
export async function cleanApplication(): Promise<CleanApplication> {
  const memory = memoryDatabase();
  const { db, invoked, invocations } = metered(memory);
  const sign = memorySigner();
  const count = { transitions: 0, signed: 0, bytes: 0 };
  const counted =
    (signing: SignLink): SignLink =>
    (target) => {
      count.signed += 1;
      return signing(target);
    };
  const at = await memoryAcademy({
    memory,
    db,
    invoked: async (what, act) => {
      const result = await invoked(what, act);
      count.bytes += bytesOf(result);
      return result;
    },
    entered: () => {
      count.transitions += 1;
    },
    sign: counted(sign),
    signCode: counted(sign),
  });
  try {
    const round = await at.round();
    const run = async (): Promise<void> => {
      const { reference } = await applyByCode(at, round);
      await at.untilState(reference, 'ACCEPTED');
      await untilQuiet(invocations);
    };
    await run();
    invocations.length = 0;
    Object.assign(count, { transitions: 0, signed: 0, bytes: 0 });
    const { next } = await at.cloud.messagesAfter(0);
    await run();
    const { messages } = await at.cloud.messagesAfter(next);
    // The most expensive page: all others only save a draft or show something.
    const sending = invocations.filter(({ what }) => what === 'page').toSorted((a, b) => b.writes - a.writes)[0];
    if (!sending) throw new Error('nothing was sent');
    return { invocations: [...invocations], sending, ...count, mails: messages.length };
  } finally {
    await at.close();
  }
}

/** Milliseconds of CPU that an invocation of each kind takes in this process once it is warm: the median. */
export async function cpuOfInvocations(applications = 60): Promise<ReadonlyMap<string, number>> {
  const taken: { readonly what: string; readonly ms: number }[] = [];
  const invoked: Invoked = async (what, act) => {
    const before = process.cpuUsage();
    const result = await act();
    const { user, system } = process.cpuUsage(before);
    taken.push({ what, ms: (user + system) / 1000 });
    return result;
  };
  // With the client's own work, which a Lambda has too.
  const at = await memoryAcademy({ invoked, memory: memoryDatabase() });
  try {
    const round = await at.round();
    for (let turn = 0; turn < applications; turn += 1) {
      // The first half is the warming up.
      if (turn === Math.floor(applications / 2)) taken.length = 0;
      const { reference } = await apply(at, round, answers());
      await at.untilState(reference, 'ACCEPTED');
    }
  } finally {
    await at.close();
  }
  const kinds = Map.groupBy(taken, ({ what }) => what);
  return new Map(
    [...kinds].map(([what, some]) => {
      const sorted = some.map(({ ms }) => ms).toSorted((a, b) => a - b);
      return [what, sorted[Math.floor(sorted.length / 2)] ?? 0];
    }),
  );
}
