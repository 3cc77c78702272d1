import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { Batch } from '../../../functions/payments/batch.ts';
import { confirmResult } from '../../../functions/payments/confirm-result.ts';
import { dissolveBatch } from '../../../functions/payments/dissolve-batch.ts';
import { freezeBatch } from '../../../functions/payments/freeze-batch.ts';
import { readFrozen } from '../../../functions/payments/frozen-batch.ts';
import { gatherClaims, previewBatch } from '../../../functions/payments/gather-claims.ts';
import { makeBankFile } from '../../../functions/payments/make-bank-file.ts';
import { paymentsTable } from '../../../functions/payments/payments-table.ts';
import { proposeBatch } from '../../../functions/payments/propose-batch.ts';
import { giveBackBatch, settleBatch } from '../../../functions/payments/settle-batch.ts';
import { startBatch } from '../../../functions/payments/start-batch.ts';
import { loadPeople } from '../../../functions/people/load-people.ts';
import { eventsOf, faultsAbout } from '../../../functions/shared/database/audit.ts';
import { instantSchema, localDateSchema } from '../../../functions/shared/time.ts';
import { seeTaxMonth } from '../../../functions/tax-month/see-tax-month.ts';
import { staff } from '../../support/claims/open-claims.ts';
import { memoryTables } from '../../support/memory/memory-database.ts';
import { gatherAndFreeze } from '../../support/payments/gather-and-freeze.ts';
import { claimOf, type OpenPayments, openPayments } from '../../support/payments/open-payments.ts';
import { profileOf } from '../../support/payments/profiles.ts';
import { resultOf } from '../../support/payments/results.ts';

const now = instantSchema.parse('2027-04-20T01:00:00Z');
const payday = instantSchema.parse('2027-04-26T09:00:00Z');
const payOn = localDateSchema.parse('2027-04-26');
const by = 'person:payer';
const acting = { person: 'payer' };
const bank = 'example-csv';

async function opened(...claims: Parameters<typeof claimOf>[]): Promise<OpenPayments> {
  const at = openPayments();
  const before = instantSchema.parse('2027-03-01T00:00:00Z');
  await at.account('kim-haon', '012-34-567890', before);
  await at.account('lee-sol', '0001230', before, { name: '이솔', holder: '이솔' });
  for (const [id, change] of claims) await at.approve(claimOf(id, change));
  return at;
}

async function frozen(at: OpenPayments, only?: string[]) {
  const started = await startBatch(at.deps, { payOn, bank, by, ...(only && { only }) }, now);
  if (started.kind !== 'started') throw new Error(started.kind);
  const { id } = started.batch;
  await gatherClaims(at.deps, id, { by, onPage: 2 }, now);
  const outcome = await freezeBatch(at.deps, id, { by }, now);
  if (outcome.kind !== 'frozen') throw new Error(outcome.kind);
  return { id, ...outcome };
}

const file = (at: OpenPayments, id: string, change = {}) => makeBankFile(at.deps, { id, acting, by, ...change }, now);

const confirm = async (at: OpenPayments, id: string, returned: readonly number[] = [], change = {}) => {
  const batch = await at.deps.payments.batch(id);
  if (!batch) throw new Error('no batch');
  const { transfers } = await readFrozen(at.deps, batch);
  const bytes = resultOf(transfers, new Set(returned));
  return confirmResult(at.deps, { id, bytes, paidOn: payOn, acting, by, ...change }, payday);
};

