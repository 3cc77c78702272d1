import { describe, expect, it } from 'vitest';
import { drawClaim, drawnNumber } from '../../../functions/claim-rules/spot-check.ts';
import { cancelClaim, undoApproval } from '../../../functions/claims/hold-claim.ts';
import { takeIntoBatch } from '../../../functions/claims/pay-claim.ts';
import { claimInterests } from '../../../functions/claims/separation.ts';
import { assigneeId } from '../../../functions/requests/request.ts';
import { eventsOf } from '../../../functions/shared/database/audit.ts';
import { openSpotChecks } from '../../../functions/spot-checks/open-spot-checks.ts';
import { type Found, settleSpotCheck } from '../../../functions/spot-checks/settle-spot-check.ts';
import { at, exampleSettings, lessonOf } from '../../support/claims/made-up.ts';
import { claimStaff, type OpenClaims, openClaims, staff } from '../../support/claims/open-claims.ts';
import { memoryDatabase, memoryTables } from '../../support/memory/memory-database.ts';
import { whenProved } from '../../support/second-factor/proved.ts';

const by = 'operator:test';
const reason = 'made up';
const now = at('2027-04-01 09:00');
const everyOne = { ...exampleSettings(), spotCheck: { percent: 100, within: 5 } };
const third = staff('kang-seri', ['finance-officer']);

/** A claim that was approved by the manager and one of finance, and drawn. */
async function drawnClaim({
  people = [...claimStaff(), third],
  settings = everyOne,
  db = memoryDatabase({ quick: true }).db,
} = {}) {
  const open = await openClaims({ people, settings, db });
  const [id = ''] = await open.month([lessonOf('L01')]);
  await open.answer(id);
  await open.asManager(id);
  await open.asFinance(id);
  return { ...open, id };
}

async function askedAbout(open: OpenClaims, id: string) {
  const request = (await open.claim(id)).spotCheck?.request;
  const found = request === undefined ? undefined : await open.deps.requests.get(request);
  if (!found) throw new Error(`nobody is asked about ${id}`);
  return found;
}

async function find(open: OpenClaims, id: string, found: Found, as?: string) {
  const asked = await askedAbout(open, id);
  const { revision } = await open.claim(id);
  const given = {
    request: asked.id,
    generation: asked.generation,
    revision,
    by: as ?? assigneeId(asked.assignee),
    found,
  };
  return whenProved(open.deps, () => settleSpotCheck(open.deps, given, now), now);
}
const typesOf = async ({ db }: OpenClaims, id: string) =>
  (await eventsOf(db, memoryTables.AUDIT_TABLE, id)).map(({ type }) => type);

describe('the draw of approved claims', () => {
  it('takes its share, is the same whoever works it out again, and depends on the seed', () => {
    const claims = Array.from({ length: 2000 }, (_, index) => `W-2703-${index}`);
    const drawn = claims.filter(
      (claim) => drawClaim({ claim, seed: 'some seed', percent: 10, rules: 'x, version 1' }, now).drawn,
    );
    expect(drawn.length).toBeGreaterThan(150);
    expect(drawn.length).toBeLessThan(250);
    const [first = ''] = drawn;
    expect(drawClaim({ claim: first, seed: 'some seed', percent: 10, rules: 'x, version 1' }, now)).toEqual({
      rules: 'x, version 1',
      percent: 10,
      seed: 'some seed',
      number: drawnNumber(first, 'some seed'),
      drawn: true,
      at: now,
    });
    const others = claims.filter((claim) => drawnNumber(claim, 'another seed') < 1000);
    expect(others).not.toEqual(drawn);
  });

  it('is recorded with rule, share, seed and number in the claim and the event of the approval, drawn or not', async () => {
    for (const percent of [0, 1, 100]) {
      const open = await drawnClaim({ settings: { ...everyOne, spotCheck: { percent, within: 5 } } });
      const { spotCheck } = await open.claim(open.id);
      const approved = (await eventsOf(open.db, memoryTables.AUDIT_TABLE, open.id)).findLast(
        ({ type }) => type === 'ClaimApproved',
      );
      if (percent === 0) {
        expect([spotCheck, approved?.data?.drawn]).toEqual([undefined, undefined]);
        continue;
      }
      expect(spotCheck).toMatchObject({
        rules: 'claims-2027, version 1',
        percent,
        seed: expect.stringMatching(/^\w{32}$/u),
      });
      expect(drawnNumber(open.id, spotCheck?.seed ?? '')).toBe(spotCheck?.number);
      expect(approved?.data).toMatchObject({
        drawn: spotCheck?.drawn,
        drawnBy: spotCheck?.rules,
        percent,
        seed: spotCheck?.seed,
        number: spotCheck?.number,
      });
      expect(await open.deps.claims.toCheck()).toEqual(spotCheck?.drawn ? [open.id] : []);
    }
  });
});

