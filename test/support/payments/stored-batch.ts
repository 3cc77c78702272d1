import { type Batch, newBatch } from '../../../functions/payments/batch.ts';
import { frozenHash, totalsOf } from '../../../functions/payments/frozen-batch.ts';
import { type TakenClaim, transfersOf } from '../../../functions/payments/transfer.ts';
import { localDateSchema } from '../../../functions/shared/time.ts';
import type { Academy } from '../academy.ts';
import { claimOf } from './open-payments.ts';
import { profileOf } from './profiles.ts';

let stored = 0;

/** A frozen batch of claims that are nowhere else, whose file was made: to look at. */
export async function storedBatch(at: Academy): Promise<Batch> {
  stored += 1;
  const now = at.now();
  const [id, profile] = [
    `pay-27${String((stored % 12) + 1).padStart(2, '0')}-${(stored % 99) + 1}`,
    profileOf('example-csv'),
  ];
  const account = { lecturer: 'kim-haon', version: 1 };
  const claims: TakenClaim[] = ['W-2703-7K3Q-9MX4', 'W-2703-8K3Q-9MX2'].map((claim) => ({
    ...claimOf(claim),
    account,
  }));
  const payOn = localDateSchema.parse('2027-04-20');
  const was = newBatch({ id, month: '2027-04', payOn, profile: profile.id, startedBy: 'operator:test' }, now);
  const transfers = transfersOf(id, claims, new Map());
  const hash = frozenHash(was, claims, transfers, {});
  const frozen = { hash, totals: totalsOf(claims, transfers), at: now };
  const file = { hash, by: 'operator:test', at: now };
  const batch: Batch = { ...was, state: 'MADE', pages: 1, approvers: ['kim-minji'], frozen, file };
  await at.commit({
    changes: [
      at.payments.save(batch),
      at.payments.keepProfile(id, profile),
      at.payments.putClaims(id, 1, claims),
      ...at.payments.putTransfers(id, hash, transfers),
    ],
    events: [{ subject: id, type: 'BatchFrozen', by: 'operator:test', at: now }],
  });
  return batch;
}