describe('a batch of payments', () => {
  it('takes every approved claim in pages, and freezes them with a hash and control totals', async () => {
    const at = await opened(['c1'], ['c2'], ['c3', { lecturer: 'lee-sol', gross: 50_000, incomeTax: 0, localTax: 0 }]);
    const { id, totals, batch } = await frozen(at);
    expect(id).toBe('pay-2704-1');
    expect(batch).toMatchObject({
      state: 'FROZEN',
      pages: 2,
      approvers: ['finance-head', 'finance-one', 'manager-one'],
    });
    expect(totals).toEqual({
      claims: 3,
      transfers: 2,
      gross: 250_000,
      incomeTax: 16_000,
      localTax: 1_600,
      net: 232_400,
    });
    expect(at.claims().map(({ state, batch: own }) => [state, own])).toEqual(Array(3).fill(['IN_BATCH', id]));
    expect((await readFrozen(at.deps, batch)).transfers).toEqual([
      {
        row: '27040100001',
        payee: 'kim-haon',
        account: { lecturer: 'kim-haon', version: 1 },
        claims: ['c1', 'c2'],
        gross: 200_000,
        incomeTax: 16_000,
        localTax: 1_600,
        amount: 182_400,
      },
      expect.objectContaining({ row: '27040100002', claims: ['c3'], amount: 50_000 }),
    ]);
  });

  it('is one transfer for an institution that is paid for several lecturers into one account', async () => {
    const institution = { payee: 'inha', incomeTax: 0, localTax: 0 };
    const at = await opened(
      ['c1', institution],
      ['c2', { ...institution, lecturer: 'lee-sol' }],
      ['c3', { payee: 'other' }],
    );
    await at.account('lee-sol', '01234567890', now, { holder: '다른 이름' });
    const { batch } = await frozen(at);
    const { transfers } = await readFrozen(at.deps, batch);
    expect(transfers.map(({ payee, claims, amount }) => [payee, claims, amount])).toEqual([
      ['inha', ['c1', 'c2'], 200_000],
      ['other', ['c3'], 91_200],
    ]);
  });

  it('has no row of nothing; a claim that came to nothing is settled with the others', async () => {
    const at = await opened(['c1', { gross: 0, incomeTax: 0, localTax: 0 }], ['c2', { lecturer: 'lee-sol' }]);
    const { id, totals } = await frozen(at);
    expect(totals).toMatchObject({ claims: 2, transfers: 1, net: 91_200 });
    expect((await file(at, id)).kind).toBe('made');
    expect((await confirm(at, id)).kind).toBe('confirmed');
    await settleBatch(at.deps, id, payday);
    expect(at.claims().map(({ state }) => state)).toEqual(['PAID', 'PAID']);
  });

  it('leaves out who cannot be paid, says so, and is not held up by it', async () => {
    const at = await opened(['c1'], ['c2', { lecturer: 'nobody' }], ['c3', { lecturer: 'lee-sol', net: 5 }]);
    await at.account('late', '1\n2', now);
    await at.approve(claimOf('c4', { lecturer: 'late' }));
    const started = await startBatch(at.deps, { payOn, bank, by }, now);
    if (started.kind !== 'started') throw new Error(started.kind);
    const { id } = started.batch;
    const canBeWritten = ({ number }: { readonly number: string }) => !number.includes('\n');
    expect(await gatherClaims(at.deps, id, { by, canBeWritten }, now)).toEqual({
      kind: 'gathered',
      left: [
        { claim: 'c2', lecturer: 'nobody', why: 'no-account' },
        { claim: 'c3', lecturer: 'lee-sol', why: 'does-not-add-up' },
        { claim: 'c4', lecturer: 'late', why: 'cannot-be-written' },
      ],
    });
    expect(await freezeBatch(at.deps, id, { by }, now)).toMatchObject({ kind: 'frozen', totals: { claims: 1 } });
  });

  it('warns before it is frozen of accounts in other names and of changed ones', async () => {
    const at = await opened(['c1'], ['c2', { lecturer: 'lee-sol' }]);
    const preview = () => previewBatch(at.deps, { id: 'pay-2704-9', payOn }, undefined, now);
    expect((await preview()).warnings).toEqual([]);
    const { id } = await frozen(at, ['c1']);
    await file(at, id);
    await confirm(at, id);
    await settleBatch(at.deps, id, payday);
    await at.approve(claimOf('c3'));
    await at.account('kim-haon', '999', now, { holder: '김 하 온' });
    await at.account('lee-sol', '9-99', now, { holder: '이소라' });
    expect((await preview()).warnings).toEqual([
      { lecturer: 'lee-sol', kind: 'holder-differs' },
      { lecturer: 'kim-haon', kind: 'account-changed' },
      { lecturer: 'kim-haon', kind: 'holders-differ' },
    ]);
    expect(at.claims().filter(({ state }) => state === 'APPROVED')).toHaveLength(2);
  });

  it('takes held claims in no case, and of an off-cycle batch only those that are named', async () => {
    const at = await opened(['c1'], ['c2'], ['c3']);
    await at.hold('c2', true);
    expect(await startBatch(at.deps, { payOn, bank, by, only: ['c2'] }, now)).toEqual({ kind: 'nothing' });
    const first = await frozen(at, ['c3', 'c2']);
    expect(first.totals.claims).toBe(1);
    const second = await frozen(at);
    expect([second.id, second.totals.claims]).toEqual(['pay-2704-2', 1]);
    await at.hold('c2', false);
    expect((await frozen(at)).totals.claims).toBe(1);
    expect(await startBatch(at.deps, { payOn, bank, by }, now)).toEqual({ kind: 'nothing' });
    const over = { payOn: localDateSchema.parse('2027-04-19'), bank, by };
    expect(await startBatch(at.deps, over, now)).toEqual({ kind: 'day-is-over' });
  });
});

