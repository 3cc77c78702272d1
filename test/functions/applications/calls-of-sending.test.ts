import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { openAttachments } from '../../../functions/app/attachments.ts';
import { everything } from '../../../functions/app/wiring.ts';
import { changedApplication, newApplication } from '../../../functions/applications/application.ts';
import { changedDraft } from '../../../functions/applications/draft-items.ts';
import { applyRoutes } from '../../../functions/applications/pages/apply-routes.tsx';
import { lazily } from '../../../functions/shared/parts.ts';
import { newReference } from '../../../functions/shared/references.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { metered } from '../../bench/costs/metered.ts';
import { answers, emailOf, typedOf } from '../../support/applicants.ts';
import { memorySigner, signedHere } from '../../support/memory/memory-clients.ts';
import { memoryTables } from '../../support/memory/memory-database.ts';
import { type MemoryRound, memoryRound } from '../../support/memory/memory-round.ts';

const now = instantSchema.parse('2027-01-20T00:00:00Z');
const reference = newReference('A-27H1', Buffer.alloc(16, 7));
let secret = '';
const { sign, verify } = signedHere(memorySigner());

const read = z.object({ TableName: z.string(), Key: z.record(z.string(), z.unknown()).optional() });

let at: MemoryRound;

/** An application that is ready to be sent. */
beforeEach(async () => {
  at = await memoryRound(now, {}, { quick: true });
  const { deps, round } = at;
  const form = answers();
  const { id: roundId, version: roundVersion, closesAt } = round;
  const application = newApplication({
    reference,
    roundId,
    roundVersion,
    lang: 'ko',
    email: emailOf(form),
    now,
    closesAt,
  });
  const nothing = await deps.applications.draft(reference);
  const written = changedDraft(nothing, typedOf(round, form), now);
  await deps.commit({
    changes: [
      deps.applications.create(application),
      deps.applications.putDraft(application, { ...written, consentsUnder: roundVersion }, nothing),
    ],
    events: [{ subject: reference, type: 'MadeByTest', by: 'operator:test', at: now }],
  });
  secret = (await deps.sessions.begin(reference, 'code', deps.random, now)).secret;
});

async function send(version: number) {
  const reads: string[] = [];
  const { db, invoked, invocations } = metered(at.memory, (name, input) => {
    if (name.startsWith('TransactWrite')) return;
    const { TableName, Key } = read.parse(input);
    reads.push(`${name} ${TableName} ${Object.values(Key ?? {}).join(' ')}`);
  });
  const deps = lazily({
    ...everything(memoryTables, db),
    attachments: openAttachments(memoryTables, db),
    verifyLink: () => verify,
    signCode: () => sign,
    codesAnHour: () => 60,
    secure: () => false,
  });
  const route = applyRoutes(deps).find(({ method, path }) => method === 'POST' && path === '/apply/send');
  const revision = String((await at.deps.applications.draft(reference)).saves);
  const answered = await invoked('page', async () =>
    route?.page({
      method: 'POST',
      path: '/apply/send',
      params: {},
      query: {},
      form: new Map(Object.entries({ application: [reference], revision: [revision], version: [String(version)] })),
      cookies: { application: `s.${reference}.${secret}` },
      lang: 'ko',
      source: '127.0.0.1',
      now,
    }),
  );
  expect(answered).toMatchObject({ status: 303, headers: { Location: '/application/sent' } });
  expect((await at.deps.applications.get(reference))?.version).toBe(version);
  return { reads, inSequence: invocations[0]?.inSequence ?? Infinity };
}

const once = (reads: readonly string[]) => expect([...new Set(reads)]).toEqual(reads);

describe('sending an application', () => {
  it('makes five calls in sequence at most, reads no item twice, and no event', async () => {
    const { reads, inSequence } = await send(1);
    expect(inSequence).toBeLessThanOrEqual(5);
    once(reads);
    expect(reads.filter((one) => one.includes(' audit'))).toEqual([]);
    console.log(`sending: ${inSequence} calls in sequence with the round, which a worker keeps; ${reads.length} reads`);
  });

  it('makes no more if the officer was asked about the version before', async () => {
    await send(1);
    const was = await at.deps.applications.get(reference);
    if (!was) throw new Error('there is no application');
    await at.deps.commit({
      changes: [at.deps.applications.save(changedApplication(was, now, {}, 'askOfficer'), was)],
      events: [{ subject: reference, type: 'MadeByTest', by: 'operator:test', at: now }],
    });
    const { reads, inSequence } = await send(2);
    expect(inSequence).toBeLessThanOrEqual(5);
    once(reads);
  });
});
