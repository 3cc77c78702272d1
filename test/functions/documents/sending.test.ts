import { beforeEach, describe, expect, it } from 'vitest';
import { beginUpload } from '../../../functions/documents/begin-upload.ts';
import { decideDocument } from '../../../functions/documents/decide-document.ts';
import { slotState } from '../../../functions/documents/deciding.ts';
import { documentsErasing } from '../../../functions/documents/erase-documents.ts';
import { mostBytes, mostFiles, type Slot } from '../../../functions/documents/slot.ts';
import { eventsOf, faultsAbout } from '../../../functions/shared/database/audit.ts';
import { addDays, addMinutes, type Instant, type LocalDate, seoulDateOf } from '../../../functions/shared/time.ts';
import { extractSlot, planSlot } from '../../support/documents/document-owner.ts';
import { type DocumentWorld, documentWorld, firstMorning } from '../../support/documents/document-world.ts';
import * as files from '../../support/documents/sample-files.ts';
import { memoryTables } from '../../support/memory/memory-database.ts';

let at: DocumentWorld;
beforeEach(() => {
  at = documentWorld();
});

const owner = 'firm#hana';

const begin = (slot: Slot = planSlot, more: { readonly issuedOn?: LocalDate; readonly closesAt?: Instant } = {}) =>
  beginUpload(at.deps, { owner, slot, by: 'applicant', ...more }, at.now());

async function form(slot?: Slot, more?: Parameters<typeof begin>[1]): Promise<string> {
  const outcome = await begin(slot, more);
  if (outcome.kind !== 'begun' && outcome.kind !== 'open') throw new Error(`no form: ${outcome.kind}`);
  return outcome.file.id;
}

const slotOf = (slot = planSlot) => at.deps.documents.slot({ owner, slot: slot.id });
const fileOf = async (id: string, slot = planSlot) => (await slotOf(slot))?.files.find((file) => file.id === id);

/** Sends a file by a form, and everything tells of it. */
async function send(content: Buffer, name = 'plan.pdf', id?: string): Promise<string> {
  const key = id ?? (await form());
  at.bucket.post(key, content, name);
  await at.tell(key);
  await at.scan(key);
  return key;
}

const events = async () =>
  (await eventsOf(at.db, memoryTables.AUDIT_TABLE, 'hana')).flatMap(({ type, also = [] }) => [
    type,
    ...also.map((one) => one.type),
  ]);