describe('taxes of the day of payment', () => {
  const may = localDateSchema.parse('2027-05-01');

  it('leave a claim out of a batch for a day on which they are others, and take it on another day', async () => {
    const at = await opened(['c1'], ['c2', { lecturer: 'lee-sol' }]);
    await at.taxOtherwise('c1', may);
    const later = await previewBatch(at.deps, { id: 'pay-2705-1', payOn: may }, undefined, now);
    expect([later.taken.map(({ id }) => id), later.left]).toEqual([
      ['c2'],
      [{ claim: 'c1', lecturer: 'kim-haon', why: 'other-taxes' }],
    ]);
    expect((await frozen(at)).totals.claims).toBe(2);
  });

  it('that change while claims are taken freeze nothing: the batch is given up, and claims as they should be go on', async () => {
    const at = await opened(['c1'], ['c2', { lecturer: 'lee-sol' }]);
    await loadPeople({ people: at.people, commit: at.deps.commit }, [staff('choi-yuna', ['operator'])], by, now);
    const started = await startBatch(at.deps, { payOn, bank, by }, now);
    if (started.kind !== 'started') throw new Error(started.kind);
    const { id } = started.batch;
    await gatherClaims(at.deps, id, { by }, now);
    await at.taxOtherwise('c1', payOn);
    expect(await gatherAndFreeze(at.deps, id, now)).toMatchObject({ kind: 'other-taxes', claims: ['c1'] });
    expect((await at.deps.payments.batch(id))?.state).toBe('DISSOLVED');
    const told = at.plain(memoryTables.OUTBOX_TABLE).map((entry) => JSON.stringify(entry));
    const notices = told.filter((mail) => mail.includes('batch-given-up') && mail.includes(id));
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain('taxes on its day are others by now: c1');
    const next = await frozen(at);
    expect([next.id, (await at.deps.payments.claimsOf(next.batch)).map((claim) => claim.id)]).toEqual([
      'pay-2704-2',
      ['c2'],
    ]);
  });

  it('that change before the bank has the file keep it from being made; after it they do not change it', async () => {
    const at = await opened(['c1'], ['c2', { lecturer: 'lee-sol' }]);
    const [first, second] = [await frozen(at, ['c1']), await frozen(at, ['c2'])];
    await file(at, second.id);
    for (const claim of ['c1', 'c2']) await at.taxOtherwise(claim, payOn);
    expect(await file(at, first.id)).toEqual({ kind: 'other-taxes', claims: ['c1'] });
    expect((await file(at, second.id)).kind).toBe('made');
  });

  it('are not those of a day that is over: nothing is frozen for it, and no file is made', async () => {
    const at = await opened(['c1'], ['c2']);
    const { id } = await frozen(at, ['c1']);
    const started = await startBatch(at.deps, { payOn, bank, by }, now);
    if (started.kind !== 'started') throw new Error(started.kind);
    const dayAfter = instantSchema.parse('2027-04-27T01:00:00Z');
    const over = { kind: 'day-is-over', payOn };
    expect(await makeBankFile(at.deps, { id, acting, by }, dayAfter)).toEqual(over);
    expect(await gatherAndFreeze(at.deps, started.batch.id, dayAfter)).toMatchObject(over);
    expect(at.claims().map(({ state }) => state)).toEqual(['IN_BATCH', 'APPROVED']);
  });

  it('were others when the bank has paid: what it says is taken, the month is that of the payment, and operators are told', async () => {
    const at = await opened(['c1'], ['c2', { lecturer: 'lee-sol' }]);
    await loadPeople({ people: at.people, commit: at.deps.commit }, [staff('choi-yuna', ['operator'])], by, now);
    await at.taxOtherwise('c1', may);
    const { id } = await frozen(at);
    await file(at, id);
    const monday = instantSchema.parse('2027-05-03T09:00:00Z');
    const batch = await at.deps.payments.batch(id);
    if (!batch) throw new Error('no batch');
    const bytes = resultOf((await readFrozen(at.deps, batch)).transfers, new Set());
    const paidOn = localDateSchema.parse('2027-05-03');
    expect((await confirmResult(at.deps, { id, bytes, paidOn, acting, by }, monday)).kind).toBe('confirmed');
    expect((await seeTaxMonth(at.deps, '2027-05')).total.claims).toBe(2);
    expect((await seeTaxMonth(at.deps, '2027-04')).total.claims).toBe(0);
    const events = await eventsOf(at.db, memoryTables.AUDIT_TABLE, id);
    expect(events.at(-1)?.data).toMatchObject({ otherTaxes: ['c1'] });
    const mails = at.plain(memoryTables.OUTBOX_TABLE).map((entry) => JSON.stringify(entry));
    expect(mails.filter((mail) => mail.includes('wage-tax-day') && mail.includes('"c1"'))).toHaveLength(1);
  });
});

