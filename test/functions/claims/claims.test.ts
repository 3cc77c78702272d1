import { describe, expect, it } from 'vitest';
import { totalsOf } from '../../../functions/claim-rules/claim-sums.ts';
import { decideClaim } from '../../../functions/claims/decide-claim.ts';
import { cancelClaim, holdClaim, releaseClaim, undoApproval } from '../../../functions/claims/hold-claim.ts';
import { giveBack, markPaid, notPayable, takeIntoBatch } from '../../../functions/claims/pay-claim.ts';
import { claimsDoer } from '../../../functions/claims/steps.ts';
import { tellLate } from '../../../functions/claims/tell-late.ts';
import { correctPaid } from '../../../functions/corrections/correct-paid.ts';
import { assigneeId } from '../../../functions/requests/request.ts';
import { proofMinutes } from '../../../functions/second-factor/proofs.ts';
import { eventsOf, faultsAbout } from '../../../functions/shared/database/audit.ts';
import { addMinutes } from '../../../functions/shared/time.ts';
import type { Lesson } from '../../../functions/timetable/lesson.ts';
import { at, cohort, day, exampleSettings, lecturerOf, lessonOf } from '../../support/claims/made-up.ts';
import { claimStaff, type OpenClaims, openClaims, staff } from '../../support/claims/open-claims.ts';
import { memoryDatabase, memoryTables } from '../../support/memory/memory-database.ts';
import { almost, putProof } from '../../support/second-factor/proved.ts';
import { exampleCard } from '../../support/wages/rules.ts';

const by = 'operator:test';
const reason = 'made up';

/** The one claim of one lesson, asked about. */
async function oneClaim(lessons: readonly Lesson[] = [lessonOf('L01')], given = {}) {
  const open = await openClaims(given);
  const [id = ''] = await open.month(lessons);
  return { ...open, id };
}
const events = async ({ db }: OpenClaims, id: string, type: string) =>
  (await eventsOf(db, memoryTables.AUDIT_TABLE, id)).filter((event) => event.type === type);
const mails = (memory: ReturnType<typeof memoryDatabase>) =>
  memory.plain('outbox').map(({ errand }) => JSON.stringify(errand));

