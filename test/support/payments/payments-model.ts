import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import * as z from 'zod';
import type { Batch } from '../../../functions/payments/batch.ts';
import { confirmResult } from '../../../functions/payments/confirm-result.ts';
import { dissolveBatch } from '../../../functions/payments/dissolve-batch.ts';
import { freezeBatch } from '../../../functions/payments/freeze-batch.ts';
import { readFrozen } from '../../../functions/payments/frozen-batch.ts';
import { gatherClaims } from '../../../functions/payments/gather-claims.ts';
import { makeBankFile } from '../../../functions/payments/make-bank-file.ts';
import { giveBackBatch, settleBatch } from '../../../functions/payments/settle-batch.ts';
import { startBatch } from '../../../functions/payments/start-batch.ts';
import { sumsOf } from '../../../functions/payments/transfer.ts';
import { instantSchema, localDateSchema } from '../../../functions/shared/time.ts';
import { paidClaimsOf, seeTaxMonth } from '../../../functions/tax-month/see-tax-month.ts';
import { memoryTables } from '../memory/memory-database.ts';
import { testSeed } from '../seed.ts';
import { claimOf, type OpenPayments, openPayments } from './open-payments.ts';
import { resultOf } from './results.ts';

const now = instantSchema.parse('2027-04-26T01:00:00Z');
const payOn = localDateSchema.parse('2027-04-26');
const bank = 'example-csv';
const by = 'person:payer';
const acting = { person: 'payer' };
const other = { person: 'other' };
const lecturers = ['kim-haon', 'lee-sol'];

const which = fc.nat(2);
/** What may happen, some of it at once, and some of it cut off in the middle. */
const act = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('approve' as const),
      lecturer: fc.nat(1),
      won: fc.constantFrom(0, 10, 99_990),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('start' as const), only: fc.option(which, { freq: 3 }) }) },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('go on' as const), which, bank: fc.nat(3), twice: fc.boolean() }),
  },
  fc.record({ do: fc.constant('upload' as const), which, bank: fc.nat(3) }),
  fc.record({ do: fc.constant('dissolve' as const), which }),
  fc.record({ do: fc.constant('hold' as const), which, held: fc.boolean() }),
  fc.record({ do: fc.constant('account' as const), lecturer: fc.nat(1) }),
);
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

const plan = fc.array(
  fc.record({ acts: fc.array(act, { minLength: 1, maxLength: 2 }), stop: fc.option(fc.nat(4), { freq: 2 }) }),
  { minLength: 1, maxLength: 4, size: 'max' },
);

interface World {
  readonly at: OpenPayments;
  claims: number;
  accounts: number;
  /** The bytes of each file by their hash, as they were when it was first made. */
  readonly files: Map<string, string>;
  readonly results: Map<string, string>;
  /** What was found of a batch in a revision. */
  readonly known: Map<string, Checked>;
}

interface Checked {
  readonly holds: readonly string[];
  readonly paid: readonly string[];
}

async function goOn({ at }: World, batch: Batch, bank: number): Promise<void> {
  const { id, state } = batch;
  switch (state) {
    case 'GATHERING':
      await gatherClaims(at.deps, id, { by, onPage: 2 }, now);
      if ((await freezeBatch(at.deps, id, { by }, now)).kind === 'empty')
        await dissolveBatch(at.deps, { id, acting: undefined, by, reason: 'empty' }, now);
      return;
    case 'FROZEN':
      await makeBankFile(at.deps, { id, acting, by }, now);
      return;
    case 'MADE':
      return upload(at, batch, bank);
    case 'SETTLING':
      await settleBatch(at.deps, id, now);
      return;
    case 'DISSOLVING':
      await giveBackBatch(at.deps, id, now);
      return;
    case 'SETTLED':
    case 'DISSOLVED':
  }
}

/** What the bank says, or somebody else has it say, of the first rows. */
async function upload(at: OpenPayments, batch: Batch, bank: number): Promise<void> {
  const { transfers } = await readFrozen(at.deps, batch);
  const bytes = resultOf(transfers, new Set([1, 2].filter((row) => bank & row)));
  await confirmResult(at.deps, { id: batch.id, bytes, paidOn: payOn, acting, by }, now);
}

