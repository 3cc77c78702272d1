import { StopExecutionCommand } from '@aws-sdk/client-sfn';
import { beforeAll, describe, expect, it } from 'vitest';
import { dissolveBatch } from '../../functions/payments/dissolve-batch.ts';
import { startBatch } from '../../functions/payments/start-batch.ts';
import { seoulDateOf } from '../../functions/shared/time.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { eventually } from '../support/eventually.ts';
import {
  approvedClaim,
  payerAtDesk,
  resultFields,
  takeFile,
  uploadResult,
} from '../support/payments/approved-claim.ts';
import { putBankProfile } from '../support/payments/put-bank-profile.ts';
import { resultOf } from '../support/payments/results.ts';
import { untilAsked, untilBatch } from '../support/payments/until-batch.ts';
import { faultsOf } from '../support/step-faults.ts';
import type { Visitor } from '../support/visitor.ts';

const machine = 'payment-run';
const bank = 'example-csv';

let at: TestCloud;
let payer: Visitor;
beforeAll(async () => {
  at = await testCloud();
  await putBankProfile(at, bank, at.now());
  payer = await payerAtDesk(at, 'payer-of-runs');
});

const { ended, strike, failures, redrive } = faultsOf(machine, () => at);

/** Every step that pays, by what its commit says. */
const commits = [
  { state: 'Gather the approved claims', says: 'ClaimsTaken' },
  { state: 'Freeze the batch', says: 'BatchFrozen' },
  { state: 'Ask finance for the bank’s file', says: '"payment-file"' },
  { state: 'Ask for the bank’s result', says: '"payment-result"' },
  { state: 'Settle the claims', says: 'ClaimsSettled' },
] as const;
const strikeAt = (says: string, times: number) =>
  strike('payments-tasks', 'TransactWriteItems', (body) => body.includes(says), times);

const begun = async (claim: string): Promise<string> => {
  const given = { payOn: seoulDateOf(at.now()), bank, only: [claim], by: 'operator:test' };
  const started = await startBatch(at, given, at.now());
  if (started.kind !== 'started') throw new Error(started.kind);
  return started.batch.id;
};
const upload = async (id: string) => {
  const { frozen } = (await at.payments.batch(id)) ?? {};
  const transfers = await at.payments.transfersOf(id, frozen?.hash ?? '', frozen?.totals.transfers ?? 0);
  const fields = resultFields(seoulDateOf(at.now()));
  return uploadResult(at, payer, id, fields, resultOf(transfers, new Set()));
};
const giveUp = (id: string) =>
  dissolveBatch(at, { id, acting: { person: 'nobody-else' }, by: 'operator:test', reason: 'test' }, at.now());

describe('a batch of payments', () => {
  it('is gathered, frozen, made into a file and settled, though each step fails once and a run is stopped between', async () => {
    const faults = commits.map(({ says }) => strikeAt(says, 1));
    const { id: claim } = await approvedClaim(at);
    const id = await begun(claim);
    await untilAsked(at, id, 'payment-file');
    const first = await (await takeFile(at, payer, id)).text();
    expect(first).toContain('0012-34-567890');
    await untilAsked(at, id, 'payment-result');
    expect(await failures(id)).toBe(commits.length - 1);
    await at.sfn.send(new StopExecutionCommand({ executionArn: at.executionArn(id, machine) }));
    await at.reconcile();
    await eventually(`a second run of ${id}`, async () => (await at.runStatus(`${id}_2`, machine)) === 'RUNNING');
    await redrive(id);
    await ended(`${id}_2`, 'SUCCEEDED');
    expect((await at.statesOf(`${id}_2`, machine)).at(-1)).toBe('Another run has taken over');
    expect(await (await takeFile(at, payer, id)).text()).toBe(first);
    expect((await upload(id)).status).toBe(303);
    await untilBatch(at, id, 'SETTLED');
    await ended(`${id}_3`, 'SUCCEEDED');
    for (const remove of faults) remove();
    expect((await at.statesOf(`${id}_3`, machine)).at(-1)).toBe('Settled');
    expect(await at.claims.get(claim)).toMatchObject({ state: 'PAID', batch: id });
  });

  it('is marked as stuck by whichever step fails for good, goes on when it is redriven, and blocks no other', async () => {
    at.gateLog.expectFaults();
    const { id: claim } = await approvedClaim(at);
    const marking = strikeAt('RunStuck', 1);
    let remove = strikeAt(commits[0].says, 7);
    const id = await begun(claim);
    let run = 1;
    const name = (): string => (run === 1 ? id : `${id}_${run}`);
    const stuckAt = async (state: string): Promise<void> => {
      await ended(name(), 'FAILED');
      remove();
      expect((await at.payments.batch(id))?.stuck).toMatchObject({ state, tries: 7 });
    };
    const again = async (): Promise<void> => {
      await redrive(id);
      run += 1;
    };
    await stuckAt(commits[0].state);
    marking();
    for (const { state, says } of commits.slice(1, 4)) {
      remove = strikeAt(says, 7);
      await again();
      if (says === '"payment-result"') {
        await untilAsked(at, id, 'payment-file');
        await takeFile(at, payer, id);
      }
      await stuckAt(state);
    }
    remove = strikeAt('ClaimsSettled', 7);
    await again();
    await untilAsked(at, id, 'payment-result');
    await upload(id);
    await stuckAt('Settle the claims');

    const { id: other } = await approvedClaim(at);
    const next = await begun(other);
    await untilAsked(at, next, 'payment-file');
    const back = strikeAt('ClaimsGivenBack', 7);
    expect((await giveUp(next)).kind).toBe('dissolving');
    await ended(next, 'FAILED');
    back();
    await redrive(next);
    await untilBatch(at, next, 'DISSOLVED');
    await ended(`${next}_2`, 'SUCCEEDED');
    expect((await at.statesOf(`${next}_2`, machine)).at(-1)).toBe('Given up');
    expect((await at.claims.get(other))?.state).toBe('APPROVED');

    await again();
    await untilBatch(at, id, 'SETTLED');
    await ended(name(), 'SUCCEEDED');
    expect((await at.claims.get(claim))?.state).toBe('PAID');
  });
});