describe('the bank’s file of a batch', () => {
  it('is made of what was frozen: the same bytes each time, whatever became of the account since', async () => {
    const at = await opened(['c1'], ['c2', { lecturer: 'lee-sol' }]);
    const { id } = await frozen(at);
    const first = await file(at, id);
    if (first.kind !== 'made') throw new Error(first.kind);
    expect(iconv.decode(first.file.bytes, 'cp949').split('\r\n').slice(1, 3)).toEqual([
      '1,004,012-34-567890,91200,김하온,강사료,27040100001',
      '2,004,0001230,91200,이솔,강사료,27040100002',
    ]);
    expect(first.file).toMatchObject({ name: 'pay-2704-1.csv', contentType: 'text/csv; charset=euc-kr' });
    await at.account('kim-haon', '666', now);
    expect(await file(at, id)).toMatchObject({ kind: 'made', file: { bytes: first.file.bytes } });
  });

  it('is that of the profile and the accounts with which it was frozen, after any restart, or there is none', async () => {
    const at = await opened(['c1'], ['c2', { lecturer: 'lee-sol' }]);
    const { id, batch } = await frozen(at);
    expect(batch).toMatchObject({ profile: bank, profileVersion: 1, frozen: { accounts: { count: 2 } } });
    at.confirmProfile(profileOf(bank, (yaml) => yaml.replace('lineEnd: crlf', 'lineEnd: lf')));
    await at.account('kim-haon', '666', now);
    const restarted = { ...at.deps, payments: paymentsTable(at.db, memoryTables.PAYMENTS_TABLE) };
    const first = await makeBankFile(restarted, { id, acting, by }, now);
    if (first.kind !== 'made') throw new Error(first.kind);
    const text = iconv.decode(first.file.bytes, 'cp949');
    expect([text.includes('012-34-567890'), text.includes('\r\n')]).toEqual([true, true]);
    expect((await file(at, id)).kind).toBe('made');
    await at.tamper('lee-sol', { holder: '이솔 ' });
    await expect(file(at, id)).rejects.toThrow('not as it was frozen');

    await at.approve(claimOf('c3'));
    const second = await frozen(at);
    expect(second.batch.profileVersion).toBe(2);
    await at.tamper('kim-haon', { number: '667' });
    await expect(file(at, second.id), 'before the first file too').rejects.toThrow('not as it was frozen');
  });

  it('is not made by a profile that was altered, nor by one of another version', async () => {
    for (const alter of [
      (at: OpenPayments, batch: Batch) => ({
        ...at.deps.payments.keepProfile(
          batch.id,
          profileOf(bank, (yaml) => yaml.replace('crlf', 'lf')),
        ),
        guard: { unguarded: true } as const,
      }),
      (at: OpenPayments, batch: Batch) => at.deps.payments.save({ ...batch, profileVersion: 7, revision: 9 }, batch),
      (at: OpenPayments, batch: Batch) =>
        at.deps.payments.save({ ...batch, payOn: localDateSchema.parse('2027-04-27'), revision: 9 }, batch),
    ]) {
      const at = await opened(['c1']);
      const { id, batch } = await frozen(at);
      await at.deps.commit({
        changes: [alter(at, batch)],
        events: [{ subject: 'nobody', type: 'BatchPagesStored', by: 'test', at: now }],
      });
      await expect(file(at, id)).rejects.toThrow('not as it was frozen');
    }
  });

  it('is not made by who agreed to a claim in it, for themselves or for somebody else, nor by their deputy', async () => {
    const at = await opened(['c1']);
    const { id } = await frozen(at);
    for (const person of ['manager-one', 'finance-one', 'finance-head']) {
      expect(await file(at, id, { acting: { person } })).toEqual({ kind: 'approved-it', as: [person] });
      expect(await file(at, id, { acting: { person: 'payer', onBehalfOf: [person] } })).toMatchObject({ as: [person] });
      expect(await confirm(at, id, [], { acting: { person } })).toMatchObject({ kind: 'not-now' });
    }
    expect((await file(at, id)).kind).toBe('made');
    expect(await confirm(at, id, [], { acting: { person: 'finance-head' } })).toMatchObject({ kind: 'approved-it' });
  });

  it('is not made, confirmed or given up by who is paid by it, whether known by the id or by the mailbox', async () => {
    const at = await opened(['c1']);
    await at.account('park-sora-teaches', '77', now, { email: 'sora@academy.example' });
    await at.approve(claimOf('c2', { lecturer: 'park-sora-teaches' }));
    const { id } = await frozen(at);
    const barred = { kind: 'paid-by-it', as: ['park-sora-teaches'] };
    const payees = [
      { person: 'park-sora', email: 'Sora@academy.example' },
      { person: 'park-sora-teaches' },
      { person: 'payer', onBehalfOf: ['park-sora-teaches'] },
    ];
    for (const payee of payees) {
      expect(await file(at, id, { acting: payee })).toEqual(barred);
      const given = { id, acting: payee, by, reason: 'wrong' };
      expect(await dissolveBatch(at.deps, given, now)).toEqual(barred);
    }
    expect((await file(at, id)).kind).toBe('made');
    for (const payee of payees) {
      expect(await confirm(at, id, [], { acting: payee })).toEqual(barred);
      expect(await dissolveBatch(at.deps, { id, acting: payee, by, reason: 'wrong' }, now)).toMatchObject({
        kind: payee.person === 'payer' ? 'made-the-file' : 'paid-by-it',
      });
    }
    const approver = { id, acting: { person: 'finance-one' }, by, reason: 'wrong' };
    expect(await dissolveBatch(at.deps, approver, now)).toEqual({ kind: 'approved-it', as: ['finance-one'] });
    expect((await at.deps.payments.batch(id))?.state).toBe('MADE');
    expect((await confirm(at, id)).kind).toBe('confirmed');
  });

  it('is refused with the cell that it cannot hold, and the batch stays as it was', async () => {
    const at = await opened(['c1']);
    await at.account('kim-haon', '12', now, { holder: 'Zoë' });
    const { id } = await frozen(at);
    expect(await file(at, id)).toEqual({
      kind: 'refused',
      cells: [{ place: 1, column: '예금주', value: 'Zoë', why: 'encoding' }],
    });
    expect((await at.deps.payments.batch(id))?.state).toBe('FROZEN');
  });

  it('is made by nobody before the batch is frozen or after it was given up', async () => {
    const at = await opened(['c1']);
    const started = await startBatch(at.deps, { payOn, bank, by }, now);
    if (started.kind !== 'started') throw new Error(started.kind);
    expect(await file(at, started.batch.id)).toEqual({ kind: 'not-now', state: 'GATHERING' });
    expect(await dissolveBatch(at.deps, { id: started.batch.id, acting, by, reason: 'wrong' }, now)).toMatchObject({
      kind: 'dissolving',
    });
    expect(await file(at, started.batch.id)).toEqual({ kind: 'not-now', state: 'DISSOLVING' });
  });
});

