import { joinedParts, type Parts } from '../shared/database/commit.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { type BatchMove, type BatchState, changedBatch } from './batch.ts';
import type { Dependencies } from './dependencies.ts';
import { readFrozen } from './frozen-batch.ts';
import { presentBatch } from './payments-table.ts';
import { refKey, type TakenClaim, type Transfer } from './transfer.ts';

type Reach = Pick<Dependencies, 'payments' | 'claimsToPay' | 'payeesToPay' | 'commit'>;

/** Whether all claims are told, or so many pages of them as were wanted. */
type Told = 'done' | 'more';

/**
 * Tells the claims of a batch what became of them, a page at a time and each page once: paid, of which the lecturer is
 * mailed the statement, or given back for the next batch, and whose account was returned is asked for another. Begun
 * again, it goes on where it was.
 */
export async function settleBatch(deps: Reach, id: string, now: Instant, most?: number): Promise<Told> {
  const batch = await presentBatch(deps, id);
  const { result } = batch;
  if (!result || batch.state !== 'SETTLING') return 'done';
  const frozen = await readFrozen(deps, batch);
  const rows = await deps.payments.returnedOf(id, result.hash, result.returned.transfers);
  const back = frozen.transfers.filter(({ row }) => rows.some((returned) => returned.row === row));
  const told = new Map(back.flatMap((transfer) => transfer.claims.map((claim) => [claim, transfer] as const)));
  const asks = firstOfEachAccount(frozen.claims, told);
  const settled = { batch: id, paidOn: result.paidOn };
  return tellPages(deps, id, 'SETTLING', now, {
    most,
    parts: async (claims) => {
      const paid = claims.filter((claim) => !told.has(claim.id));
      return joinedParts([
        paidToParts(
          deps,
          paid.filter(({ net }) => net > 0),
        ),
        statementParts(paid),
        ...(await Promise.all([
          deps.claimsToPay.markPaid(idsOf(paid), settled, now),
          deps.claimsToPay.giveBack(
            idsOf(claims.filter((claim) => told.has(claim.id))),
            { batch: id, why: 'returned' },
            now,
          ),
          ...claims
            .filter((claim) => asks.has(claim.id))
            .map(({ account }) => deps.payeesToPay.askAgain(account, id, now)),
        ])),
      ]);
    },
    event: 'ClaimsSettled',
    last: { move: 'settle', event: 'BatchSettled' },
  });
}

/**
 * Gives the claims of a batch back that is not to be paid, a page at a time. Begun again, it goes on where it was.
 */
export async function giveBackBatch(deps: Reach, id: string, now: Instant, most?: number): Promise<Told> {
  const given = { batch: id, why: 'dissolved' } as const;
  return tellPages(deps, id, 'DISSOLVING', now, {
    most,
    parts: (claims) => deps.claimsToPay.giveBack(idsOf(claims), given, now),
    event: 'ClaimsGivenBack',
    last: { move: 'give back', event: 'BatchGivenBack' },
  });
}

/** Where each lecturer was paid, for the next time. */
const paidToParts = ({ payments }: Reach, claims: readonly TakenClaim[]): Parts => {
  const refs = new Map(claims.map(({ account }) => [account.lecturer, account]));
  return { changes: [...refs.values()].map(payments.putPaidTo), events: [], outbox: [] };
};

/** The mail with the statement, to everybody who is paid, or whose claim came to nothing. */
const statementParts = (claims: readonly TakenClaim[]): Parts => ({
  changes: [],
  events: [],
  outbox: claims.map(({ id, lecturer }) => ({
    kind: 'mail',
    template: 'wage-statement',
    to: { lecturer },
    ids: { claim: id },
  })),
});

const idsOf = (claims: readonly TakenClaim[]): string[] => claims.map(({ id }) => id);

/** The first claim of each account that was returned: its lecturer is asked with it, and not again with the others. */
function firstOfEachAccount(claims: readonly TakenClaim[], told: ReadonlyMap<string, Transfer>): ReadonlySet<string> {
  const seen = new Set<string>();
  const first = claims.filter(({ id, account }) => {
    if (!told.has(id) || seen.has(refKey(account))) return false;
    seen.add(refKey(account));
    return true;
  });
  return new Set(idsOf(first));
}

interface Telling {
  /** Pages after which it stops; all, if nothing is said. */
  readonly most: number | undefined;
  readonly parts: (claims: readonly TakenClaim[]) => Promise<Parts>;
  readonly event: 'ClaimsSettled' | 'ClaimsGivenBack';
  readonly last: { readonly move: BatchMove; readonly event: 'BatchSettled' | 'BatchGivenBack' };
}

/** One page after the other, each with the batch's own count of them in the same transaction. */
async function tellPages(deps: Reach, id: string, state: BatchState, now: Instant, telling: Telling): Promise<Told> {
  let pages = 0;
  for (let more = true; more; pages += 1) {
    if (telling.most !== undefined && pages >= telling.most) return 'more';
    more = await decideAgainOnConflict(async () => {
      const was = await presentBatch(deps, id);
      if (was.state !== state) return false;
      const by = 'system:payments';
      if (was.done === was.pages) {
        const next = changedBatch(was, now, {}, telling.last.move);
        const event = { subject: id, type: telling.last.event, by, at: now };
        await deps.commit({ changes: [deps.payments.save(next, was)], events: [event] });
        return false;
      }
      const page = was.done + 1;
      const claims = await deps.payments.claimsOn(id, page);
      const parts = await telling.parts(claims);
      const next = changedBatch(was, now, { done: page });
      await deps.commit({
        changes: [deps.payments.save(next, was), deps.payments.markTold(id, page, claims), ...parts.changes],
        events: [{ subject: id, type: telling.event, by, at: now, data: { page } }, ...parts.events],
        outbox: parts.outbox,
      });
      return true;
    }, tries.contested);
  }
  return 'done';
}
