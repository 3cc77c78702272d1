import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Round } from '../../functions/rounds/round.ts';
import { changedSeat, newSeat } from '../../functions/seats/seat.ts';
import { type AdmissionMove, changedAdmission, roundSubject } from '../../functions/selection/admission.ts';
import { latchesOfRound } from '../../functions/selection/latches.ts';
import { eventsOf } from '../../functions/shared/database/audit.ts';
import { addMinutes } from '../../functions/shared/time.ts';
import { applyBehindPages, mailTo } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { eventually } from '../support/eventually.ts';
import { withOfficer } from '../support/intake/intake.ts';
import { ops } from '../support/ops.ts';
import { visitor } from '../support/visitor.ts';
import { writtenIn } from '../support/written.ts';

let at: TestCloud;
beforeAll(async () => {
  at = await testCloud();
});

const admitting = () => at.round({}, { admission: true });
const because = ['--reason', 'a burst pipe', '--yes'] as const;
const eventOf = async (round: Round, type: string) =>
  (await eventsOf(at.db, at.tables.AUDIT_TABLE, roundSubject(round.id))).find((event) => event.type === type);
const line = (out: string, name: string) => new RegExp(`^${name} +(.*)$`, 'mu').exec(out)?.[1];

/** As if the run had brought a round so far: it still sleeps until the closing. */
async function bringTo(round: Round, ...moves: AdmissionMove[]): Promise<void> {
  for (const move of moves) {
    const was = await at.admissions.get(round.id);
    if (!was) throw new Error('the round has an admission');
    const change = move === 'release' ? { releasedAt: at.now() } : { roundVersion: round.version };
    await at.commit({
      changes: [at.admissions.save(changedAdmission(was, at.now(), change, move), was)],
      events: [{ subject: roundSubject(round.id), type: 'MadeByTheTest', by: 'operator:test', at: at.now() }],
    });
  }
}

describe('ops round close', () => {
  it('says how many applications there are, closes at once, and the next run goes on from the closing', async () => {
    const round = await admitting();
    const { reference } = await applyBehindPages(at, round);
    await at.untilState(reference, 'ACCEPTED');
    const waiting = await withOfficer(at, round);
    const [unasked, reasonless, unknown] = await Promise.all([
      ops(at, 'round', 'close', round.id, '--reason', 'a burst pipe'),
      ops(at, 'round', 'close', round.id, '--yes'),
      ops(at, 'round', 'close', 'no-round', ...because),
    ]);
    expect([unasked.code, unasked.err]).toEqual([1, expect.stringContaining('Nothing was done')]);
    expect(unasked.out).toContain('2 applications were sent: 1 accepted, 1 still being checked.');
    expect([reasonless.code, reasonless.err]).toEqual([1, expect.stringContaining('--reason TEXT')]);
    expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('There is no round no-round')]);
    expect((await at.rounds.current(round.id))?.closesAt).toBe(round.closesAt);

    const closed = await ops(at, 'round', 'close', round.id, ...because);
    expect([closed.code, closed.err]).toEqual([0, '']);
    expect(closed.out).toContain(`${round.id} is closed (version 2). ${round.id}_2 is being started.`);
    expect((await visitor(at.baseUrl).post(`/rounds/${round.id}/start`, {})).url).toBe(`/rounds/${round.id}`);
    await eventually(
      'the officer to be waited for',
      async () => (await at.admissions.get(round.id))?.state === 'SETTLING',
    );
    const latches = await writtenIn(at, 'ADMISSIONS_TABLE');
    expect(latches.filter(({ sk, roundId }) => sk === 'latch' && roundId === round.id)).toHaveLength(latchesOfRound);
    expect(await eventOf(round, 'ClosingBroughtForward')).toMatchObject({
      by: expect.stringMatching(/^operator:/u),
      data: { reason: 'a burst pipe', run: 2 },
    });
    const status = await ops(at, 'round', 'status', round.id);
    expect(line(status.out, 'intake')).toBe('1 of 2 decided, 1 accepted');
    expect(line(status.out, 'waiting for')).toMatch(/^kim-minji until /u);
    expect(line(status.out, 'run')).toBe(`${round.id}_2 (RUNNING)`);
    expect(status.out).toMatch(/^console +\S+cohort-admission/mu);
    const again = await ops(at, 'round', 'close', round.id, ...because);
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('is closed already')]);
    expect((await ops(at, 'cancel', waiting.reference, ...because)).code).toBe(0);
    expect((await ops(at, 'round', 'cancel', round.id, ...because)).code).toBe(0);
  });

  it('closes a round without an admission too, and none that has not opened', async () => {
    const [plain, later] = await Promise.all([at.round(), at.round({ opensAt: addMinutes(at.now(), 60) })]);
    const [closed, early] = await Promise.all([
      ops(at, 'round', 'close', plain.id, ...because),
      ops(at, 'round', 'close', later.id, ...because),
    ]);
    expect([closed.code, closed.out]).toEqual([0, expect.stringMatching(/is closed \(version 2\)\.$/mu)]);
    expect([early.code, early.err]).toEqual([1, expect.stringContaining('does not open before')]);
  });
});

