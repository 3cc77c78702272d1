import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wire } from '../../functions/app/wiring.ts';
import { forms } from '../../functions/forms/round-form.ts';
import { checkRound } from '../../functions/rounds/check-round.ts';
import { loadRound } from '../../functions/rounds/load-round.ts';
import { type Instant, toInstant } from '../../functions/shared/time.ts';
import { loadTimetable } from '../../functions/timetable/load-timetable.ts';
import { readTimetable } from '../../functions/timetable/read-timetable.ts';
import { bankAnswer } from '../../local/demo/bank-answer.ts';
import { demoClass, demoClassId } from '../../local/demo/demo-class.ts';
import { loadMonth } from '../../local/demo/load-month.ts';
import { claimLink, finance, manager, untilClaim } from '../support/claims/claims.ts';
import { type MemoryAcademy, memoryAcademy } from '../support/memory/memory-academy.ts';
import { memorySigner } from '../support/memory/memory-clients.ts';
import { memoryDatabase, memoryTables } from '../support/memory/memory-database.ts';
import { madeBatch } from '../support/payments/pay-claims.ts';
import { loadDemoPeople } from '../support/people/demo-people.ts';
import { decideProved } from '../support/second-factor/proved.ts';
import { statementPath } from '../support/statements/statement-path.ts';
import { visitor } from '../support/visitor.ts';

type Reach = Pick<ReturnType<typeof wire>, 'commit' | 'rounds' | 'selection' | 'timetables'>;

async function loadClass(deps: Reach & Parameters<typeof loadRound>[0], now: Instant): Promise<void> {
  const { round, timetable } = demoClass(now);
  const checked = checkRound(round, Object.fromEntries(forms));
  if (!checked.ok) throw new Error('the demo’s class is not right');
  const requiredFieldsOf = (form: string) => forms.get(form)?.requiredFields ?? [];
  await loadRound(deps, checked.round, { by: 'operator:demo', requiredFieldsOf }, now);
  const { lessons } = readTimetable(timetable);
  const loaded = await loadTimetable(deps, { cohort: demoClassId, rows: lessons, by: 'operator:demo' }, now);
  expect(loaded.kind).toBe('loaded');
}

const signCode = memorySigner();

describe('the demo’s month of wages', () => {
  it('is ready whenever it is started: rules in force, money reserved, accounts that can be paid to, claims drafted', async () => {
    for (const start of [
      '2026-11-29T13:00',
      '2026-12-28T03:00',
      '2027-01-01T00:30',
      '2027-03-02T09:00',
      '2028-02-29T23:59',
    ]) {
      const now = toInstant(new Date(`${start}:00Z`));
      const { db } = memoryDatabase({ quick: true });
      const deps = Object.assign(wire(memoryTables, db), { signCode });
      await loadDemoPeople(deps, now);
      await loadClass(deps, now);
      const { month, lecturers } = await loadMonth(deps, demoClassId, now);
      const claims = await deps.claims.many(await deps.claims.idsByState('DRAFTED'));
      expect(claims.length, start).toBeGreaterThanOrEqual(3);
      for (const claim of claims) {
        expect([claim.month, claim.calculation.example, claim.calculation.gross > 0]).toEqual([month, true, true]);
      }
      for (const { row } of lecturers) expect(await deps.lecturers.usableAccount(row.id, now), start).toBeDefined();
      const commitment = await deps.budgets.commitment(demoClassId);
      const reserved = commitment?.parts.reduce((sum, part) => sum + part.reserved, 0) ?? 0;
      expect(reserved).toBeGreaterThanOrEqual(claims.reduce((sum, { calculation }) => sum + calculation.gross, 0));
    }
  });

  it('loads once, however often it is begun', async () => {
    const now = toInstant(new Date('2027-03-02T09:00:00Z'));
    const { db } = memoryDatabase({ quick: true });
    const deps = Object.assign(wire(memoryTables, db), { signCode });
    await loadDemoPeople(deps, now);
    await loadClass(deps, now);
    await loadMonth(deps, demoClassId, now);
    const before = (await deps.claims.idsByState('DRAFTED')).length;
    await loadMonth(deps, demoClassId, now);
    expect((await deps.claims.idsByState('DRAFTED')).length).toBe(before);
    expect((await deps.rules.versionsOf('rate-card')).length).toBe(1);
    expect((await deps.lecturers.accountsOf('kim-haon')).length).toBe(1);
  });
});

describe('whoever plays the month', () => {
  let at: MemoryAcademy;
  beforeAll(async () => {
    at = await memoryAcademy({ signCode });
  });
  afterAll(() => at.close());

  it('comes from the lecturers’ mails over manager and finance to the file, the result and a statement', async () => {
    await loadClass(at, at.now());
    const { lecturers } = await loadMonth(Object.assign(at, { signCode }), demoClassId, at.now());
    const emails = new Map(lecturers.map(({ row }) => [row.id, row.email]));
    const ids = (await at.claims.idsByState('DRAFTED')).concat(await at.claims.idsByState('ASKED'));
    for (const id of ids) {
      const claim = await untilClaim(at, id, 'ASKED');
      const email = emails.get(claim.lecturer) ?? '';
      const taught = Object.fromEntries(claim.lessons.map((lesson) => [`taught-${lesson.id}`, 'TAUGHT']));
      const browser = visitor(at.baseUrl, { lang: 'ko' });
      await browser.post(await claimLink(at, id, 'wage-claim', email), { ...taught, confirm: 'yes' });
      for (const [kind, address, state] of [
        ['wage-manager', manager, 'MANAGER_APPROVED'],
        ['wage-finance', finance, 'APPROVED'],
      ] as const) {
        const path = await claimLink(at, id, kind, address);
        const revision = String((await at.claims.get(id))?.revision);
        await decideProved(at, browser, path, { outcome: 'APPROVE', revision });
        await untilClaim(at, id, state);
      }
    }
    const { file, confirm } = await madeBatch(at, ids, at.now());
    expect(await confirm([], bankAnswer(file, [2]))).toBe('confirmed');
    const states = (await at.claims.many(ids)).map(({ state }) => state);
    expect(states.filter((state) => state === 'APPROVED')).toHaveLength(1);
    const again = await madeBatch(at, await at.claims.idsByState('APPROVED'), at.now()).catch(() => undefined);
    expect(again, 'the account that was sent back is not used again').toBeUndefined();
    for (const id of await at.claims.idsByState('PAID')) {
      const claim = await untilClaim(at, id, 'PAID');
      expect(await statementPath(at, id, emails.get(claim.lecturer) ?? '')).toContain(id);
    }
  });
});
