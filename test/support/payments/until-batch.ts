import type { Batch, BatchState } from '../../../functions/payments/batch.ts';
import { openRequestOf, type PaymentRequestKind } from '../../../functions/payments/requests.ts';
import type { PersonRequest } from '../../../functions/requests/request.ts';
import type { Academy } from '../academy.ts';
import { mailsTo } from '../applicants.ts';
import { eventually } from '../eventually.ts';

/** Waits until the run of a batch has brought it to a state. */
export const untilBatch = (at: Academy, id: string, state: BatchState): Promise<Batch> =>
  eventually(`${id} is ${state}`, async () => {
    const batch = await at.payments.batch(id);
    return batch?.state === state ? batch : undefined;
  });

/** Waits until somebody of finance is asked about a batch. */
export const untilAsked = (at: Academy, id: string, kind: PaymentRequestKind): Promise<PersonRequest> =>
  eventually(`${kind} is asked about ${id}`, async () => {
    const request = await openRequestOf(at, { id });
    return request?.kind === kind ? request : undefined;
  });

/** The link of what is asked about a batch, as whoever has it was mailed. */
export const paymentLink = (at: Academy, id: string): Promise<string> =>
  eventually(`the link of what is asked about ${id}`, async () => {
    const request = await openRequestOf(at, { id });
    if (!request) return undefined;
    const holder = await at.people.get(request.assignee.person ?? '');
    const path = new RegExp(`/r/payments/${request.id}/[\\w-]{43}`, 'u');
    return (await mailsTo(at, holder?.email ?? ''))
      .map(({ text }) => path.exec(text)?.[0])
      .findLast((found) => found !== undefined);
  });
