import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { kinds } from '../../../functions/app/kinds.ts';
import { entrySchema } from '../../../functions/outbox/entry.ts';
import { batchInRun } from '../../../functions/payments/batch.ts';
import { batchRuns } from '../../../functions/payments/ports.ts';
import { openRequestOf, type PaymentRequestKind } from '../../../functions/payments/requests.ts';
import { paymentInterests } from '../../../functions/payments/separation.ts';
import { paymentsDoer } from '../../../functions/payments/steps.ts';
import { resumeHandler } from '../../../functions/requests/resume-handler.ts';
import { redrive } from '../../../functions/runs/redrive.ts';
import type { Instant } from '../../../functions/shared/time.ts';
import { root } from '../../../local/paths.ts';
import { memorySfn } from '../memory/memory-clients.ts';
import { memoryTables } from '../memory/memory-database.ts';
import { memoryRuns, type StepInput } from '../memory/memory-runs.ts';
import type { OpenPayments } from './open-payments.ts';

const definition: unknown = JSON.parse(readFileSync(join(root, 'workflows/payment-run/definition.asl.json'), 'utf8'));

/** Runs of payment-run on payments in memory, by the rendered definition; what they leave in the outbox leaves here. */
export function openRuns(at: OpenPayments, now: () => Instant) {
  const { requests, people } = at.wired;
  const deps = { ...at.wired, ...at.deps, requests, people, kinds, interestsIn: paymentInterests(at.deps) };
  const step = (input: StepInput) => paymentsDoer.perform(deps, input, now());
  const runs = memoryRuns(definition, step);
  const failed: string[] = [];
  const { resume } = resumeHandler({
    sfn: memorySfn({ start: () => undefined, resume: runs.resume }),
    requests: at.wired.requests,
  });
  const left = new Set<string>();

  /** What the dispatcher does with the entries of runs. */
  const deliver = async (): Promise<void> => {
    for (const entry of at.plain(memoryTables.OUTBOX_TABLE)) {
      const { id, errand } = entrySchema.parse(entry);
      if (left.has(id)) continue;
      left.add(id);
      if (errand.kind === 'start') {
        void runs.start(errand.name, errand.reference).catch((error: unknown) => failed.push(String(error)));
      }
      if (errand.kind === 'resume') await resume(errand);
    }
  };

  return {
    deps,
    step,
    failed,
    deliver,
    stop: runs.stop,
    again: (id: string) => redrive(at.deps.commit, batchRuns(at.deps), id, 'operator:test', now()),
    /** Lets the runs go on until somebody is asked about a batch, or nothing more is to be done. */
    until: async (id: string, asked?: PaymentRequestKind): Promise<void> => {
      for (let tries = 0; tries < 2000; tries += 1) {
        await deliver();
        const [batch, request] = await Promise.all([at.deps.payments.batch(id), openRequestOf(at.wired, { id })]);
        if (batch && (asked ? request?.kind === asked : !batchInRun(batch))) return;
        if (failed.length > 0) throw new Error(failed.join());
        await sleep(2);
      }
      throw new Error(`${id} does not come to ${asked ?? 'its end'}`);
    },
  };
}