describe('a file that is sent', () => {
  it('is waited for, arrives, is looked through and received: what it is by its content, under a clean name', async () => {
    const id = await form();
    expect(await fileOf(id)).toMatchObject({ state: 'WAITING', number: 1, until: addMinutes(at.now(), 30) });
    at.bucket.post(id, await files.pdf(), '../사업계획서.pdf'.normalize('NFD'));
    expect(await at.tell(id)).toMatchObject({ outcome: 'arrived' });
    expect(await fileOf(id)).toMatchObject({ state: 'ARRIVED', format: 'pdf', name: '사업계획서.pdf' });
    await at.scan(id);
    expect(await fileOf(id)).toMatchObject({ state: 'CLEAN' });
    expect(await events()).toEqual(['DocumentAwaited', 'DocumentArrived', 'DocumentCleared']);
    expect(await faultsAbout(at.db, memoryTables.AUDIT_TABLE, 'hana')).toEqual([]);
    expect(JSON.stringify(at.plain('audit'))).not.toContain('사업');
  });

  it('is the same, whichever of the two events comes first, and however often each comes', async () => {
    const id = await form();
    at.bucket.post(id, await files.pdf(), 'plan.pdf');
    await at.scan(id);
    for (let time = 0; time < 3; time += 1) {
      await at.tell(id);
      await at.scan(id);
      await at.verdict(id, 'THREATS_FOUND');
      await at.clock();
    }
    expect(await fileOf(id)).toMatchObject({ state: 'CLEAN' });
    expect((await slotOf())?.revision).toBe(3);
    expect(await events()).toEqual(['DocumentAwaited', 'DocumentArrived', 'DocumentCleared']);
  });

  it('is found by the clock if nobody tells of it, and so is that no verdict came', async () => {
    const id = await form();
    at.bucket.post(id, await files.pdf(), 'plan.pdf');
    at.pass(10);
    await at.clock();
    expect(await fileOf(id)).toMatchObject({ state: 'ARRIVED' });
    at.pass(29);
    await at.clock();
    expect(await fileOf(id)).toMatchObject({ state: 'ARRIVED' });
    at.pass(1);
    await at.clock();
    expect(await fileOf(id)).toMatchObject({ state: 'REFUSED', refusal: 'late' });
    expect(at.bucket.objects().size).toBe(0);
  });

  it('that does not come is waited for as long as it may, and then no more', async () => {
    const id = await form();
    at.pass(59);
    await at.clock();
    expect(await fileOf(id)).toMatchObject({ state: 'WAITING' });
    at.pass(1);
    await at.clock();
    expect(await fileOf(id)).toMatchObject({ state: 'LAPSED' });
    expect((await slotOf())?.due).toBeUndefined();
  });

  it('by the same form twice is the first: what came later is gone', async () => {
    const id = await form();
    at.bucket.post(id, await files.pdf('first'), 'first.pdf');
    at.bucket.post(id, await files.pdf('second'), 'second.pdf');
    await at.tell(id);
    await at.scan(id);
    at.bucket.post(id, await files.pdf('third'), 'third.pdf');
    await at.tell(id);
    expect(await fileOf(id)).toMatchObject({ state: 'CLEAN', name: 'first.pdf' });
    const left = () =>
      at.bucket
        .objects()
        .get(id)
        ?.map(({ sent }) => sent);
    expect(left()).toEqual(['first.pdf']);
    // Of the last nobody tells: the clock looks once more when nothing can come any more.
    at.bucket.post(id, await files.pdf('fourth'), 'fourth.pdf');
    at.pass(60);
    await at.clock();
    expect(left()).toEqual(['first.pdf']);
    expect((await slotOf())?.due).toBeUndefined();
  });

  it('for which nobody was ever asked is gone', async () => {
    const stranger = '0'.repeat(32);
    at.bucket.post(stranger, await files.pdf(), 'plan.pdf');
    expect(await at.tell(stranger)).toMatchObject({ outcome: 'nobody' });
    expect(at.bucket.objects().size).toBe(0);
    expect(await at.tell('malware-protection-resource-validation-object')).toEqual({ kind: 'other' });
  });

  it.each([
    ['a wrong type under a right name', () => files.png(), 'plan.pdf', 'type'],
    ['a ZIP that is called .hwpx', () => files.zip(), 'plan.hwpx', 'type'],
    ['the test file of scanners, which is a text', () => Buffer.from(files.eicar), 'plan.pdf', 'type'],
    ['one in which there is something harmful', () => files.harmful(), 'plan.pdf', 'threat'],
    ['a PDF with a password', () => files.lockedPdf(), 'plan.pdf', 'locked'],
    ['a HWP with a password', () => files.lockedHwp(), 'plan.hwp', 'locked'],
    ['an Office file with a password', () => files.lockedOffice(), 'plan.hwp', 'locked'],
    ['one with macros', () => files.docm(), 'plan.pdf', 'macros'],
  ])('is refused with its reason, and nothing of it is kept: %s', async (_, content, name, refusal) => {
    const id = await send(await content(), name);
    const file = await fileOf(id);
    expect(file).toMatchObject({ state: 'REFUSED', refusal });
    expect(file?.name).toBeUndefined();
    expect(at.bucket.objects().size).toBe(0);
    // What is sent by its form once more goes, too, and the clock is at its end with it.
    at.bucket.post(id, await files.pdf(), name);
    await at.tell(id);
    expect(at.bucket.objects().size).toBe(0);
    at.pass(60);
    await at.clock();
    expect((await slotOf())?.due).toBeUndefined();
  });

  it.each([
    ['UNSUPPORTED', 'locked'],
    ['ACCESS_DENIED', 'unreadable'],
    ['FAILED', 'unreadable'],
    ['SOMETHING_NEW', 'unreadable'],
  ])('is not clean if the verdict is %s', async (status, refusal) => {
    const id = await form();
    at.bucket.post(id, await files.pdf(), 'plan.pdf');
    await at.verdict(id, status);
    expect(await fileOf(id)).toMatchObject({ state: 'REFUSED', refusal });
  });

  it('has only the verdict on the version that counts', async () => {
    const id = await form();
    at.bucket.post(id, await files.pdf(), 'plan.pdf');
    at.bucket.post(id, await files.harmful(), 'plan.pdf');
    await at.verdict(id, 'THREATS_FOUND', 'v2');
    expect(await fileOf(id)).toMatchObject({ state: 'ARRIVED' });
    await at.verdict(id, 'NO_THREATS_FOUND', 'v1');
    expect(await fileOf(id)).toMatchObject({ state: 'CLEAN' });
  });

  it('and was sent before is refused, and the one before stays', async () => {
    const content = await files.pdf();
    const first = await send(content);
    const again = await send(content);
    expect(await fileOf(again)).toMatchObject({ state: 'REFUSED', refusal: 'same' });
    expect(await fileOf(first)).toMatchObject({ state: 'CLEAN' });
    expect([...at.bucket.objects().keys()]).toEqual([first]);
  });

  it('is larger than allowed for no form, and if a bucket let it through it would be refused', async () => {
    const id = await form();
    const large = Buffer.alloc(mostBytes + 1, '%PDF-1.7 ');
    expect([at.bucket.post(id, large, 'a.pdf'), at.bucket.post(id, Buffer.alloc(0), 'a.pdf')]).toEqual([false, false]);
    const versions = async () => [{ versionId: 'large', bytes: large.length, isMarker: false }];
    const deps = { ...at.deps, documents: at.deps.documents, files: { ...at.bucket.store, versions } };
    const { takeArrival } = await import('../../../functions/documents/take-arrival.ts');
    expect(await takeArrival({ ...deps, commit: at.deps.commit }, id, at.now())).toBe('refused');
    expect(await fileOf(id)).toMatchObject({ refusal: 'size' });
  });
});

