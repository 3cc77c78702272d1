import { describe, expect, it } from 'vitest';
import { confirmResult } from '../../../functions/payments/confirm-result.ts';
import { dissolveBatch } from '../../../functions/payments/dissolve-batch.ts';
import { readFrozen } from '../../../functions/payments/frozen-batch.ts';
import { makeBankFile } from '../../../functions/payments/make-bank-file.ts';
import { batchRuns } from '../../../functions/payments/ports.ts';
import { openRequestOf, paymentKey } from '../../../functions/payments/requests.ts';
import { pagesAtOnce } from '../../../functions/payments/run-steps.ts';
import { startBatch } from '../../../functions/payments/start-batch.ts';
import { loadPeople } from '../../../functions/people/load-people.ts';
import { chaseRequests } from '../../../functions/requests/chase.ts';
import { assigneeId } from '../../../functions/requests/request.ts';
import { markStuck } from '../../../functions/runs/mark-stuck.ts';
import { eventsOf, faultsAbout } from '../../../functions/shared/database/audit.ts';
import { instantSchema, localDateSchema } from '../../../functions/shared/time.ts';
import { staff } from '../../support/claims/open-claims.ts';
import { memoryTables } from '../../support/memory/memory-database.ts';
import { claimOf, type OpenPayments, openPayments } from '../../support/payments/open-payments.ts';
import { openRuns } from '../../support/payments/open-run.ts';
import { resultOf } from '../../support/payments/results.ts';

const now = instantSchema.parse('2027-04-20T01:00:00Z');
const payday = instantSchema.parse('2027-04-26T09:00:00Z');
const payOn = localDateSchema.parse('2027-04-26');
const bank = 'example-csv';
const officers = ['finance-one', 'payer', 'payer-two'];

/** So many claims of two lecturers, in pages of eight, and finance: who approved all of them, and two who did not. */
async function opened({ claims = 10, people = officers } = {}) {
  const at = openPayments();
  const before = instantSchema.parse('2027-03-01T00:00:00Z');
  const rows = people.map((id) => staff(id, ['finance-officer']));
  await loadPeople(at.wired, [...rows, staff('choi-yuna', ['operator'])], 'operator:test', now);
  await at.account('kim-haon', '012-34-567890', before);
  await at.account('lee-sol', '0001230', before, { name: '이솔', holder: '이솔', email: 'payer-two@academy.example' });
  for (let claim = 1; claim <= claims; claim += 1) {
    await at.approve(claimOf(`c${claim}`, claim % 5 === 0 ? { lecturer: 'lee-sol' } : {}));
  }
  const clock = { now };
  return { at, runs: openRuns(at, () => clock.now), clock };
}

async function begun(at: OpenPayments): Promise<string> {
  const started = await startBatch(at.deps, { payOn, bank, by: 'operator:test' }, now);
  if (started.kind !== 'started') throw new Error(started.kind);
  return started.batch.id;
}

const as = (person: string) => ({ acting: { person }, by: `person:${person}` });
const file = (at: OpenPayments, id: string, person = 'payer') => makeBankFile(at.deps, { id, ...as(person) }, now);
async function confirm(at: OpenPayments, id: string, person = 'payer', change: { readonly bytes?: Buffer } = {}) {
  const batch = await at.deps.payments.batch(id);
  if (!batch) throw new Error('no batch');
  const { transfers } = await readFrozen(at.deps, batch);
  const bytes = resultOf(transfers, new Set([2]));
  return confirmResult(at.deps, { id, bytes, paidOn: payOn, ...as(person), ...change }, payday);
}
const counts = (at: OpenPayments) => at.claims().map(({ state, paid }) => `${state} ${paid}`);
const settled = Array.from({ length: 10 }, (_, index) => ((index + 1) % 5 === 0 ? 'APPROVED 0' : 'PAID 1'));