describe('a claim', () => {
  it('is drafted of what was taught, confirmed, checked, approved by two others, and drawn from the budget', async () => {
    const open = await oneClaim();
    const { id } = open;
    expect(await open.claim(id)).toMatchObject({ state: 'ASKED', month: '2027-03', promisedPayDate: '2027-04-20' });
    expect(await open.answer(id)).toBe('answered');
    expect(await open.claim(id)).toMatchObject({ state: 'CHECKED', calculation: { gross: 490_000, paid: 473_830 } });
    expect(await open.asManager(id)).toEqual({ kind: 'decided' });
    expect(await open.asFinance(id)).toEqual({ kind: 'decided' });
    expect(await open.claim(id)).toMatchObject({
      state: 'APPROVED',
      approvals: [
        { by: 'park-sora', role: 'academy-manager' },
        { by: 'ryu-hana', role: 'finance-officer' },
      ],
      drawn: [{ year: 2027, line: 'lecturers', amount: 490_000 }],
    });
    expect(await open.line()).toMatchObject({ reserved: 9_510_000, spent: 490_000 });
    const all = await eventsOf(open.db, memoryTables.AUDIT_TABLE, id);
    expect(all.map(({ type }) => type)).toEqual([
      'ClaimDrafted',
      'RequestOpened',
      'ClaimConfirmed',
      'ClaimChecked',
      'RequestOpened',
      'ClaimApproved',
      'RequestOpened',
      'ClaimApproved',
    ]);
    expect(await faultsAbout(open.db, memoryTables.AUDIT_TABLE, id)).toEqual([]);
  });

  it('has a lesson once, however often, and by how many at once, it is drafted', async () => {
    const open = await oneClaim();
    expect(await Promise.all([open.draft(), open.draft('2027-04'), open.draft()])).toEqual([[], [], []]);
    await open.putTimetable([lessonOf('L01'), lessonOf('L02', { date: day('2027-03-31') })]);
    const drafted = await Promise.all([open.draft(), open.draft(), open.draft()]);
    expect(drafted.flat()).toHaveLength(1);
    expect(await open.claim(drafted.flat()[0] ?? '')).toMatchObject({ number: 2, lessons: [{ id: 'L02' }] });
  });

  it('has other hours, what was not taught, manuscript and travel as the lecturer says, each with its reason', async () => {
    const open = await oneClaim([lessonOf('L01'), lessonOf('L02', { date: day('2027-03-10') })]);
    const { id } = open;
    await open.answer(id, {
      said: [
        { lesson: 'L01', said: { kind: 'hours', start: '19:00', end: '20:00' }, reason: 'the line was down' },
        { lesson: 'L02', said: { kind: 'not-taught' }, reason: 'ill' },
        { lesson: 'L99', said: { kind: 'not-taught' }, reason: 'no lesson of this claim' },
      ],
      extras: [{ kind: 'travel', lesson: 'L01', amount: 20_000 }],
    });
    expect(await open.claim(id)).toMatchObject({
      said: [{ lesson: 'L01' }, { lesson: 'L02' }],
      calculation: { gross: 270_000 },
    });
    expect(await events(open, id, 'ClaimConfirmed')).toMatchObject([
      { by: 'lecturer:kim-haon', data: { changed: ['L01 hours', 'L02 not-taught'], extras: ['travel L01 20000'] } },
    ]);
  });

  it('of whoever does not answer after two reminders is decided on what the timetable says, and they are told', async () => {
    const memory = memoryDatabase({ quick: true });
    const open = await oneClaim([lessonOf('L01')], { db: memory.db });
    for (const date of [
      '2027-04-03',
      '2027-04-05',
      '2027-04-06',
      '2027-04-07',
      '2027-04-08',
      '2027-04-09',
      '2027-04-12',
    ]) {
      await open.chase(at(`${date} 19:00`));
    }
    expect(await open.claim(open.id)).toMatchObject({ state: 'CONFIRMED', unanswered: expect.any(String) });
    await open.go(open.id);
    expect(await open.request(open.id, 'wage-manager')).toMatchObject({ state: 'OPEN' });
    const told = mails(memory).filter((mail) => mail.includes('wage-unanswered'));
    const reminded = mails(memory).filter((mail) => mail.includes('wage-reminder'));
    expect([reminded.length, told.length]).toEqual([2, 1]);
    expect(await open.answer(open.id)).toBe('somebody-was-first');
  });

  it('is returned with a question to the lecturer, who answers anew, and to the manager', async () => {
    const open = await oneClaim();
    const { id } = open;
    await open.answer(id);
    await open.asManager(id, { outcome: 'RETURN', question: 'Was it three hours?' });
    expect(await open.request(id, 'wage-claim')).toMatchObject({
      state: 'OPEN',
      question: { text: 'Was it three hours?' },
    });
    await open.answer(id);
    await open.asManager(id);
    await open.asFinance(id, { outcome: 'ASK_MANAGER', question: 'Who was there?' });
    expect(await open.claim(id)).toMatchObject({ state: 'CHECKED', approvals: [] });
    await open.asManager(id);
    await open.asFinance(id, { outcome: 'RETURN', question: 'Which room?' });
    expect(await open.claim(id)).toMatchObject({ state: 'ASKED', approvals: [], asks: 4 });
  });

  it('is refused with a reason, and its lessons are not claimed again', async () => {
    const open = await oneClaim();
    await open.answer(open.id);
    await open.asManager(open.id, { outcome: 'REFUSE', reason: 'Nobody came.' });
    expect(await open.claim(open.id)).toMatchObject({ state: 'REFUSED', refusal: 'Nobody came.' });
    expect(await open.draft()).toEqual([]);
    expect(await open.line()).toMatchObject({ spent: 0 });
  });

  it('that a run comes back to goes on where it was, and asks nobody twice', async () => {
    const open = await oneClaim();
    const { id } = open;
    await open.go(id);
    const first = await open.request(id, 'wage-claim');
    await open.answer(id);
    await open.go(id);
    await open.asManager(id);
    await open.go(id);
    await open.go(id);
    expect((await open.deps.requests.ofSubject(id)).length).toBe(3);
    expect((await open.deps.requests.get(first.id))?.state).toBe('SETTLED');
  });

  it('is checked anew when the timetable or the rules have changed what it comes to since it was checked', async () => {
    const open = await oneClaim();
    const { id } = open;
    await open.answer(id);
    const card = exampleCard();
    const grade = card.grades['grade-1'];
    if (!grade) throw new Error('no grade');
    const rates = [{ since: day('2027-01-01'), source: 'made up', first: 100_000, further: 50_000 }];
    await open.asManager(id);
    await open.rules({ card: { ...card, grades: { ...card.grades, 'grade-1': { ...grade, rates } } } });
    expect(await open.asFinance(id)).toEqual({ kind: 'changed' });
    expect(await open.claim(id)).toMatchObject({ state: 'CHECKED', approvals: [], calculation: { gross: 200_000 } });
    expect(await open.line()).toMatchObject({ spent: 0 });
  });

  it('that the rules do not say is not drafted, with what is missing, and neither is one of an unknown lecturer', async () => {
    const open = await openClaims();
    await open.putLecturer(lecturerOf('kim-haon', { grade: 'grade-9' }));
    await open.putTimetable([lessonOf('L01'), lessonOf('L02', { lecturer: 'no-body' })]);
    const { draftClaims } = await import('../../../functions/claims/draft-claims.ts');
    expect(await draftClaims(open.deps, { cohort, month: '2027-03', by }, open.clock.now)).toEqual({
      kind: 'done',
      drafts: [
        { kind: 'impossible', lecturer: 'kim-haon', missing: [{ what: 'grade grade-9' }] },
        { kind: 'unknown-lecturer', lecturer: 'no-body' },
      ],
    });
  });
});