async function perform(world: World, one: Act): Promise<void> {
  const { at } = world;
  switch (one.do) {
    case 'approve': {
      world.claims += 1;
      const lecturer = lecturers[one.lecturer] ?? '';
      return at.approve(claimOf(`c${world.claims}`, { lecturer, gross: one.won, incomeTax: 0, localTax: 0 }));
    }
    case 'start': {
      const only = one.only === null ? {} : { only: [`c${one.only + 1}`] };
      const started = await startBatch(at.deps, { payOn, bank, by, ...only }, now);
      return started.kind === 'started' ? goOn(world, started.batch, 0) : undefined;
    }
    case 'go on': {
      const batches = await at.deps.payments.batches();
      const batch = batches.at(-1 - one.which) ?? batches.at(-1);
      if (batch) await goOn(world, batch, one.bank);
      const next = batch && (await at.deps.payments.batch(batch.id));
      return next && one.twice ? goOn(world, next, one.bank) : undefined;
    }
    case 'upload': {
      const batch = (await at.deps.payments.batches()).at(-1 - one.which);
      return batch?.frozen && upload(at, batch, one.bank);
    }
    case 'dissolve': {
      const batch = (await at.deps.payments.batches()).at(-1 - one.which);
      if (batch) await dissolveBatch(at.deps, { id: batch.id, acting: other, by: 'person:other', reason: 'no' }, now);
      return;
    }
    case 'hold':
      return at.hold(`c${one.which + 1}`, one.held);
    case 'account':
      return newAccount(world, lecturers[one.lecturer] ?? '');
  }
}

const newAccount = (world: World, lecturer: string): Promise<void> => {
  world.accounts += 1;
  return world.at.account(lecturer, `00${world.accounts}`, now);
};

/** What a batch has and has paid, once its sums are found right. */
async function checked({ at, files, results }: World, batch: Batch): Promise<Checked> {
  const claims = await at.deps.payments.claimsOf(batch);
  const { id, state, frozen, file, result } = batch;
  const holds = state === 'GATHERING' || state === 'FROZEN' || state === 'MADE' ? claims.map((claim) => claim.id) : [];
  if (file) {
    expect(files.get(id) ?? file.hash, 'its file is the same').toBe(file.hash);
    files.set(id, file.hash);
  }
  if (result) {
    expect(results.get(id) ?? result.hash, 'what the bank has said stands').toBe(result.hash);
    results.set(id, result.hash);
  }
  if (!frozen) return { holds, paid: [] };
  const { transfers } = await readFrozen(at.deps, batch);
  expect(frozen.totals).toMatchObject({ claims: claims.length, transfers: transfers.length, ...sumsOf(claims) });
  expect(transfers.reduce((sum, { amount }) => sum + amount, 0)).toBe(frozen.totals.net);
  expect(transfers.every(({ amount }) => amount > 0)).toBe(true);
  if (!result) return { holds, paid: [] };
  const { paid, returned } = result;
  expect([paid.net + returned.net, paid.claims + returned.claims]).toEqual([frozen.totals.net, claims.length]);
  const paidClaims = await paidClaimsOf(at.deps, batch);
  expect(paid).toMatchObject(sumsOf(paidClaims));
  return { holds, paid: paidClaims.map((claim) => claim.id) };
}

/** Nobody is paid twice, nothing is lost, and every sum is that of what it sums. */
async function expectRight(world: World): Promise<void> {
  const { at, known } = world;
  const holding = new Map<string, string>();
  const paidBy = new Map<string, string>();
  for (const batch of await at.deps.payments.batches()) {
    const key = `${batch.id} ${batch.revision}`;
    const found = known.get(key) ?? (await checked(world, batch));
    known.set(key, found);
    for (const claim of found.holds) {
      expect(holding.get(claim), 'a claim is in one batch').toBeUndefined();
      holding.set(claim, batch.id);
    }
    for (const claim of found.paid) {
      expect(paidBy.get(claim), 'a claim is paid once').toBeUndefined();
      paidBy.set(claim, batch.id);
    }
  }
  for (const { claim, state, paid, batch } of at.claims()) {
    expect(paid).toBe(state === 'PAID' ? 1 : 0);
    if (state === 'PAID') expect(paidBy.has(claim.id)).toBe(true);
    if (state === 'APPROVED') expect(holding.has(claim.id) || paidBy.has(claim.id)).toBe(false);
    if (state === 'IN_BATCH' && holding.has(claim.id)) expect(holding.get(claim.id)).toBe(batch);
  }
}

