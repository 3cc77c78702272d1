import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { eraseApplication } from '../../../functions/retention/erase-application.ts';
import { runNameOf } from '../../../functions/runs/run.ts';
import { amendReview } from '../../../functions/screening/amend-review.ts';
import { closeReviews } from '../../../functions/screening/close-reviews.ts';
import { compareReviews } from '../../../functions/screening/compare-reviews.ts';
import { sendReview } from '../../../functions/screening/send-review.ts';
import { countReviews } from '../../../functions/selection/count-reviews.ts';
import {
  type AuditEvent,
  auditEventSchema,
  chainEvent,
  eventsOf,
  readingBy,
} from '../../../functions/shared/database/audit.ts';
import { chainHeadSchema } from '../../../functions/shared/database/chain-head.ts';
import { addMinutes, seoulDateOf } from '../../../functions/shared/time.ts';
import { verifyAudit } from '../../../ops/audit/verify-audit.ts';
import { memoryTables } from '../../support/memory/memory-database.ts';
import { memoryManifests } from '../../support/memory/memory-manifests.ts';
import { closed, type MemoryScreening, memoryScreening } from '../../support/screening/memory-screening.ts';

let at: MemoryScreening;
let reference: string;
let manifests: ReturnType<typeof memoryManifests>;
/** What stands in the audit before anybody touches it. */
let events: AuditEvent[];

const tomorrow = addMinutes(closed, 24 * 60);
const verify = async () =>
  (await verifyAudit({ db: at.memory.db, tables: memoryTables }, { store: manifests.store, key: manifests.key }))
    .faults;
const write = (...items: object[]) =>
  at.memory.db.send(new TransactWriteCommand({ TransactItems: items.map((item) => ({ ...item })) }));
const put = (TableName: string, Item: Record<string, unknown>) => write({ Put: { TableName, Item } });
const putEvent = (event: AuditEvent) => put('audit', event);
const removeEvent = ({ subject, number }: AuditEvent) =>
  write({ Delete: { TableName: 'audit', Key: { subject, number } } });
const stored = (): AuditEvent[] =>
  at.memory
    .plain('audit')
    .map((item) => auditEventSchema.parse(item))
    .sort((a, b) => a.subject.localeCompare(b.subject) || a.number - b.number);

/** The item of the entity that has a chain, and its table. */
const entityOf = (subject: string) =>
  Object.values(memoryTables)
    .flatMap((table) => at.memory.plain(table).map((item) => ({ table, item })))
    .find(({ item }) => 'audited' in item && [item.pk, item.sk].filter(Boolean).join('/') === subject);
const keyOf = ({ pk, sk }: Record<string, unknown>) => (sk === undefined ? { pk } : { pk, sk });

/** Reviews, a screening that closed, a review amended after that; somebody read, and the night has signed it all. */
beforeEach(async () => {
  at = await memoryScreening();
  await at.begin();
  reference = at.references[0] ?? '';
  const [one, two] = await at.reviewsOf();
  if (!one || !two) throw new Error('there are no two reviews');
  const given = (review: typeof one, score: number) => ({
    review: review.id,
    by: review.reviewer,
    scores: { motivation: score, plan: score, background: score, contribution: score },
  });
  for (const review of [one, two]) await sendReview(at.deps, given(review, 4), closed);
  const step = async () => ({ reference, run: runNameOf(reference, (await at.screening()).run) });
  await compareReviews(at.deps, await step(), closed);
  await closeReviews(at.deps, await step(), closed);
  await amendReview(at.deps, given(one, 3), closed);
  await amendReview(at.deps, given(two, 5), closed);
  await countReviews(at.deps, { ...(await at.step()), checks: 1 }, closed);
  await at.deps.commit({
    changes: [],
    events: [{ ...readingBy('operator:ops/minji', closed), subject: reference, type: 'PersonalDataRead' }],
  });
  manifests = memoryManifests(at.memory.db);
  await manifests.sign(tomorrow);
  events = stored();
});