describe('who decides about a claim', () => {
  it('is never its lecturer, though the lecturer is the manager: another one is asked', async () => {
    const people = [staff('kim-haon', ['academy-manager']), ...claimStaff()];
    const open = await openClaims({ people });
    await open.rules({
      settings: { ...exampleSettings(), manager: { ...exampleSettings().manager, first: 'kim-haon' } },
    });
    const [id = ''] = await open.month([lessonOf('L01')]);
    await open.answer(id);
    expect((await open.request(id, 'wage-manager')).assignee).not.toEqual({ person: 'kim-haon' });
  });

  it('is found out again when it is decided: who has become the claimant since is refused, unchanged and audited', async () => {
    const open = await oneClaim();
    const { id } = open;
    await open.answer(id);
    await open.putLecturer({ ...lecturerOf('kim-haon'), email: 'park-sora@academy.example' });
    const before = await open.claim(id);
    expect(await open.asManager(id)).toEqual({ kind: 'barred', why: 'claimant' });
    expect(await open.claim(id)).toEqual(before);
    expect(await events(open, id, 'ClaimDecisionRefused')).toMatchObject([
      { by: 'person:park-sora', data: { why: 'claimant', outcome: 'APPROVE' } },
    ]);
  });

  it('is another person for finance than for the manager: a person with both roles is not asked twice', async () => {
    const people = [
      staff('park-sora', ['academy-manager', 'finance-officer']),
      staff('moon-taeho', ['finance-officer']),
      staff('choi-yuna', ['operator']),
    ];
    const open = await openClaims({ people });
    const settings = exampleSettings();
    await open.rules({ settings: { ...settings, finance: { ...settings.finance, first: 'park-sora' } } });
    const [id = ''] = await open.month([lessonOf('L01')]);
    await open.answer(id);
    await open.asManager(id);
    expect((await open.request(id, 'wage-finance')).assignee).toEqual({ person: 'moon-taeho' });
  });

  it('counts a deputy as the person stood in for: who was away for the manager’s decision does not decide as finance', async () => {
    const away = [{ from: day('2027-03-30'), to: day('2027-04-30') }];
    const people = [
      staff('park-sora', ['academy-manager', 'finance-officer'], { absences: away, deputy: 'lee-junho' }),
      ...claimStaff().filter(({ id }) => id !== 'park-sora'),
    ];
    const open = await openClaims({ people });
    const settings = exampleSettings();
    await open.rules({ settings: { ...settings, finance: { ...settings.finance, first: 'park-sora' } } });
    const [id = ''] = await open.month([lessonOf('L01')]);
    await open.answer(id);
    await open.asManager(id);
    expect((await open.claim(id)).approvals).toMatchObject([{ by: 'lee-junho', standsFor: 'park-sora' }]);
    expect((await open.request(id, 'wage-finance')).held).toMatchObject([{ assignee: 'moon-taeho', why: 'conflict' }]);
  });

  it('is nobody, if all of finance have a part in it: the run fails by name, the claim is marked and operators are told', async () => {
    const memory = memoryDatabase({ quick: true });
    const people = [staff('park-sora', ['academy-manager', 'finance-officer']), staff('choi-yuna', ['operator'])];
    const open = await openClaims({ people, db: memory.db });
    const [id = ''] = await open.month([lessonOf('L01')]);
    await open.answer(id);
    await expect(open.asManager(id)).rejects.toThrow('everybody who could be asked has an interest in it');
    const { token: _, ...step } = await open.waiting(id);
    const failed = {
      ...step,
      step: 'mark-stuck',
      error: 'NobodyMayDecide',
      state: 'Ask the finance officer',
      tries: 7,
    };
    expect(await claimsDoer.perform(open.deps, failed, open.clock.now)).toEqual({ outcome: 'STUCK' });
    expect(await open.claim(id)).toMatchObject({ state: 'MANAGER_APPROVED', stuck: { error: 'NobodyMayDecide' } });
    expect(mails(memory).filter((mail) => mail.includes('operator-notice') && mail.includes(id))).toHaveLength(1);
  });

  it('are two of finance above an amount, if it is set', async () => {
    const open = await oneClaim();
    const { id } = open;
    await open.rules({ settings: { ...exampleSettings(), secondOfficerAbove: 400_000 } });
    await open.answer(id);
    await open.asManager(id);
    await open.asFinance(id);
    expect(await open.claim(id)).toMatchObject({ state: 'MANAGER_APPROVED', drawn: [] });
    expect((await open.request(id, 'wage-finance')).assignee).toEqual({ person: 'moon-taeho' });
    await open.asFinance(id);
    expect((await open.claim(id)).state).toBe('APPROVED');
  });

  it('settles it once: of two that press at the same time one is told that it was decided', async () => {
    const open = await oneClaim();
    const { id } = open;
    await open.answer(id);
    await open.asManager(id);
    const { go: _, ...two } = open;
    const outcomes = await Promise.all([two.asFinance(id), two.asFinance(id, { outcome: 'REFUSE', reason })]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['decided', 'somebody-was-first']);
  });

  it('is nobody else than who was asked: an answer in another’s name, or for another kind of decision, changes nothing', async () => {
    const open = await oneClaim();
    const { id } = open;
    await open.answer(id);
    const before = await open.claim(id);
    expect(await open.asManager(id, { outcome: 'APPROVE' }, 'ryu-hana')).toEqual({ kind: 'somebody-was-first' });
    expect(await open.asManager(id, { outcome: 'ASK_MANAGER', question: 'x' })).toEqual({ kind: 'somebody-was-first' });
    expect(await open.claim(id)).toEqual(before);
  });
});