describe('the run of a batch', () => {
  it('asks finance for the file and the result, each of who may, and tells every claim', async () => {
    const { at, runs } = await opened();
    const id = await begun(at);
    await runs.until(id, 'payment-file');
    const asked = await openRequestOf(at.wired, { id });
    expect(asked && assigneeId(asked.assignee)).toBe('payer');
    expect(asked).toMatchObject({ subject: id, dueAt: '2027-04-26T09:00:00.000Z', outcomes: ['MADE'] });
    expect(await file(at, id, 'finance-one')).toMatchObject({ kind: 'approved-it' });
    expect((await openRequestOf(at.wired, { id }))?.state).toBe('OPEN');
    expect((await file(at, id)).kind).toBe('made');
    await runs.until(id, 'payment-result');
    expect(await openRequestOf(at.wired, { id })).toMatchObject({ dueAt: '2027-04-28T09:00:00.000Z' });
    expect(
      await confirm(at, id, 'payer', { bytes: resultOf([{ row: '27040100001', amount: 1 }], new Set()) }),
    ).toMatchObject({
      kind: 'mismatched',
    });
    expect((await openRequestOf(at.wired, { id }))?.state).toBe('OPEN');
    expect((await confirm(at, id)).kind).toBe('confirmed');
    await runs.until(id);
    expect(counts(at)).toEqual(settled);
    expect(await at.deps.payments.batch(id)).toMatchObject({ state: 'SETTLED', run: 1 });
    expect(await at.wired.requests.byAskKey(paymentKey('payment-file', { id }))).toMatchObject({
      state: 'SETTLED',
      settledBy: 'payer',
    });
    expect(await faultsAbout(at.db, memoryTables.AUDIT_TABLE, id)).toEqual([]);
  });

  it('wherever it is stopped, is taken over by another run: the same file to the byte, and nobody is paid twice', async () => {
    const play = async (stop: number) => {
      const { at, runs } = await opened();
      const id = await begun(at);
      let stops = 0;
      const goesOn = async (act: () => Promise<unknown>): Promise<void> => {
        for (;;) {
          try {
            await act();
            return;
          } catch (error) {
            if (!String(error).includes('stopped')) throw error;
            at.stopAfter(Number.POSITIVE_INFINITY);
            stops += 1;
            runs.failed.length = 0;
            // Whatever was under way is left where it was: a new run finds out what is done.
            expect((await runs.again(id)).kind).toBe('redriven');
          }
        }
      };
      at.stopAfter(stop);
      await goesOn(() => runs.until(id, 'payment-file'));
      await goesOn(() => file(at, id));
      await goesOn(() => runs.until(id, 'payment-result'));
      await goesOn(() => confirm(at, id));
      await goesOn(() => runs.until(id));
      runs.stop();
      const batch = await at.deps.payments.batch(id);
      return { stops, hash: batch?.file?.hash, counts: counts(at), state: batch?.state };
    };
    const whole = await play(1_000);
    expect(whole).toMatchObject({ stops: 0, counts: settled, state: 'SETTLED' });
    let boundaries = 0;
    for (let stop = 0; ; stop += 1) {
      const again = await play(stop);
      expect({ ...again, stops: 0 }).toEqual(whole);
      if (again.stops === 0) break;
      boundaries += 1;
    }
    expect(boundaries).toBeGreaterThan(8);
  }, 120_000);

  it('takes and tells so many pages in one step, and goes on with the next', async () => {
    const { at, runs } = await opened({ claims: 8 * pagesAtOnce + 1 });
    const id = await begun(at);
    const step = (name: string) => runs.step({ step: name, reference: id, run: id });
    expect(await step('gather-claims')).toEqual({ outcome: 'MORE' });
    expect(await step('gather-claims')).toEqual({ outcome: 'GATHERED' });
    expect(await step('freeze-batch')).toEqual({ outcome: 'FROZEN' });
    await file(at, id);
    await confirm(at, id);
    expect(await step('settle-claims')).toEqual({ outcome: 'MORE' });
    expect(await step('settle-claims')).toEqual({ outcome: 'SETTLED' });
    expect(at.claims().filter(({ state }) => state === 'IN_BATCH')).toEqual([]);
  });

  it('finds each step done already, and leaves a batch to the run that has taken over', async () => {
    const { at, runs } = await opened();
    const id = await begun(at);
    await runs.until(id, 'payment-file');
    await file(at, id);
    await runs.until(id, 'payment-result');
    await confirm(at, id);
    await runs.until(id);
    const steps = ['gather-claims', 'freeze-batch', 'settle-claims', 'give-claims-back'];
    const outcomes = async (run: string) =>
      Promise.all(steps.map(async (step) => (await runs.step({ step, reference: id, run })).outcome));
    const before = counts(at);
    expect(await outcomes(id)).toEqual(['GATHERED', 'FROZEN', 'SETTLED', 'GIVEN_BACK']);
    expect(await outcomes(`${id}_2`)).toEqual(Array(4).fill('SUPERSEDED'));
    expect(counts(at)).toEqual(before);
  });

  it.each(['payment-file', 'payment-result'] as const)(
    'gives the claims back, and ends, if the batch is given up while %s is asked',
    async (asked) => {
      const { at, runs } = await opened();
      const id = await begun(at);
      await runs.until(id, 'payment-file');
      if (asked === 'payment-result') {
        await file(at, id);
        await runs.until(id, asked);
      }
      const given = { id, ...as('payer-two'), acting: { person: 'other' }, reason: 'the bank refused it' };
      expect((await dissolveBatch(at.deps, given, now)).kind).toBe('dissolving');
      await runs.until(id);
      expect(counts(at)).toEqual(Array(10).fill('APPROVED 0'));
      expect((await at.deps.payments.batch(id))?.state).toBe('DISSOLVED');
      expect(await at.wired.requests.byAskKey(paymentKey(asked, { id }))).toMatchObject({
        state: 'CANCELLED',
        outcome: 'GIVEN_UP',
      });
      const next = await begun(at);
      await runs.until(next, 'payment-file');
      expect([next, at.claims().every(({ batch }) => batch === next)]).toEqual(['pay-2704-2', true]);
    },
  );

  it('gives a batch up by itself that pays nobody', async () => {
    const { at, runs } = await opened();
    await at.account('kim-haon', '012', now);
    const id = await begun(at);
    for (const { claim } of at.claims()) await at.hold(claim.id, true);
    await runs.until(id);
    expect(await at.deps.payments.batch(id)).toMatchObject({
      state: 'DISSOLVED',
      dissolved: { by: 'system:payments', reason: 'nothing to pay' },
    });
  });

  it('asks nobody who is paid by the batch, and is stuck if nobody else is left', async () => {
    const { at, runs } = await opened({ people: ['finance-one', 'payer-two'] });
    const id = await begun(at);
    await expect(runs.until(id, 'payment-file')).rejects.toThrow('has an interest');
    expect(await openRequestOf(at.wired, { id })).toBeUndefined();
    const failed = { reference: id, run: id, error: 'NobodyMayDecide' };
    await markStuck({ ...at.wired, commit: at.deps.commit }, batchRuns(at.deps), failed, now);
    expect(await at.deps.payments.batch(id)).toMatchObject({ stuck: { error: 'NobodyMayDecide' }, needsRun: 'stuck' });
    await loadPeople(at.wired, [staff('payer', ['finance-officer'])], 'operator:test', now);
    runs.failed.length = 0;
    expect(await runs.again(id)).toMatchObject({ kind: 'redriven', run: `${id}_2` });
    await runs.until(id, 'payment-file');
    expect(assigneeId((await openRequestOf(at.wired, { id }))?.assignee ?? {})).toBe('payer');
  });

  it('that is stuck goes on with its next run once somebody has made the file all the same', async () => {
    const { at, runs } = await opened();
    const id = await begun(at);
    await runs.until(id, 'payment-file');
    const failed = { reference: id, run: id, error: 'Timeout' };
    await markStuck({ ...at.wired, commit: at.deps.commit }, batchRuns(at.deps), failed, now);
    expect((await file(at, id)).kind).toBe('made');
    await runs.until(id, 'payment-result');
    expect(await at.deps.payments.batch(id)).toMatchObject({ run: 2, runName: `${id}_2` });
    expect((await at.deps.payments.batch(id))?.stuck).toBeUndefined();
  });

  it('is one, whichever of two officers is first: one file, one answer to the request, one set of payments', async () => {
    const { at, runs } = await opened();
    const id = await begun(at);
    await runs.until(id, 'payment-file');
    const files = await Promise.all(['payer', 'other'].map((person) => file(at, id, person)));
    const bytes = files.map((made) => (made.kind === 'made' ? made.file.bytes.toString('hex') : made.kind));
    expect(bytes[0]).toBe(bytes[1]);
    await runs.until(id, 'payment-result');
    await Promise.all(['payer', 'other'].map((person) => confirm(at, id, person)));
    await runs.until(id);
    expect(counts(at)).toEqual(settled);
    const types = (await eventsOf(at.db, memoryTables.AUDIT_TABLE, id)).map(({ type }) => type);
    for (const once of ['BankFileMade', 'TransferConfirmed', 'BatchSettled']) {
      expect(
        types.filter((type) => type === once),
        once,
      ).toHaveLength(1);
    }
  });

  it('passes what nobody does in time to the deputy, if they may, and tells operators of it every day after', async () => {
    const { at, runs } = await opened();
    await loadPeople(at.wired, [staff('payer', ['finance-officer'], { deputy: 'finance-one' })], 'operator:test', now);
    const id = await begun(at);
    await runs.until(id, 'payment-file');
    const { requests, people } = at.wired;
    const faulted = (fault: unknown): never => {
      throw fault;
    };
    const chase = (time: string) =>
      chaseRequests({ ...runs.deps, requests, people, lapse: {}, faulted }, instantSchema.parse(time));
    expect(await chase('2027-04-23T09:00:00Z')).toMatchObject({ reminded: 1, handed: 0 });
    // The deputy has approved a claim in it.
    expect(await chase('2027-04-26T09:00:01Z')).toMatchObject({ handed: 0, overdue: 1 });
    expect(await chase('2027-04-27T09:00:01Z')).toMatchObject({ handed: 0, overdue: 1 });
    expect(assigneeId((await openRequestOf(at.wired, { id }))?.assignee ?? {})).toBe('payer');
    const told = at.plain(memoryTables.OUTBOX_TABLE).filter((entry) => JSON.stringify(entry).includes('"overdue"'));
    expect(told).toHaveLength(2);
  });
});