describe('the audit after ordinary use', () => {
  it('verifies, also if reviews were amended after their screening had closed', async () => {
    expect(events.map(({ type }) => type)).toContain('ReviewAmended');
    expect(await verify()).toEqual([]);
  });

  it('verifies after a person was erased', async () => {
    const was = await at.deps.applications.get(reference);
    if (!was) throw new Error('there is no application');
    await at.bring('CANCELLING');
    const round = await at.admission();
    await at.deps.commit({
      changes: [at.deps.admissions.save({ ...round, state: 'CANCELLED', revision: round.revision + 1 }, round)],
      events: [{ subject: `round#${at.round.id}`, type: 'MadeByTest', by: 'operator:test', at: closed }],
    });
    await eraseApplication(at.deps, reference, { by: 'operator:test', reason: 'asked to' }, closed);
    expect(await verify()).toEqual([]);
  });

  it('is counted: events, chains, and those that are as the manifests have them', async () => {
    const verified = await verifyAudit({ db: at.memory.db, tables: memoryTables }, manifests);
    const chains = new Set(events.map(({ subject }) => subject)).size;
    expect(verified).toMatchObject({
      events: events.length,
      chains,
      signed: { chains, newest: { manifest: 1, until: seoulDateOf(closed) } },
    });
  });

  it('shows who read what in a chain of the person and the day, and with what was read', async () => {
    const read = events.filter(({ type }) => type === 'PersonalDataRead');
    expect(read).toMatchObject([{ subject: `reads#operator:ops/minji#${seoulDateOf(closed)}`, about: reference }]);
    expect((await eventsOf(at.memory.db, 'audit', reference)).at(-1)).toMatchObject({ type: 'PersonalDataRead' });
  });
});

describe('whoever can write the table', () => {
  it('changes no event unseen', async () => {
    for (const event of events) {
      await putEvent({ ...event, by: 'operator:somebody' });
      expect(await verify(), `${event.subject} ${event.number}`).toContain(
        `${event.subject} event ${event.number}: altered`,
      );
      await putEvent(event);
    }
    expect(await verify()).toEqual([]);
  });

  it('makes no event unreadable unseen, and leaves no gap', async () => {
    const [second] = events.filter(({ number }) => number === 2);
    if (!second) throw new Error('there are no second events');
    const { hash: _hash, ...hashless } = second;
    await put('audit', hashless);
    expect((await verify())[0]).toBe(`${second.subject} event 2: altered`);
    await putEvent(second);
    const [between] = events.filter(({ subject, number }) =>
      events.some((event) => event.subject === subject && event.number === number + 1),
    );
    if (!between) throw new Error('there is no event between others');
    await removeEvent(between);
    expect((await verify())[0]).toBe(`${between.subject} event ${between.number + 1}: gap`);
    await putEvent(between);
    expect(await verify()).toEqual([]);
  });

  it('takes no event away unseen, the last of a chain included', async () => {
    for (const event of events) {
      await removeEvent(event);
      const faults = await verify();
      expect(
        faults.filter((fault) => fault.startsWith(event.subject)),
        event.subject,
      ).not.toEqual([]);
      await putEvent(event);
    }
  });

  it('adds no event at the end of what has revisions unseen, however well it fits', async () => {
    const ends = [...Map.groupBy(events, ({ subject }) => subject).values()].flatMap((chain) => chain.slice(-1));
    const ofEntities = ends.filter(({ subject }) => subject.includes('/') && !subject.startsWith('reads#'));
    expect(ofEntities.length).toBeGreaterThan(8);
    for (const { subject, number, hash, at: then } of ofEntities) {
      const added = chainEvent({ subject, number: number + 1, at: then, type: 'Added', by: 'x' }, { number, hash });
      await putEvent(added);
      expect(await verify()).toContain(`${subject}: there are more events than revisions`);
      await removeEvent(added);
    }
  });

  it('removes no subject unseen, with its entity and every chain', async () => {
    for (const [subject, chain] of Map.groupBy(events, (event) => event.subject)) {
      const entity = entityOf(subject);
      for (const event of chain) await removeEvent(event);
      if (entity) await write({ Delete: { TableName: entity.table, Key: keyOf(entity.item) } });
      expect(await verify()).toEqual([`${subject}: all events are missing that manifest 1 has`]);
      for (const event of chain) await putEvent(event);
      if (entity) await put(entity.table, entity.item);
    }
  });

  it('writes no chain anew with hashes that fit, the entity’s included, unseen', async () => {
    for (const [subject, chain] of Map.groupBy(events, (event) => event.subject)) {
      const forged = chain.reduce<AuditEvent[]>((made, event) => {
        const { hash: _hash, previous: _previous, day: _day, ...content } = event;
        const by = made.length === 0 ? 'person:somebody' : event.by;
        return [...made, chainEvent({ ...content, by }, made.at(-1))];
      }, []);
      for (const event of forged) await putEvent(event);
      const entity = entityOf(subject);
      if (entity) await put(entity.table, { ...entity.item, audited: chainHeadSchema.parse(forged.at(-1)) });
      const [last] = chain.slice(-1);
      expect(await verify()).toEqual([
        `${subject} event ${last?.number}: not as manifest 1 has it (${last?.hash.slice(0, 12)}…)`,
      ]);
      for (const event of chain) await putEvent(event);
      if (entity) await put(entity.table, entity.item);
    }
    expect(await verify()).toEqual([]);
  });
});