const statementSchema = z.object({
  errand: z.object({ template: z.literal('wage-statement'), ids: z.object({ claim: z.string() }) }),
});

/** The claims of which the outbox has a statement. */
const statementsOf = (at: OpenPayments): string[] =>
  at.plain(memoryTables.OUTBOX_TABLE).flatMap((item) => {
    const { data } = statementSchema.safeParse(item);
    return data ? [data.errand.ids.claim] : [];
  });

/** Everybody does what is theirs to do, and the bank pays: then every claim is paid and has its statement, once. */
async function finish(world: World): Promise<void> {
  const { at } = world;
  for (const lecturer of lecturers) await newAccount(world, lecturer);
  for (const { claim } of at.claims()) await at.hold(claim.id, false);
  for (let round = 0; round < 2; round += 1) {
    for (const { id } of await at.deps.payments.batches()) {
      for (let batch = await at.deps.payments.batch(id); batch; ) {
        await goOn(world, batch, 0);
        const next = await at.deps.payments.batch(id);
        if (next?.revision === batch.revision) break;
        batch = next;
      }
    }
    await startBatch(at.deps, { payOn, bank, by }, now);
  }
  await expectRight(world);
  expect(at.claims().map(({ state, paid }) => [state, paid])).toEqual(at.claims().map(() => ['PAID', 1]));
  expect(statementsOf(at).toSorted()).toEqual(
    at
      .claims()
      .map(({ claim }) => claim.id)
      .toSorted(),
  );
  const owed = sumsOf(at.claims().map(({ claim }) => claim));
  expect((await seeTaxMonth(at.deps, '2027-04')).total).toMatchObject(owed);
}

/** Batches, failures, returns, stops in the middle, and two at once. */
export function paymentsModel(runs: number): void {
  it(`whatever happens in whatever order, at once and cut off, nobody is paid twice, nothing is lost and sums are equal (${runs} runs)`, async () => {
    const seed = testSeed();
    console.log(`payments: seed ${seed}`);
    const states = new Map<string, number>();
    const at = openPayments();
    await fc.assert(
      fc.asyncProperty(plan, fc.nat(7), async (steps, end) => {
        vi.spyOn(Math, 'random').mockReturnValue(0);
        at.clear();
        const world: World = { at, claims: 0, accounts: 0, files: new Map(), results: new Map(), known: new Map() };
        for (const lecturer of lecturers) await newAccount(world, lecturer);
        for (const lecturer of [0, 1]) await perform(world, { do: 'approve', lecturer, won: 99_990 });
        for (const { acts, stop } of steps) {
          world.at.stopAfter(stop ?? Number.POSITIVE_INFINITY);
          await Promise.all(
            acts.map((one) =>
              perform(world, one).catch((error: unknown) => {
                if (!String(error).includes('stopped')) throw error;
              }),
            ),
          );
          world.at.stopAfter(Number.POSITIVE_INFINITY);
          await expectRight(world);
        }
        for (const { state } of await world.at.deps.payments.batches()) states.set(state, (states.get(state) ?? 0) + 1);
        if (end === 0) await finish(world);
      }),
      { seed, numRuns: runs },
    );
    vi.restoreAllMocks();
    console.log(`payments: batches ended as ${JSON.stringify(Object.fromEntries(states))}`);
    expect([...states.keys()].toSorted()).toEqual(
      ['DISSOLVED', 'DISSOLVING', 'FROZEN', 'GATHERING', 'MADE', 'SETTLED', 'SETTLING'].toSorted(),
    );
  });
}
