import type { Dependencies as All } from '../../../functions/app/dependencies.ts';
import { confirmResult } from '../../../functions/payments/confirm-result.ts';
import type { Dependencies } from '../../../functions/payments/dependencies.ts';
import { readFrozen } from '../../../functions/payments/frozen-batch.ts';
import { makeBankFile } from '../../../functions/payments/make-bank-file.ts';
import { presentBatch } from '../../../functions/payments/payments-table.ts';
import { settleBatch } from '../../../functions/payments/settle-batch.ts';
import { startBatch } from '../../../functions/payments/start-batch.ts';
import { type Instant, seoulDateOf } from '../../../functions/shared/time.ts';
import { gatherAndFreeze } from './gather-and-freeze.ts';
import { putBankProfile } from './put-bank-profile.ts';
import { resultOf } from './results.ts';

type Reach = Pick<
  Dependencies,
  'payments' | 'claimsToPay' | 'payeesToPay' | 'bankProfiles' | 'people' | 'requests' | 'commit'
> &
  Pick<All, 'rules'>;

const bank = 'example-csv';
const by = 'person:payer-other';
const acting = { person: 'payer-other' };

/** A batch of these claims whose file was made; what the bank says of it is told by `confirm`, as often as one likes. */
export async function madeBatch(deps: Reach, only: readonly string[], now: Instant) {
  const payOn = seoulDateOf(now);
  await putBankProfile(deps, bank, now);
  const started = await startBatch(deps, { payOn, bank, only: [...only], by }, now);
  if (started.kind !== 'started') throw new Error(started.kind);
  const { id } = started.batch;
  await gatherAndFreeze(deps, id, now);
  const made = await makeBankFile(deps, { id, acting, by }, now);
  if (made.kind !== 'made') throw new Error(made.kind);
  const { transfers } = await readFrozen(deps, await presentBatch(deps, id));
  return {
    id,
    file: made.file.bytes,
    confirm: async (returned: readonly number[] = [], bytes = resultOf(transfers, new Set(returned))) => {
      const outcome = await confirmResult(deps, { id, bytes, paidOn: payOn, acting, by }, now);
      await settleBatch(deps, id, now);
      return outcome.kind;
    },
  };
}
