import type { Batch, BatchState } from '../../../functions/payments/batch.ts';
import { openRequestOf, type PaymentRequestKind } from '../../../functions/payments/requests.ts';
import type { PersonRequest } from '../../../functions/requests/request.ts';
import type { Academy } from '../academy.ts';
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
