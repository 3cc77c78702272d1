import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { wire } from '../../../functions/app/wiring.ts';
import { changedApplication } from '../../../functions/applications/application.ts';
import { movedReview } from '../../../functions/screening/review.ts';
import { changedScreening } from '../../../functions/screening/screening.ts';
import { changedAdmission } from '../../../functions/selection/admission.ts';
import { auditEventSchema, chainOf, eventsOf, faultsAbout } from '../../../functions/shared/database/audit.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { verifyAudit } from '../../../ops/audit/verify-audit.ts';
import { memoryDatabase, memoryTables } from '../../support/memory/memory-database.ts';
import recorded from './recorded-in-shared-chains.json' with { type: 'json' };

/*
 * What a release stored in which an application, its screening, reviews and requests shared one chain: reviews were
 * amended after their screening had closed, after which `audit verify` of that release failed for good.
 */

const now = instantSchema.parse('2027-02-02T01:00:00Z');
const { reference, roundId } = recorded;

let memory: ReturnType<typeof memoryDatabase>;
let deps: ReturnType<typeof wire>;
beforeEach(async () => {
  memory = memoryDatabase();
  deps = wire(memoryTables, memory.db);
  for (const [TableName, items] of Object.entries(recorded.tables)) {
    for (const Item of items) await write({ Put: { TableName, Item } });
  }
});

const write = (item: object) => memory.db.send(new TransactWriteCommand({ TransactItems: [{ ...item }] }));
const faults = async () => (await verifyAudit({ db: memory.db, tables: memoryTables })).faults;
const event = (subject: string) => ({ subject, type: 'ChangedByTest' as const, by: 'system:test', at: now });

/** Every entity that was recorded gets its next revision. */
async function goOn() {
  const { applications, screenings, admissions, requests, commit } = deps;
  const [application, screening, admission] = [
    await applications.get(reference),
    await screenings.get(reference),
    await admissions.get(roundId),
  ];
  const review = await screenings.review(screening?.reviews[0]?.id ?? '');
  const request = await requests.get(review?.id ?? '');
  if (!application || !screening || !admission || !review || !request) throw new Error('something was not recorded');
  await commit({
    changes: [
      applications.save(changedApplication(application, now, {}), application),
      screenings.save(changedScreening(screening, now, {}), screening),
      screenings.saveReview(movedReview(review, 'amend', {}, now), review),
      requests.save({ ...request, revision: request.revision + 1 }, request),
      admissions.save(changedAdmission(admission, now, {}), admission),
    ],
    events: [event(reference), event(`round#${roundId}`)],
  });
  return { application, screening, admission, review, request };
}

describe('chains that several entities shared', () => {
  it('are read and verify, also if reviews were amended', async () => {
    for (const item of recorded.tables.audit) expect(auditEventSchema.parse(item)).toEqual(item);
    expect(await faults()).toEqual([]);
    expect((await eventsOf(memory.db, 'audit', reference)).map(({ number }) => number)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
  });

  it('are gone on from: each entity begins a chain of its own with its next revision', async () => {
    const was = await goOn();
    const chain = await chainOf(memory.db, 'audit', `${reference}/screening`);
    expect(chain).toMatchObject([{ number: was.screening.revision + 1, after: { subject: reference, number: 9 } }]);
    expect(await chainOf(memory.db, 'audit', was.request.id)).toMatchObject([
      { after: { subject: reference, number: 9 } },
    ]);
    expect(await chainOf(memory.db, 'audit', `${roundId}/admission`)).toMatchObject([
      { number: was.admission.revision + 1, after: { subject: `round#${roundId}`, number: 6 } },
    ]);
    expect(await faults()).toEqual([]);
    await goOn();
    const next = (await chainOf(memory.db, 'audit', `${reference}/screening`))[1];
    expect([next?.number, next?.after]).toEqual([was.screening.revision + 2, undefined]);
    expect(await faults()).toEqual([]);
    expect(await faultsAbout(memory.db, 'audit', reference)).toEqual([]);
    expect((await eventsOf(memory.db, 'audit', reference)).map(({ subject }) => subject)).toEqual([
      ...Array.from({ length: 9 }, () => reference),
      `${reference}/application`,
      `${reference}/application`,
    ]);
  });

  it('show what was altered in them, or cut off, before and after they were gone on from', async () => {
    const last = recorded.tables.audit.find(({ subject, number }) => subject === reference && number === 9);
    const remove = () => write({ Delete: { TableName: 'audit', Key: { subject: reference, number: 9 } } });
    await remove();
    await write({ Delete: { TableName: 'audit', Key: { subject: reference, number: 8 } } });
    await write({ Delete: { TableName: 'audit', Key: { subject: reference, number: 7 } } });
    await write({ Delete: { TableName: 'audit', Key: { subject: reference, number: 6 } } });
    expect(await faults()).toContain(`${reference}: events are missing at the end`);
    for (const Item of recorded.tables.audit) await write({ Put: { TableName: 'audit', Item } });
    await goOn();
    await remove();
    expect(await faults()).toContain(
      `${reference}/application: goes on from event 9 of ${reference}, which is not there`,
    );
    await write({ Put: { TableName: 'audit', Item: { ...last, by: 'operator:somebody' } } });
    expect(await faults()).toEqual([`${reference} event 9: altered`]);
  });

  it('may still be written by the release before while a deployment goes on', async () => {
    await goOn();
    // The release before keeps what it does not know, tells in the shared chain, and knows no head.
    const screening = await deps.screenings.get(reference);
    if (!screening) throw new Error('there is no screening');
    const { audited, ...rest } = { ...screening, revision: screening.revision + 1 };
    await write({ Put: { TableName: 'screenings', Item: { pk: reference, sk: 'screening', ...rest, audited } } });
    await deps.commit({ changes: [], events: [event(reference)] });
    await goOn();
    expect(await faults()).toEqual([]);
  });
});