describe('the bank’s result', () => {
  it('pays what was paid, gives the rest back to the next batch, and asks for another account once', async () => {
    const at = await opened(['c1'], ['c2'], ['c3'], ['c4', { lecturer: 'lee-sol' }]);
    const { id } = await frozen(at);
    await file(at, id);
    expect(await confirm(at, id, [1])).toMatchObject({
      kind: 'confirmed',
      batch: {
        result: {
          paidOn: payOn,
          paid: { claims: 1, transfers: 1, net: 91_200 },
          returned: { claims: 3, net: 273_600 },
        },
      },
    });
    await settleBatch(at.deps, id, payday);
    expect((await at.deps.payments.batch(id))?.state).toBe('SETTLED');
    expect(at.claims().map(({ state }) => state)).toEqual(['APPROVED', 'APPROVED', 'APPROVED', 'PAID']);
    expect(at.payee('kim-haon')?.asked).toBe(1);
    expect(at.payee('lee-sol')?.asked).toBe(0);
    const again = await previewBatch(at.deps, { id: 'pay-2704-2', payOn }, undefined, payday);
    expect(again.left.map(({ why }) => why)).toEqual(['no-account', 'no-account', 'no-account']);
    expect((await seeTaxMonth(at.deps, '2027-04')).total).toMatchObject({ claims: 1, payees: 1, net: 91_200 });
    expect((await seeTaxMonth(at.deps, '2027-03')).rows).toEqual([]);
    await at.account('kim-haon', '777', payday);
    const next = await frozen(at);
    expect(next).toMatchObject({ id: 'pay-2704-2', totals: { claims: 3, transfers: 1, net: 273_600 } });
  });

  it('that does not fit, is too large, or is of another day changes nothing', async () => {
    const at = await opened(['c1'], ['c2', { lecturer: 'lee-sol' }]);
    const { id } = await frozen(at);
    expect(await confirm(at, id)).toEqual({ kind: 'not-now', state: 'FROZEN' });
    await file(at, id);
    const bytes = resultOf([{ row: '27040100001', amount: 91_200 }], new Set());
    expect(await confirm(at, id, [], { bytes })).toEqual({
      kind: 'mismatched',
      mismatches: [{ row: '27040100002', why: 'missing' }],
    });
    expect(await confirm(at, id, [], { bytes: Buffer.alloc(1_000_001) })).toEqual({ kind: 'too-large' });
    expect(await confirm(at, id, [], { bytes: Buffer.from('') })).toMatchObject({ kind: 'unreadable' });
    for (const day of ['2027-04-19', '2027-04-27']) {
      expect(await confirm(at, id, [], { paidOn: localDateSchema.parse(day) })).toEqual({ kind: 'impossible-day' });
    }
    expect((await at.deps.payments.batch(id))?.state).toBe('MADE');
  });

  it('that two people confirm at once is one set of payments, and a different one is refused afterwards', async () => {
    const at = await opened(['c1'], ['c2', { lecturer: 'lee-sol' }]);
    const { id } = await frozen(at);
    await file(at, id);
    const outcomes = await Promise.all([confirm(at, id, [1]), confirm(at, id, [1]), confirm(at, id, [2])]);
    expect(outcomes.filter(({ kind }) => kind === 'confirmed')).toHaveLength(1);
    expect(await confirm(at, id, [])).toMatchObject({ kind: 'not-now' });
    await Promise.all([settleBatch(at.deps, id, payday), settleBatch(at.deps, id, payday)]);
    expect(
      at
        .claims()
        .map(({ paid }) => paid)
        .toSorted(),
    ).toEqual([0, 1]);
  });
});