describe('whoever looks again', () => {
  it('is one of finance who has not approved it, asked once, the night after', async () => {
    const open = await drawnClaim();
    expect((await open.claim(open.id)).approvals.map((one) => one.by)).toEqual(['park-sora', 'ryu-hana']);
    expect(await openSpotChecks(open.deps, now)).toBe(1);
    const request = await askedAbout(open, open.id);
    expect(request).toMatchObject({ kind: 'spot-check', state: 'OPEN', assignee: { person: 'moon-taeho' } });
    expect(await openSpotChecks(open.deps, now)).toBe(0);
    expect(await typesOf(open, open.id)).toContain('SpotCheckAsked');
  });

  it('is the third where two of finance had to approve', async () => {
    const open = await drawnClaim({ settings: { ...everyOne, secondOfficerAbove: 400_000 } });
    await open.asFinance(open.id);
    expect((await open.claim(open.id)).state).toBe('APPROVED');
    await openSpotChecks(open.deps, now);
    expect(await askedAbout(open, open.id)).toMatchObject({ assignee: { person: 'kang-seri' } });
  });

  it('is nobody if all of finance have a part in it: the operators are told once, and somebody is asked as soon as one is there', async () => {
    const memory = memoryDatabase({ quick: true });
    const people = claimStaff().filter(({ id }) => id !== 'moon-taeho');
    const open = await drawnClaim({ people, db: memory.db });
    expect(await openSpotChecks(open.deps, now)).toBe(0);
    expect(await openSpotChecks(open.deps, now)).toBe(0);
    const told = memory.plain('outbox').filter(({ errand }) => JSON.stringify(errand).includes('spot-check-nobody'));
    expect(told).toHaveLength(1);
    const { loadPeople } = await import('../../../functions/people/load-people.ts');
    await loadPeople(open.deps, [...people, third], by, now);
    expect(await openSpotChecks(open.deps, now)).toBe(1);
    expect(await askedAbout(open, open.id)).toMatchObject({ assignee: { person: 'kang-seri' } });
  });

  it('is barred when it turns out that they are paid by it, or have approved it: unchanged, and the audit says so', async () => {
    const open = await drawnClaim();
    await openSpotChecks(open.deps, now);
    const lecturer = await open.deps.lecturers.get('kim-haon');
    if (!lecturer) throw new Error('no lecturer');
    await open.putLecturer({ ...lecturer, email: 'moon-taeho@academy.example' });
    const before = await open.claim(open.id);
    expect(await find(open, open.id, { outcome: 'FINE' })).toEqual({ kind: 'barred', why: 'claimant' });
    expect(await find(open, open.id, { outcome: 'FINE' }, 'ryu-hana')).toEqual({ kind: 'somebody-was-first' });
    expect(await open.claim(open.id)).toEqual(before);
    expect(await typesOf(open, open.id)).toContain('ClaimDecisionRefused');
    const person = await open.deps.people.get('ryu-hana');
    if (!person) throw new Error('no person');
    expect(await claimInterests(open.deps)({ subject: open.id })(person)).toBe('surely');
  });
});

describe('what they find', () => {
  it('is recorded, once, and only as it was proved', async () => {
    const open = await drawnClaim();
    await openSpotChecks(open.deps, now);
    const asked = await askedAbout(open, open.id);
    const given = {
      request: asked.id,
      generation: 1,
      revision: (await open.claim(open.id)).revision,
      by: 'moon-taeho',
    };
    const unproved = await settleSpotCheck(open.deps, { ...given, found: { outcome: 'FINE' } }, now);
    expect(unproved).toMatchObject({ kind: 'not-proved', decision: { outcome: 'FINE', amount: 490_000 } });
    const outcomes = await Promise.all([
      find(open, open.id, { outcome: 'FINE' }),
      find(open, open.id, { outcome: 'HOLD', reason }),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['decided', 'somebody-was-first']);
    const { spotCheck, state } = await open.claim(open.id);
    expect([spotCheck?.finding?.by, state]).toEqual(['moon-taeho', 'APPROVED']);
  });

  it.each(['HOLD', 'CORRECT'] as const)(
    '%s holds what is not in a batch yet, and tells the operators',
    async (outcome) => {
      const memory = memoryDatabase({ quick: true });
      const open = await drawnClaim({ db: memory.db });
      await openSpotChecks(open.deps, now);
      expect(await find(open, open.id, { outcome, reason })).toEqual({ kind: 'decided' });
      expect(await open.claim(open.id)).toMatchObject({
        held: { by: 'person:moon-taeho', reason },
        spotCheck: { finding: { outcome, reason } },
      });
      const told = memory.plain('outbox').filter(({ errand }) => JSON.stringify(errand).includes('spot-check-found'));
      expect(told).toHaveLength(1);
    },
  );

  it('holds nothing that is in a batch: it can be corrected only', async () => {
    const open = await drawnClaim();
    await openSpotChecks(open.deps, now);
    await open.deps.commit(takeIntoBatch(open.deps, await open.claim(open.id), { batch: 'B1', by }, now));
    expect(await find(open, open.id, { outcome: 'HOLD', reason })).toEqual({ kind: 'too-late' });
    expect(await find(open, open.id, { outcome: 'CORRECT', reason })).toEqual({ kind: 'decided' });
    expect((await open.claim(open.id)).held).toBeUndefined();
  });

  it('is asked no more when the approval is undone or the claim cancelled, and anew when it is approved again', async () => {
    const open = await drawnClaim();
    await openSpotChecks(open.deps, now);
    const first = await askedAbout(open, open.id);
    const { spotCheck: drawn } = await open.claim(open.id);
    expect(await undoApproval(open.deps, { claim: open.id, by, reason }, now)).toBe('done');
    expect(await open.deps.requests.get(first.id)).toMatchObject({ state: 'CANCELLED' });
    await open.go(open.id);
    await open.asManager(open.id);
    await open.asFinance(open.id);
    const { spotCheck: again } = await open.claim(open.id);
    expect([again?.seed, again?.request]).toEqual([drawn?.seed, undefined]);
    expect(await cancelClaim(open.deps, { claim: open.id, by, reason }, now)).toBe('done');
    expect(await open.deps.claims.toCheck()).toEqual([]);
    expect(await openSpotChecks(open.deps, now)).toBe(0);
  });
});