describe('a decision about a claim', () => {
  it.each([
    ['wage-manager', 'MANAGER_APPROVED'],
    ['wage-finance', 'APPROVED'],
  ] as const)(
    'of %s takes exactly its proof with it, once and in time, and without it changes nothing',
    async (kind, state) => {
      const open = await oneClaim();
      const { id, deps } = open;
      await open.answer(id);
      if (kind === 'wage-finance') await open.asManager(id);
      const [request, before] = await Promise.all([open.request(id, kind), open.claim(id)]);
      const given = {
        request: request.id,
        generation: 1,
        revision: before.revision,
        by: assigneeId(request.assignee),
        decision: { outcome: 'APPROVE' },
      } as const;
      const deciding = (now = open.clock.now) => decideClaim(deps, given, now);
      const asked = await deciding();
      if (asked.kind !== 'not-proved') throw new Error(asked.kind);
      expect(asked.decision).toMatchObject({ subject: request.id, revision: before.revision, amount: 490_000 });
      for (const [what, decision] of almost(asked.decision)) {
        await putProof(deps, decision, open.clock.now);
        expect(await deciding(), what).toMatchObject({ kind: 'not-proved' });
      }
      await putProof(deps, asked.decision, open.clock.now);
      expect(await deciding(addMinutes(open.clock.now, proofMinutes))).toMatchObject({ kind: 'not-proved' });
      expect([await open.claim(id), await deps.requests.get(request.id)]).toEqual([before, request]);
      const outcomes = await Promise.all([deciding(), deciding(), deciding()]);
      expect(outcomes.map(({ kind: outcome }) => outcome).sort()).toEqual([
        'decided',
        'somebody-was-first',
        'somebody-was-first',
      ]);
      expect(await open.claim(id)).toMatchObject({ state });
      expect(await deps.proofs.proof(asked.decision)).toBeUndefined();
    },
  );

  it('that was proved once is proved anew when it comes back', async () => {
    const open = await oneClaim();
    const { id, deps } = open;
    const decide = async () => {
      const [request, { revision }] = await Promise.all([open.request(id, 'wage-manager'), open.claim(id)]);
      const decision = { outcome: 'RETURN', question: 'Was it three hours?' } as const;
      const given = { request: request.id, generation: 1, revision, by: 'park-sora', decision };
      const outcome = await decideClaim(deps, given, open.clock.now);
      if (outcome.kind !== 'not-proved') throw new Error(outcome.kind);
      await putProof(deps, outcome.decision, open.clock.now);
      expect(await decideClaim(deps, given, open.clock.now)).toEqual({ kind: 'decided' });
      await open.go(id);
    };
    await open.answer(id);
    await decide();
    await open.answer(id);
    await decide();
    expect(await open.claim(id)).toMatchObject({ state: 'ASKED', asks: 3 });
  });
});