describe('ops round cancel', () => {
  it('shows the reason that goes to applicants, and tells everybody who takes part', async () => {
    const round = await admitting();
    const { reference, email } = await applyBehindPages(at, round);
    await at.untilState(reference, 'ACCEPTED');
    const plain = await at.round();
    const [unasked, reasonless, without] = await Promise.all([
      ops(at, 'round', 'cancel', round.id, '--reason', 'a burst pipe'),
      ops(at, 'round', 'cancel', round.id, '--yes'),
      ops(at, 'round', 'cancel', plain.id, ...because),
    ]);
    expect([unasked.code, unasked.err]).toEqual([1, expect.stringContaining('Nothing was done')]);
    expect(unasked.out).toMatch(/1 applicants.*given this reason:\n {2}a burst pipe$/msu);
    expect([reasonless.code, reasonless.err]).toEqual([1, expect.stringContaining('--reason TEXT')]);
    expect([without.code, without.err]).toEqual([1, expect.stringContaining('has no admission')]);
    expect((await at.rounds.current(round.id))?.cancelled).toBeUndefined();

    const cancelled = await ops(at, 'round', 'cancel', round.id, ...because);
    expect([cancelled.code, cancelled.err]).toEqual([0, '']);
    expect((await mailTo(at, email, '모집이 취소되었습니다')).text).toContain('a burst pipe');
    await eventually('everybody to be told', async () => (await at.admissions.get(round.id))?.state === 'CANCELLED');
    expect(await eventOf(round, 'RoundCancelled')).toMatchObject({ data: { from: 'OPEN', reason: 'a burst pipe' } });
    const again = await ops(at, 'round', 'cancel', round.id, ...because);
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('is cancelled already')]);
  });
});

describe('ops waitlist close', () => {
  it('says how many wait and how many offers are open, and closes it once, if there is one', async () => {
    const round = await admitting();
    const early = await ops(at, 'waitlist', 'close', round.id, ...because);
    expect([early.code, early.err]).toEqual([1, expect.stringContaining('is OPEN: it has no open waiting list')]);
    await bringTo(round, 'close', 'shut', 'settle', 'assign', 'start', 'review', 'rank', 'approve', 'release');
    const seat = newSeat({ roundId: round.id, number: 1, kind: 'open', now: at.now() });
    const waiting = (order: string) => ({ reference: `W-${order}`, roundId: round.id, order, quotas: [] });
    await at.commit({
      changes: [
        at.seats.createGuard(round.id),
        at.seats.createSeat({ ...changedSeat(seat, at.now(), {}, 'offer'), revision: 1, needsRun: undefined }),
        ...at.seats.enterWaitlist(waiting('000002000')),
        ...at.seats.enterWaitlist(waiting('000003000')),
      ],
      events: [
        { subject: roundSubject(round.id), type: 'MadeByTheTest', by: 'operator:test', at: at.now() },
        { subject: seat.id, type: 'MadeByTheTest', by: 'operator:test', at: at.now() },
      ],
    });
    const before = await ops(at, 'round', 'status', round.id);
    expect([line(before.out, 'seats'), line(before.out, 'waitlist')]).toEqual(['1 OFFERED', '2 waiting']);
    const unasked = await ops(at, 'waitlist', 'close', round.id, '--reason', 'classes begin');
    expect([unasked.code, unasked.err]).toEqual([1, expect.stringContaining('Nothing was done')]);
    expect(unasked.out).toMatch(/closes now instead of on .*: 2 people on it are told.* 1 open offers stay open/u);
    const closed = await ops(at, 'waitlist', 'close', round.id, '--reason', 'classes begin', '--yes');
    expect([closed.code, closed.out]).toEqual([0, expect.stringContaining('once the open offers are answered')]);
    expect(await eventOf(round, 'WaitlistClosed')).toMatchObject({ data: { reason: 'classes begin' } });
    expect((await ops(at, 'round', 'status', round.id)).out).toContain('2 waiting, closed by an operator');
    const again = await ops(at, 'waitlist', 'close', round.id, ...because);
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('is already closed')]);
    expect((await ops(at, 'round', 'cancel', round.id, ...because)).code).toBe(0);
    await eventually('the seats to be closed', async () => (await at.admissions.get(round.id))?.state === 'CANCELLED');
    const last = (await eventsOf(at.db, at.tables.AUDIT_TABLE, seat.id)).at(-1);
    if (!last) throw new Error('the seat has events');
    await at.db.send(
      new DeleteCommand({ TableName: at.tables.AUDIT_TABLE, Key: { subject: last.subject, number: last.number } }),
    );
    const cut = await ops(at, 'audit', 'verify');
    await at.db.send(new PutCommand({ TableName: at.tables.AUDIT_TABLE, Item: last }));
    expect([cut.code, cut.out]).toEqual([1, expect.stringContaining(`${last.subject}: events are missing at the end`)]);
  });
});
