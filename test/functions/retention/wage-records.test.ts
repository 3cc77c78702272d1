import { describe, expect, it, vi } from 'vitest';
import { markPaid, takeIntoBatch } from '../../../functions/claims/pay-claim.ts';
import { eraseDueRecords } from '../../../functions/retention/erase-due-records.ts';
import { eraseWageRecords } from '../../../functions/retention/erase-wage-records.ts';
import { recordsErasableFrom, type WageRecords } from '../../../functions/retention/wage-records.ts';
import { eventsOf, faultsAbout } from '../../../functions/shared/database/audit.ts';
import { lecturersErase } from '../../../ops/lecturers/lecturers-erase.ts';
import { at, day, lecturerOf, lessonOf } from '../../support/claims/made-up.ts';
import { openClaims } from '../../support/claims/open-claims.ts';
import { memoryDatabase, memoryTables } from '../../support/memory/memory-database.ts';
import { putAccount } from '../../support/payments/put-account.ts';

const by = 'operator:test';
const id = 'kim-haon';
const personal = ['제갈하온', '가온비밀은행', '0012-34-567890', '감기에 걸렸습니다', 'haon.secret@gaon.example'];

/** What a command prints. */
async function said(run: () => Promise<unknown>): Promise<string> {
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line: unknown) => void lines.push(String(line)));
  await run();
  log.mockRestore();
  return lines.join('\n');
}

/** A lecturer whose claim was paid on 20 April 2027, with words of theirs in it. */
async function paidLecturer() {
  const memory = memoryDatabase({ quick: true });
  const open = await openClaims({ db: memory.db });
  const { deps, clock } = open;
  const [claim = ''] = await open.month([
    lessonOf('L01', { lecturerName: '제갈하온', institution: '가온비밀은행' }),
    lessonOf('L02', { date: day('2027-03-10'), lecturerName: '제갈하온', institution: '가온비밀은행' }),
  ]);
  await open.putLecturer(
    lecturerOf(id, { name: '제갈하온', institution: '가온비밀은행', email: 'haon.secret@gaon.example' }),
  );
  await putAccount(deps, id, '0012-34-567890', clock.now);
  await open.answer(claim, {
    said: [{ lesson: 'L02', said: { kind: 'not-taught' }, reason: '감기에 걸렸습니다' }],
  });
  await open.asManager(claim);
  await open.asFinance(claim);
  await deps.commit(takeIntoBatch(deps, await open.claim(claim), { batch: 'B1', by }, clock.now));
  const stored = () =>
    JSON.stringify(['lecturers', 'claims', 'timetables', 'requests'].map((table) => memory.plain(table)));
  const pay = async () =>
    deps.commit(markPaid(deps, await open.claim(claim), { paidOn: day('2027-04-20'), by }, clock.now));
  return { ...open, paid: claim, stored, pay };
}

const settledRecords: WageRecords = {
  lecturer: { loadedAt: at('2027-01-04 09:00') },
  accounts: [],
  claims: [],
  corrections: [],
  lastLesson: undefined,
};

describe('the years for which wage records are kept', () => {
  it('begin the day after the tax on the last payment was to be declared, and end as the Civil Act says', () => {
    const paid = (paidOn: string) => ({ state: 'PAID' as const, paidOn: day(paidOn) });
    expect(recordsErasableFrom({ ...settledRecords, claims: [paid('2027-04-20')] })).toBe('2032-05-11');
    expect(recordsErasableFrom({ ...settledRecords, claims: [paid('2027-12-30'), paid('2027-04-20')] })).toBe(
      '2033-01-11',
    );
    expect(recordsErasableFrom({ ...settledRecords, lastLesson: day('2028-02-29') })).toBe('2033-03-11');
    expect(recordsErasableFrom(settledRecords)).toBe('2032-02-11');
  });

  it('have no end while something is still to be paid, or paid back', () => {
    expect(recordsErasableFrom({ ...settledRecords, claims: [{ state: 'IN_BATCH' }] })).toBeUndefined();
    expect(recordsErasableFrom({ ...settledRecords, claims: [{ state: 'REFUSED' }] })).toBe('2032-02-11');
  });
});

describe('wage records', () => {
  it('are erased by the clock when their years have passed, not a day before, with all that is personal; the audit verifies', async () => {
    const open = await paidLecturer();
    const { deps, db, paid, stored, pay } = open;
    for (const words of personal) expect(stored(), words).toContain(words);
    expect(await eraseDueRecords(deps, at('2040-01-01 02:00'))).toEqual([]);
    await pay();
    expect(await eraseDueRecords(deps, at('2032-05-10 02:00'))).toEqual([]);
    const before = await open.claim(paid);
    expect(await eraseDueRecords(deps, at('2032-05-11 02:00'))).toEqual([id]);
    for (const words of personal) expect(stored(), words).not.toContain(words);
    const after = await open.claim(paid);
    expect([after.calculation.paid, after.drawn, after.said[0]?.said]).toEqual([
      before.calculation.paid,
      before.drawn,
      before.said[0]?.said,
    ]);
    const events = await eventsOf(db, memoryTables.AUDIT_TABLE, `lecturer#${id}`);
    expect(events.at(-1)).toMatchObject({
      type: 'WageRecordsErased',
      by: 'system:clock',
      data: { reason: 'retention' },
    });
    for (const subject of [paid, `lecturer#${id}`]) {
      expect(await faultsAbout(db, memoryTables.AUDIT_TABLE, subject)).toEqual([]);
    }
    expect(await eraseDueRecords(deps, at('2032-06-01 02:00'))).toEqual([]);
  });

  it('whose erasing was cut off are erased when it is done again', async () => {
    const { deps, stored, pay } = await paidLecturer();
    await pay();
    const now = at('2032-05-11 02:00');
    const cut = { ...deps, timetables: { ...deps.timetables, get: () => Promise.reject(new Error('cut off')) } };
    const given = { lecturer: id, by, reason: 'asked for it' };
    await expect(eraseWageRecords(cut, given, now)).rejects.toThrow('cut off');
    expect(await eraseWageRecords(deps, given, now)).toMatchObject({ claims: 1, accounts: 1 });
    for (const words of personal) expect(stored(), words).not.toContain(words);
  });
});

describe('the command that erases a lecturer', () => {
  it('says until which day wage records are kept, and from then on erases them too, and says what', async () => {
    const { deps, stored, pay } = await paidLecturer();
    const context = (now: string) => ({
      ...deps,
      flags: { stage: 'test', yes: true, force: false, reason: 'asked for it' },
      by,
      now: () => at(now),
    });
    const erase = (now: string) => said(() => lecturersErase(context(now), id));
    expect(await erase('2027-04-19 09:00')).toContain('until when is not known: something is still to be paid');
    await pay();
    const kept = await erase('2032-05-10 09:00');
    expect(kept).toContain(`${id} is erased, but for what is kept.`);
    expect(kept).toContain('until 2032-05-10, then the clock erases them');
    expect(stored()).toContain('제갈하온');
    const all = await erase('2032-05-11 09:00');
    expect(all).toContain('were kept until 2032-05-10');
    expect(all).toContain('all 1 accounts, the words in 1 claims');
    expect(all).toContain('is erased, wage records too.');
    for (const words of personal) expect(stored(), words).not.toContain(words);
    expect(await lecturersErase(context('2032-05-12 09:00'), id)).toBe(false);
  });
});