describe('a form', () => {
  it('is the same again while it is open, and another afterwards', async () => {
    const id = await form();
    expect(await form()).toBe(id);
    at.pass(30);
    expect(await form()).not.toBe(id);
  });

  it('is given to one of two who ask at once', async () => {
    const both = await Promise.all([form(), form()]);
    expect(both[0]).toBe(both[1]);
    expect((await slotOf())?.files).toHaveLength(1);
  });

  it('is given until the deadline, and takes nothing after it', async () => {
    const closesAt = addMinutes(firstMorning, 5);
    expect(await fileOf(await form(planSlot, { closesAt }))).toMatchObject({ until: closesAt });
    at.pass(5);
    expect(await begin(planSlot, { closesAt })).toEqual({ kind: 'closed' });
  });

  it.each([
    [90, 'begun'],
    [91, 'too-old'],
    [-1, 'not-yet'],
  ])('for an extract that was issued %i days ago: %s', async (days, kind) => {
    const issuedOn = addDays(seoulDateOf(at.now()), -days);
    expect(await begin(extractSlot, { issuedOn })).toMatchObject({ kind });
  });

  it('for an extract wants its date, and what arrives a day later is too old', async () => {
    expect(await begin(extractSlot)).toEqual({ kind: 'no-date' });
    at.pass(14 * 60 + 55);
    const id = await form(extractSlot, { issuedOn: addDays(seoulDateOf(at.now()), -90) });
    at.bucket.post(id, await files.pdf(), 'extract.pdf');
    at.pass(10);
    await at.tell(id);
    expect(await fileOf(id, extractSlot)).toMatchObject({ state: 'REFUSED', refusal: 'too-old' });
  });

  it('is given so often, and not for ever', async () => {
    for (let time = 0; time < mostFiles; time += 1) {
      await form();
      at.pass(31);
    }
    expect(await begin()).toEqual({ kind: 'too-many' });
  });
});

