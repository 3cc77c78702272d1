import { monthAfter } from '../claim-rules/pay-day.ts';
import { settingsOn } from '../claims/wage-rules.ts';
import type { RulesTable } from '../rule-files/rules-table.ts';
import { startOf } from '../runs/run.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import {
  businessDayFrom,
  businessDaysAfter,
  type Instant,
  type LocalDate,
  localDateSchema,
  seoulDateOf,
} from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { type Batch, batchInRun, changedBatch } from './batch.ts';
import type { Dependencies } from './dependencies.ts';
import { type StartBatchOutcome, startBatch } from './start-batch.ts';

const by = 'system:clock';

/** The next pay day: today's month's, or the next month's if that is over. */
export function nextPayDay(payDay: number, today: LocalDate): LocalDate {
  const month = today.slice(0, 7);
  const dayIn = (of: string): LocalDate =>
    businessDayFrom(localDateSchema.parse(`${of}-${String(payDay).padStart(2, '0')}`));
  const day = dayIn(month);
  return day >= today ? day : dayIn(monthAfter(month));
}

export type MonthlyOutcome =
  | StartBatchOutcome
  /** No profile in force says that its bank pays each month. */
  | { readonly kind: 'no-bank' }
  | { readonly kind: 'not-yet'; readonly payOn: LocalDate }
  /** The clock has begun the batch of this pay day before, whatever became of it: what is left is an operator's. */
  | { readonly kind: 'begun'; readonly batch: string };

/** Begins the batch of the month, so many business days before pay day as the profile of the bank says; once. */
export async function beginMonthly(
  deps: Pick<Dependencies, 'payments' | 'claimsToPay' | 'bankProfiles' | 'commit'> & {
    readonly rules: Pick<RulesTable, 'inForce'>;
  },
  now: Instant,
): Promise<MonthlyOutcome> {
  const profile = (await deps.bankProfiles.monthly(now))?.profile;
  if (!profile?.monthly) return { kind: 'no-bank' };
  const today = seoulDateOf(now);
  const payOn = nextPayDay((await settingsOn(deps, now)).payDay, today);
  if (businessDaysAfter(today, payOn) > profile.monthly.daysBefore) return { kind: 'not-yet', payOn };
  const begun = (await deps.payments.batches()).find((one) => one.payOn === payOn && one.startedBy === by);
  if (begun) return { kind: 'begun', batch: begun.id };
  return startBatch(deps, { payOn, bank: profile.id, by }, now);
}

/**
 * Gives a run to each batch that was made before batches had runs and is not at its end: it goes on from where it is.
 * @returns their ids
 */
export async function giveRuns(
  { payments, commit }: Pick<Dependencies, 'payments' | 'commit'>,
  now: Instant,
): Promise<string[]> {
  const given: string[] = [];
  const without = (batch: Batch | undefined): batch is Batch =>
    batch !== undefined && batch.run === 0 && batchInRun(batch);
  for (const { id } of (await payments.batches()).filter(without)) {
    const isGiven = await decideAgainOnConflict(async () => {
      const was = await payments.batch(id);
      if (!without(was)) return false;
      const data = { machine: 'payment-run', run: id };
      await commit({
        changes: [payments.save(changedBatch(was, now, { run: 1 }), was)],
        events: [{ subject: id, type: 'RunStartedAgain', by, at: now, data }],
        outbox: [startOf('payment-run', id, 1)],
      });
      return true;
    }, tries.contested);
    if (isGiven) given.push(id);
  }
  return given;
}