describe('a batch that fails', () => {
  it('gives all its claims to the next one of the same month', async () => {
    const at = await opened(['c1'], ['c2'], ['c3']);
    const { id } = await frozen(at);
    await file(at, id);
    expect(await dissolveBatch(at.deps, { id, acting, by, reason: 'the bank refused it' }, now)).toEqual({
      kind: 'made-the-file',
    });
    const same = { id, acting, by: 'operator:admin/payer@academy.example', reason: 'the bank refused it' };
    expect(await dissolveBatch(at.deps, same, now)).toEqual({ kind: 'made-the-file' });
    const other = { id, acting: { person: 'other' }, by: 'person:other', reason: 'the bank refused it' };
    expect(await dissolveBatch(at.deps, other, now)).toMatchObject({ kind: 'dissolving' });
    await giveBackBatch(at.deps, id, now);
    expect((await at.deps.payments.batch(id))?.state).toBe('DISSOLVED');
    expect(await dissolveBatch(at.deps, other, now)).toEqual({ kind: 'not-now', state: 'DISSOLVED' });
    expect(await confirm(at, id)).toEqual({ kind: 'not-now', state: 'DISSOLVED' });
    expect(await frozen(at)).toMatchObject({ id: 'pay-2704-2', totals: { claims: 3 } });
  });

  it('is one whose rows somebody altered: no file is made of it', async () => {
    const at = await opened(['c1']);
    const { id, batch } = await frozen(at);
    const { transfers } = await readFrozen(at.deps, batch);
    const altered = transfers.map((transfer) => ({ ...transfer, amount: transfer.amount + 1 }));
    await at.deps.commit({
      changes: at.deps.payments.putTransfers(id, batch.frozen?.hash ?? '', altered),
      events: [{ subject: 'nobody', type: 'BatchPagesStored', by: 'test', at: now }],
    });
    await expect(file(at, id)).rejects.toThrow('not as it was frozen');
  });

  it('wherever it is stopped, goes on to the same file to the byte', async () => {
    const run = async (stop: number) => {
      const at = await opened(['c1'], ['c2'], ['c3'], ['c4', { lecturer: 'lee-sol' }], ['c5']);
      const started = await startBatch(at.deps, { payOn, bank, by }, now);
      if (started.kind !== 'started') throw new Error(started.kind);
      const { id } = started.batch;
      const all = async () => {
        await gatherClaims(at.deps, id, { by, onPage: 2 }, now);
        await freezeBatch(at.deps, id, { by }, now);
        await file(at, id);
        await confirm(at, id, [2]);
        await settleBatch(at.deps, id, payday);
      };
      at.stopAfter(stop);
      let stopped = false;
      await all().catch((error: unknown) => {
        stopped = String(error).includes('stopped');
        if (!stopped) throw error;
      });
      at.stopAfter(Number.POSITIVE_INFINITY);
      if (stopped) await all();
      const batch = await at.deps.payments.batch(id);
      return { stopped, hash: batch?.file?.hash, states: at.claims().map(({ state }) => state), state: batch?.state };
    };
    const whole = await run(1_000);
    expect(whole).toMatchObject({ stopped: false, state: 'SETTLED' });
    let stops = 0;
    for (let stop = 0; ; stop += 1) {
      const again = await run(stop);
      expect({ ...again, stopped: false }).toEqual(whole);
      if (!again.stopped) break;
      stops += 1;
    }
    expect(stops).toBeGreaterThan(10);
  });
});

