import { type Batch, changedBatch } from '../../../functions/payments/batch.ts';
import type { PersonRequest } from '../../../functions/requests/request.ts';
import type { Instant, LocalDate } from '../../../functions/shared/time.ts';
import { askDue, filedOf, taxDueKey } from '../../../functions/tax-month/ask-due.ts';
import type { Academy } from '../academy.ts';
import { mailsTo } from '../applicants.ts';
import { eventually } from '../eventually.ts';
import { storedBatch } from '../payments/stored-batch.ts';

const nothing = { claims: 0, transfers: 0, gross: 0, incomeTax: 0, localTax: 0, net: 0 };

/** A batch of claims that are nowhere else, which the bank has paid on a day. */
export async function paidBatch(at: Academy, paidOn: LocalDate): Promise<Batch> {
  const made = await storedBatch(at);
  const now = at.now();
  const totals = made.frozen?.totals ?? nothing;
  const result = {
    hash: made.frozen?.hash ?? '',
    paidOn,
    by: 'operator:test',
    at: now,
    paid: totals,
    returned: nothing,
  };
  const settling = changedBatch(made, now, { result }, 'confirm');
  const event = (type: 'TransferConfirmed' | 'BatchSettled') =>
    ({ subject: made.id, type, by: 'operator:test', at: now }) as const;
  await at.commit({ changes: [at.payments.save(settling, made)], events: [event('TransferConfirmed')] });
  const was = (await at.payments.batch(made.id)) ?? settling;
  const settled = changedBatch(was, now, {}, 'settle');
  await at.commit({ changes: [at.payments.save(settled, was)], events: [event('BatchSettled')] });
  return settled;
}

/** What finance is asked of a month by one of its due dates, once the clock has looked. */
export async function askedDue(
  at: Academy,
  { month, due }: { readonly month: string; readonly due: string },
  now: Instant,
): Promise<PersonRequest> {
  await askDue(at, now);
  const number = filedOf(await at.filings.ofMonth(month), due).length + 1;
  const request = await at.requests.byAskKey(taxDueKey(month, due, number));
  if (!request) throw new Error(`nobody is asked for ${due} of ${month}`);
  return request;
}

/** The link of a request about a tax month, as whoever has it was mailed. */
export const dueLink = (at: Academy, request: PersonRequest): Promise<string> =>
  eventually(`the link of ${request.subject}`, async () => {
    const holder = await at.people.get(request.assignee.person ?? '');
    const path = new RegExp(`/r/tax-month/${request.id}/[\\w-]{43}`, 'u');
    return (await mailsTo(at, holder?.email ?? ''))
      .map(({ text }) => path.exec(text)?.[0])
      .findLast((found) => found !== undefined);
  });
