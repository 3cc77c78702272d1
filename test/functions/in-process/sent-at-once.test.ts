import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Round } from '../../../functions/rounds/round.ts';
import { eventsOf } from '../../../functions/shared/database/audit.ts';
import type { Database } from '../../../functions/shared/database/database.ts';
import { answers, emailOf, fill, mailsTo, referenceOn } from '../../support/applicants.ts';
import { eventually } from '../../support/eventually.ts';
import { contended } from '../../support/memory/contended-database.ts';
import { type MemoryAcademy, memoryAcademy } from '../../support/memory/memory-academy.ts';
import { memoryDatabase } from '../../support/memory/memory-database.ts';
import { decisionsAtOnce } from '../../support/suites/decisions-at-once.ts';
import { hiddenIn } from '../../support/visitor.ts';

it('50 equal submissions at once, whose transactions meet, are one application, one reference and one receipt', async () => {
  const memory = memoryDatabase();
  const { db, conflicts } = contended(memory.db, { call: () => sleep(1), held: () => sleep(5) });
  const at = await memoryAcademy({ memory, db });
  const round = await at.round();
  const form = answers();
  const { browser, check } = await fill(at, round, form);
  const before = conflicts();
  const sent = hiddenIn(check.html);
  const pages = await Promise.all(Array.from({ length: 50 }, () => browser.twin().postStale('/apply/send', sent)));
  expect(conflicts() - before, 'they met').toBeGreaterThan(0);
  expect(new Set(pages.map((page) => page.status))).toEqual(new Set([200]));
  const references = new Set(pages.map(referenceOn));
  expect(references.size).toBe(1);
  const [reference = ''] = references;
  await at.untilState(reference, 'ACCEPTED');
  const applications = at
    .plain('applications')
    .filter(({ sk, roundId }) => sk === 'application' && roundId === round.id);
  expect(applications.map((application) => application.reference)).toEqual([reference]);
  const events = await eventsOf(at.db, at.tables.AUDIT_TABLE, reference);
  expect(events.filter(({ type }) => type === 'ApplicationSubmitted')).toHaveLength(1);
  await eventually('all that was to leave has left', async () => at.plain('outbox').every(({ due }) => !due));
  const mails = await mailsTo(at, emailOf(form));
  expect(mails.filter(({ text }) => text.includes(reference))).toHaveLength(1);
}, 60_000);

describe('an officer’s link', () => {
  let at: MemoryAcademy;
  let round: Round;
  beforeAll(async () => {
    const memory = memoryDatabase();
    const { db } = contended(memory.db, { call: () => sleep(1), held: () => sleep(5) });
    at = await memoryAcademy({ memory, db });
    round = await at.round();
  });
  afterAll(() => at.close());

  decisionsAtOnce(() => ({ at, round }), 30);
});

it('who reads the application from before another tab sent it, and the draft from after, is told that it is sent', async () => {
  const memory = memoryDatabase();
  const read = memory.db.send.bind(memory.db);
  let late: Promise<void> | undefined;
  const ofDraft = ({ input }: { readonly input: unknown }): boolean =>
    z.object({ Key: z.object({ sk: z.literal('draft') }) }).safeParse(input).success;
  const db: Database = Object.create(memory.db, {
    send: {
      value: async (command: { readonly input: unknown }) => {
        if (ofDraft(command)) await late;
        return Reflect.apply(read, memory.db, [command]);
      },
    },
  });
  const at = await memoryAcademy({ memory, db });
  const round = await at.round();
  const { browser, check } = await fill(at, round, answers());
  const sent = hiddenIn(check.html);
  const { promise, resolve } = Promise.withResolvers<void>();
  late = promise;
  const torn = browser.twin().postStale('/apply/send', sent);
  // Long enough for it to have read the application; the draft waits for the other.
  await sleep(200);
  late = undefined;
  const first = await browser.twin().postStale('/apply/send', sent);
  resolve();
  const second = await torn;
  expect([first.status, second.status, referenceOn(second)]).toEqual([200, 200, referenceOn(first)]);
  await at.close();
}, 60_000);