it('every step of a batch is in the audit by ids and sums, and no account number is anywhere', async () => {
  const at = await opened(['c1'], ['c2', { lecturer: 'lee-sol' }]);
  const { id } = await frozen(at);
  await file(at, id);
  await file(at, id);
  await confirm(at, id, [2]);
  await settleBatch(at.deps, id, payday);
  const events = await eventsOf(at.db, memoryTables.AUDIT_TABLE, id);
  expect(events.map(({ type }) => type)).toEqual([
    'BatchStarted',
    'ClaimsTaken',
    'BatchFrozen',
    'BankFileMade',
    'BankFileDownloaded',
    'TransferConfirmed',
    'ClaimsSettled',
    'BatchSettled',
  ]);
  expect(await faultsAbout(at.db, memoryTables.AUDIT_TABLE, id)).toEqual([]);
  const batches = at.plain(memoryTables.PAYMENTS_TABLE).filter(({ pk }) => !String(pk).startsWith('kept-'));
  const everything = JSON.stringify([batches, at.plain(memoryTables.AUDIT_TABLE), at.plain(memoryTables.OUTBOX_TABLE)]);
  for (const secret of ['012-34-567890', '01234567890', '0001230', '김하온', '이솔']) {
    expect(everything).not.toContain(secret);
  }
});

it('a claim that a correction takes below zero is left out, and holds up none beside it', () => {
  const below = { gross: -120_000, incomeTax: 0, localTax: 0, net: -120_000 };
  const payees = new Map([
    [
      'lee-sol',
      {
        name: '이솔',
        account: { lecturer: 'lee-sol', version: 1, bank: '088', number: '110123456789', holder: '이솔' },
      },
    ],
  ]);
  const claims = [claimOf('c1', { lecturer: 'lee-sol' }), { ...claimOf('c2', { lecturer: 'lee-sol' }), ...below }];
  const { taken, left } = proposeBatch({ batch: 'b', claims, payees });
  expect([taken.map(({ id }) => id), left]).toEqual([
    ['c1'],
    [{ claim: 'c2', lecturer: 'lee-sol', why: 'below-zero' }],
  ]);
});