describe('a decision', () => {
  const accept = { outcome: 'ACCEPT' } as const;
  const giveBack = { outcome: 'RETURN', reason: 'incomplete', words: '3쪽이 없습니다.' } as const;
  const decide = (file: string, decision: Parameters<typeof decideDocument>[1]['decision']) =>
    decideDocument(at.deps, { file, by: 'kim-minji', decision }, at.now());
  const stateNow = async () => slotState((await slotOf())?.files ?? []);

  it('returns a document with a reason, and the next one is accepted and stays so', async () => {
    const first = await send(await files.pdf('first'));
    expect(await stateNow()).toBe('undecided');
    expect(await decide(first, giveBack)).toBe('decided');
    expect(await fileOf(first)).toMatchObject({
      state: 'RETURNED',
      decided: { by: 'kim-minji', reason: 'incomplete' },
    });
    expect(await stateNow()).toBe('returned');
    const second = await send(await files.pdf('second'));
    expect(await stateNow()).toBe('undecided');
    expect(await decide(second, accept)).toBe('decided');
    expect(await stateNow()).toBe('accepted');
    expect(await begin()).toEqual({ kind: 'accepted' });
    expect([await decide(second, giveBack), await decide(first, accept)]).toEqual(['not-open', 'not-open']);
    expect(at.bucket.objects().size).toBe(2);
    expect(JSON.stringify(at.plain('audit'))).not.toContain('3쪽');
  });

  it('is about the newest that is clean: one before it is not decided on any more', async () => {
    const first = await send(await files.pdf('first'));
    const second = await send(await files.pdf('second'));
    expect(await decide(first, accept)).toBe('not-open');
    expect(await decide(second, accept)).toBe('decided');
  });

  it('may be made while another is being checked, and what comes after an acceptance changes nothing of it', async () => {
    const first = await send(await files.pdf('first'));
    const second = await form();
    at.bucket.post(second, await files.pdf('second'), 'second.pdf');
    await at.tell(second);
    expect(await stateNow()).toBe('checking');
    expect(await decide(first, accept)).toBe('decided');
    await at.scan(second);
    expect(await stateNow()).toBe('accepted');
    expect(await decide(second, giveBack)).toBe('not-open');
  });

  it('of two at once is one', async () => {
    const id = await send(await files.pdf());
    const both = await Promise.all([decide(id, accept), decide(id, giveBack)]);
    expect(both.sort()).toEqual(['decided', 'not-open']);
  });

  it('is on nothing that is not clean', async () => {
    expect(await decide(await form(), accept)).toBe('not-open');
    expect(await decide('0'.repeat(32), accept)).toBe('not-open');
  });
});

describe('erasing an owner', () => {
  it('takes away names and words at once, all versions of all files with the clock, and the audit still verifies', async () => {
    const first = await send(await files.pdf('first'), '홍길동.pdf');
    const words = '홍길동 님의 3쪽이 없습니다.';
    const decision = { outcome: 'RETURN', reason: 'incomplete', words } as const;
    await decideDocument(at.deps, { file: first, by: 'kim-minji', decision }, at.now());
    await send(await files.pdf('second'), '홍길동 2.pdf');
    const open = await form();
    const changes = await documentsErasing(at.deps, owner, at.now());
    await at.deps.commit({
      changes,
      events: [{ subject: 'hana', type: 'MadeByTest', by: 'operator:test', at: at.now() }],
    });
    expect(JSON.stringify([at.plain('documents'), at.plain('audit')])).not.toContain('홍길동');
    expect((await slotOf())?.files.map(({ state }) => state)).toEqual(['ERASED', 'ERASED', 'ERASED']);
    at.bucket.post(open, await files.pdf(), '홍길동 3.pdf');
    await at.clock();
    expect(at.bucket.objects().size).toBe(0);
    at.bucket.post(open, await files.pdf(), '홍길동 3.pdf');
    at.pass(60);
    await at.clock();
    expect(at.bucket.objects().size).toBe(0);
    expect((await slotOf())?.due).toBeUndefined();
    expect(await faultsAbout(at.db, memoryTables.AUDIT_TABLE, 'hana')).toEqual([]);
  });
});