describe('the money of claims', () => {
  it('goes to 8 of 12 that finance approves at once, if it was reserved for 8; the other four wait until finance adds', async () => {
    const lessons = Array.from({ length: 12 }, (_, index) => lessonOf(`L${index}`, { lecturer: `lecturer-${index}` }));
    const open = await openClaims();
    const ids = await open.month(lessons, 8 * 490_000);
    expect(ids).toHaveLength(12);
    for (const id of ids) {
      await open.answer(id);
      await open.asManager(id);
    }
    const outcomes = await Promise.all(ids.map((id) => open.asFinance(id)));
    expect(outcomes.filter(({ kind }) => kind === 'decided')).toHaveLength(8);
    const short = outcomes.filter(({ kind }) => kind === 'short');
    expect(short).toHaveLength(4);
    expect(short[0]).toMatchObject({
      parts: [{ year: 2027, line: 'lecturers', reserved: 0, by: 490_000, free: 96_080_000 }],
    });
    expect(await open.line()).toMatchObject({ reserved: 0, spent: 8 * 490_000 });
    const waiting = ids.filter((_, index) => outcomes[index]?.kind === 'short');
    for (const id of waiting) {
      expect(await open.claim(id)).toMatchObject({ state: 'MANAGER_APPROVED', drawn: [] });
      expect(await open.asFinance(id, { outcome: 'APPROVE', adding: true })).toEqual({ kind: 'decided' });
    }
    expect(await open.line()).toMatchObject({ reserved: 0, spent: 12 * 490_000 });
  });

  it('is never over the ceiling: a claim that the line cannot pay waits until the ceiling is raised', async () => {
    const open = await oneClaim();
    const { id } = open;
    await open.answer(id);
    await open.asManager(id);
    await open.reserve(0);
    await open.ceiling(489_999);
    expect(await open.asFinance(id, { outcome: 'APPROVE', adding: true })).toMatchObject({
      kind: 'short',
      parts: [{ free: 489_999 }],
    });
    await open.ceiling(490_000);
    expect(await open.asFinance(id, { outcome: 'APPROVE', adding: true })).toEqual({ kind: 'decided' });
    expect(await open.line()).toMatchObject({ ceiling: 490_000, spent: 490_000 });
  });

  it('of what was taught on 30 December, after the year’s closing day, comes from the line that finance says', async () => {
    const open = await openClaims({ now: at('2027-12-31 09:00') });
    const [id = ''] = await open.month([lessonOf('L01', { date: day('2027-12-30') })]);
    await open.answer(id);
    await open.asManager(id);
    expect(await open.asFinance(id)).toEqual({ kind: 'year-wanted', years: [2027] });
    expect(await open.asFinance(id, { outcome: 'APPROVE', year: 2028, adding: true })).toEqual({ kind: 'decided' });
    expect((await open.claim(id)).drawn).toEqual([{ year: 2028, line: 'lecturers', amount: 490_000 }]);
    expect(await open.line('lecturers', 2028)).toMatchObject({ spent: 490_000 });
  });

  it('goes back when an approval is undone or a claim cancelled, whose lessons can be claimed again', async () => {
    const open = await oneClaim();
    const { id } = open;
    await open.answer(id);
    await open.asManager(id);
    await open.asFinance(id);
    const given = { claim: id, by, reason };
    expect(await undoApproval(open.deps, given, open.clock.now)).toBe('done');
    expect(await open.line()).toMatchObject({ reserved: 10_000_000, spent: 0 });
    expect(await open.claim(id)).toMatchObject({ state: 'CONFIRMED', run: 2, approvals: [], drawn: [] });
    await open.go(id);
    await open.asManager(id);
    await open.asFinance(id);
    expect(await open.line()).toMatchObject({ spent: 490_000 });
    expect(await cancelClaim(open.deps, given, open.clock.now)).toBe('done');
    expect(await cancelClaim(open.deps, given, open.clock.now)).toBe('unchanged');
    expect(await open.line()).toMatchObject({ reserved: 10_000_000, spent: 0 });
    expect(await open.draft()).toHaveLength(1);
  });
});

