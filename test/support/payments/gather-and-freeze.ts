import type { Dependencies } from '../../../functions/payments/dependencies.ts';
import type { FreezeOutcome } from '../../../functions/payments/freeze-batch.ts';
import { gatherClaims } from '../../../functions/payments/gather-claims.ts';
import { presentBatch } from '../../../functions/payments/payments-table.ts';
import { canBeWritten, freezeOrGiveUp } from '../../../functions/payments/run-steps.ts';
import { giveBackBatch, settleBatch } from '../../../functions/payments/settle-batch.ts';
import { Conflict } from '../../../functions/shared/errors.ts';
import type { Instant } from '../../../functions/shared/time.ts';

type Reach = Pick<Dependencies, 'payments' | 'claimsToPay' | 'payeesToPay' | 'people' | 'requests' | 'commit'>;

/** What the run of a batch does until it asks finance; beside the run itself, if there is one: it is done once. */
export async function gatherAndFreeze(deps: Reach, id: string, now: Instant): Promise<FreezeOutcome> {
  const { profile } = await deps.payments.profileOf(id);
  const { payOn } = await presentBatch(deps, id);
  for (;;) {
    try {
      await gatherClaims(deps, id, { by: 'system:payments', canBeWritten: canBeWritten(profile, payOn) }, now);
      const frozen = await freezeOrGiveUp(deps, id, now);
      await giveBackBatch(deps, id, now);
      return frozen;
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  }
}

/** What the runs of all batches do until each waits for somebody, or ends. */
export async function playRuns(deps: Reach, now: Instant): Promise<void> {
  for (const { id, state } of await deps.payments.batches()) {
    if (state === 'GATHERING') await gatherAndFreeze(deps, id, now);
    if (state === 'SETTLING') await settleBatch(deps, id, now);
    if (state === 'DISSOLVING') await giveBackBatch(deps, id, now);
  }
}
