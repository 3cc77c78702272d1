import type { OutboxDraft } from '../outbox/entry.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import { addMinutes, type Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { type Batch, type BatchState, changedBatch } from './batch.ts';
import type { Dependencies } from './dependencies.ts';
import { noticesOf } from './notices.ts';
import { giveBackBatch, settleBatch } from './settle-batch.ts';

/** For so long a batch is left to whoever has begun it: the page that does ends within half a minute. */
const graceMinutes = 5;
/** Without any progress for so long, operators are told. */
const standsAfterMinutes = 60;

/** States in which nobody is waited for. Whoever gathers has confirmed what they saw: the clock takes no more claims. */
const underWay: readonly BatchState[] = ['GATHERING', 'SETTLING', 'DISSOLVING'];

export interface GoOnReport {
  /** Batches whose claims are all told by now. */
  done: number;
  /** Of which operators were told that they stand. */
  told: number;
  /** Those that could not be gone on with; the others were. */
  failed: { batch: string; error: string }[];
}

type Reach = Pick<Dependencies, 'payments' | 'claimsToPay' | 'payeesToPay' | 'people' | 'commit'> & {
  /** Told of each fault that kept a batch from going on. */
  readonly faulted?: (fault: unknown, batch: string) => void;
};

/**
 * Goes on with batches whose settling or giving back was cut off, and tells operators, once, of each that stands still.
 */
export async function goOnWithBatches(deps: Reach, now: Instant): Promise<GoOnReport> {
  const report: GoOnReport = { done: 0, told: 0, failed: [] };
  const all = await deps.payments.batches();
  for (const { id, state, changedAt } of all.filter((one) => underWay.includes(one.state))) {
    try {
      const isLeft = state !== 'GATHERING' && changedAt <= addMinutes(now, -graceMinutes);
      if (isLeft && (await goOn(deps, id, state, now))) report.done += 1;
    } catch (error) {
      deps.faulted?.(error, id);
      report.failed.push({ batch: id, error: error instanceof Error ? error.name : 'unknown' });
    }
    if (await decideAgainOnConflict(() => tellStanding(deps, id, now), tries.contested)) report.told += 1;
  }
  return report;
}

async function goOn(deps: Reach, id: string, state: BatchState, now: Instant): Promise<boolean> {
  await (state === 'SETTLING' ? settleBatch(deps, id, now) : giveBackBatch(deps, id, now));
  const batch = await deps.payments.batch(id);
  return batch !== undefined && !underWay.includes(batch.state);
}

/** A batch that nothing has changed since operators were told is not told again. */
const stands = ({ state, changedAt, toldStanding }: Batch, now: Instant): boolean =>
  underWay.includes(state) && changedAt !== toldStanding && changedAt <= addMinutes(now, -standsAfterMinutes);

async function tellStanding(deps: Reach, id: string, now: Instant): Promise<boolean> {
  const was = await deps.payments.batch(id);
  if (!was || !stands(was, now)) return false;
  const { state, done, pages, changedAt: since } = was;
  const outbox: OutboxDraft[] = await noticesOf(deps, 'batch-stands', id, `${state} ${done}/${pages}`);
  await deps.commit({
    changes: [deps.payments.save(changedBatch(was, now, { toldStanding: now }), was)],
    events: [{ subject: id, type: 'BatchStands', by: 'system:clock', at: now, data: { state, done, pages, since } }],
    outbox,
  });
  return true;
}