describe('a claim on hold', () => {
  it('is not decided and goes into no batch until it is released, before and after its approval', async () => {
    const open = await oneClaim();
    const { id } = open;
    const given = { claim: id, by, reason };
    await open.answer(id);
    expect(await holdClaim(open.deps, given, open.clock.now)).toBe('done');
    expect(await holdClaim(open.deps, given, open.clock.now)).toBe('unchanged');
    expect(await open.asManager(id)).toEqual({ kind: 'held' });
    expect(await releaseClaim(open.deps, given, open.clock.now)).toBe('done');
    await open.asManager(id);
    await open.asFinance(id);
    expect(notPayable(await open.claim(id))).toBeUndefined();
    await holdClaim(open.deps, given, open.clock.now);
    expect(notPayable(await open.claim(id))).toBe('held');
    expect(await events(open, id, 'ClaimHeld')).toMatchObject([{ by, data: { reason } }, { data: { reason } }]);
  });
});

/** Approved and paid. */
async function paidClaim(lessons: readonly Lesson[], given = {}) {
  const open = await oneClaim(lessons, given);
  const { id, deps, clock } = open;
  await open.answer(id);
  await open.asManager(id);
  await open.asFinance(id);
  const taken = takeIntoBatch(deps, await open.claim(id), { batch: 'B1', by }, clock.now);
  await deps.commit(taken);
  return open;
}

