import { bankProfileKind } from '../bank-files/bank-profile-kind.ts';
import type { DeskLink } from '../desk/desk.ts';
import { financeOfficer } from '../lecturers/lecturer.ts';
import { type Runs, type RunsBrought, runsOf } from '../runs/run.ts';
import { batchInRun, changedBatch } from './batch.ts';
import type { Dependencies } from './dependencies.ts';
import { paymentsNotices } from './notices.ts';
import { paymentsPaths } from './pages/payments-paths.ts';
import { paymentInterests } from './separation.ts';

/** What the runs of payment-run are about. */
export const batchRuns = ({ payments }: Pick<Dependencies, 'payments'>): Runs =>
  runsOf({
    machine: 'payment-run',
    get: payments.batch,
    inRun: batchInRun,
    needing: payments.needing,
    save: (was, change, now) => payments.save(changedBatch(was, now, change), was),
  });

/** What officers of finance have at their desks beside their requests. */
export const paymentsPorts = {
  deskLinks: [
    { href: paymentsPaths.list, label: { ko: '강사료 지급', en: 'Payments' }, roles: [financeOfficer] },
  ] satisfies readonly DeskLink[],
  ruleKinds: [bankProfileKind],
  notices: paymentsNotices,
  interestsIn: paymentInterests,
  runs: { 'payment-run': batchRuns } satisfies RunsBrought<'payments', Dependencies>,
} as const;
