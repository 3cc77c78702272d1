import { askForResult } from '../../../functions/payments/ask-steps.ts';
import { confirmResult } from '../../../functions/payments/confirm-result.ts';
import { dissolveBatch } from '../../../functions/payments/dissolve-batch.ts';
import { readFrozen } from '../../../functions/payments/frozen-batch.ts';
import { requestWords } from '../../../functions/payments/pages/batch-request-words.ts';
import { paymentsPaths } from '../../../functions/payments/pages/payments-paths.ts';
import { paymentsWords } from '../../../functions/payments/pages/payments-words.ts';
import { paymentsKinds } from '../../../functions/payments/request-kinds.ts';
import { addMinutes, seoulDateOf } from '../../../functions/shared/time.ts';
import type { Academy } from '../academy.ts';
import { finance, manager } from '../claims/claims.ts';
import { deskOf } from '../desk/sign-in.ts';
import type { Typing, Visit } from '../pages/visits.ts';
import { provingAt, putProof } from '../second-factor/proved.ts';
import { resultOf } from './results.ts';
import { storedBatch } from './stored-batch.ts';
import { paymentLink } from './until-batch.ts';

/** A batch of whose result finance is asked, and the link that they were mailed. */
async function askedResult(at: Academy): Promise<{ readonly batch: string; readonly path: string }> {
  const { id } = await storedBatch(at);
  await askForResult(at, { reference: id, run: id, token: `of the visits of ${id}` }, at.now());
  return { batch: id, path: await paymentLink(at, id) };
}

/** What officers of finance come to at their desks: batches, one whose file was made, and the tax month. */
export async function paymentsVisits(at: Academy, typed: Typing): Promise<readonly Visit[]> {
  const { id } = await storedBatch(at);
  const [by, other] = [await deskOf(at, finance, typed.lang), await deskOf(at, manager, typed.lang)];
  const proved = await storedBatch(at);
  const [, address = ''] =
    /href="(\/desk\/prove\/[^"]+)"/u.exec((await by.get(paymentsPaths.batch(proved.id))).html) ?? [];
  const proving = provingAt(address);
  // Good for as long as the page is looked at.
  if (proving) await putProof(at, proving.decision, addMinutes(at.now(), 6 * 60));
  const [asked, ended] = [await askedResult(at), await askedResult(at)];
  const given = { id: ended.batch, acting: { person: 'nobody-else' }, by: 'operator:test', reason: 'made up' };
  await dissolveBatch(at, given, at.now());
  const settled = await storedBatch(at);
  const { transfers } = await readFrozen(at, settled);
  const said = { bytes: resultOf(transfers, new Set([1])), paidOn: seoulDateOf(at.now()) };
  const confirmed = await confirmResult(
    at,
    { id: settled.id, acting: { person: 'nobody-else' }, by: 'operator:test', ...said },
    at.now(),
  );
  if (confirmed.kind !== 'confirmed') throw new Error(confirmed.kind);
  const late = { 'paidOn.year': '2026', 'paidOn.month': '13', 'paidOn.day': '1' };
  const { title, batch, noRole, noBatch } = paymentsWords;
  return [
    { name: 'payments', path: paymentsPaths.list, by, status: 200, heading: title },
    { name: 'payments-batch', path: paymentsPaths.batch(id), by, status: 200, heading: batch },
    { name: 'payments-batch-settled', path: paymentsPaths.batch(settled.id), by, status: 200, heading: batch },
    { name: 'payments-batch-proved', path: paymentsPaths.batch(proved.id), by, status: 200, heading: batch },
    {
      name: 'payments-batch-errors',
      path: paymentsPaths.result(proved.id),
      by,
      post: late,
      status: 422,
      heading: batch,
    },
    { name: 'payment-result', path: asked.path, status: 200, heading: paymentsKinds['payment-result'].title },
    { name: 'payment-result-ended', path: ended.path, status: 200, heading: requestWords.givenUp },
    { name: 'payments-unknown', path: paymentsPaths.batch('pay-9912-9'), by, status: 404, heading: noBatch },
    { name: 'payments-no-role', path: paymentsPaths.list, by: other, status: 403, heading: noRole },
  ];
}