describe('a paid claim', () => {
  it('was in one batch; what the bank returned is approved as before', async () => {
    const open = await paidClaim([lessonOf('L01')]);
    const { id, deps, clock } = open;
    const given = { claim: id, by, reason };
    expect(await Promise.all([holdClaim, undoApproval, cancelClaim].map((act) => act(deps, given, clock.now)))).toEqual(
      ['too-late', 'too-late', 'too-late'],
    );
    const back = giveBack(deps, await open.claim(id), { why: 'no such account', by }, clock.now);
    await deps.commit(back);
    expect(await open.claim(id)).toMatchObject({ state: 'APPROVED' });
    expect((await open.claim(id)).batch).toBeUndefined();
  });

  it('stays as it is; what it was wrong by is a line of the next claim, taken once', async () => {
    const lessons = [lessonOf('L01'), lessonOf('L02', { date: day('2027-04-05') })];
    const open = await paidClaim(lessons);
    const { id, deps } = open;
    const paid = markPaid(deps, await open.claim(id), { paidOn: day('2027-04-20'), by }, open.clock.now);
    await deps.commit(paid);
    const before = await open.claim(id);
    const said = [{ lesson: 'L01', said: { kind: 'hours' as const, start: '19:00', end: '21:00' }, reason }];
    const wrong = { claim: id, said, reason, by };
    open.clock.now = at('2027-04-03 09:00');
    const outcome = await correctPaid(deps, wrong, open.clock.now);
    expect(outcome).toMatchObject({
      kind: 'corrected',
      correction: { gross: -120_000, incomeTax: -3_600, localTax: -360, paid: -116_040 },
    });
    expect(await correctPaid(deps, wrong, open.clock.now)).toEqual({ kind: 'unchanged' });
    expect(await open.claim(id)).toEqual(before);
    open.clock.now = at('2027-05-03 09:00');
    const [next = ''] = await open.draft('2027-04');
    expect(totalsOf(await open.claim(next))).toEqual({
      gross: 370_000,
      incomeTax: 11_100,
      localTax: 1_110,
      paid: 357_790,
    });
    await open.go(next);
    await open.answer(next);
    await open.asManager(next);
    await open.asFinance(next);
    expect(await open.line()).toMatchObject({ spent: 490_000 + 370_000 });
  });

  it('goes on to wait for another claim, if its claim is refused, or comes to too little for it', async () => {
    const lessons = [lessonOf('L01'), lessonOf('L02', { date: day('2027-04-05') })];
    const open = await paidClaim(lessons);
    const { id, deps } = open;
    await deps.commit(markPaid(deps, await open.claim(id), { paidOn: day('2027-04-20'), by }, open.clock.now));
    const said = [{ lesson: 'L01', said: { kind: 'hours' as const, start: '19:00', end: '21:00' }, reason }];
    await correctPaid(deps, { claim: id, said, reason, by }, open.clock.now);
    open.clock.now = at('2027-05-03 09:00');
    const [next = ''] = await open.draft('2027-04');
    expect((await open.claim(next)).corrections).toHaveLength(1);
    await open.go(next);
    await open.answer(next, { said: [{ lesson: 'L02', said: { kind: 'not-taught' }, reason }], extras: [] });
    expect(totalsOf(await open.claim(next))).toMatchObject({ gross: 0, paid: 0 });
    expect((await open.claim(next)).corrections).toEqual([]);
    const [waiting] = await deps.claims.correctionsOf('kim-haon');
    expect(waiting).toMatchObject({ paid: -116_040 });
    expect(waiting?.takenBy).toBeUndefined();
  });

  it('is asked back, with gross, tax, net and a day, from whoever teaches no more', async () => {
    const memory = memoryDatabase({ quick: true });
    const open = await paidClaim([lessonOf('L01')], { db: memory.db });
    const { id, deps, clock } = open;
    const paid = markPaid(deps, await open.claim(id), { paidOn: day('2027-04-20'), by }, clock.now);
    await deps.commit(paid);
    const said = [{ lesson: 'L01', said: { kind: 'not-taught' as const }, reason }];
    await correctPaid(deps, { claim: id, said, reason, by }, clock.now);
    expect(await deps.claims.correctionsOf('kim-haon')).toMatchObject([{ repayBy: '2027-04-29', paid: -473_830 }]);
    expect(await events(open, id, 'RepaymentAsked')).toMatchObject([
      { data: { gross: 490_000, tax: 16_170, net: 473_830 } },
    ]);
    expect(mails(memory).filter((mail) => mail.includes('wage-repayment'))).toHaveLength(1);
  });
});

describe('a claim that is late', () => {
  it('is told of once, to the lecturer and the operators, after the promised day', async () => {
    const memory = memoryDatabase({ quick: true });
    const open = await oneClaim([lessonOf('L01')], { db: memory.db });
    expect(await tellLate(open.deps, at('2027-04-20 23:00'))).toBe(0);
    expect(await tellLate(open.deps, at('2027-04-21 02:00'))).toBe(1);
    expect(await tellLate(open.deps, at('2027-04-22 02:00'))).toBe(0);
    expect(mails(memory).filter((mail) => mail.includes('wage-late'))).toHaveLength(2);
    expect(await events(open, open.id, 'ClaimLate')).toMatchObject([
      { data: { promised: '2027-04-20', state: 'ASKED' } },
    ]);
  });
});
