import { Conflict, decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { type Batch, changedBatch } from './batch.ts';
import type { Dependencies } from './dependencies.ts';
import { inPages, presentBatch } from './payments-table.ts';
import { type LeftOut, type Proposal, proposeBatch } from './propose-batch.ts';
import { approversOf } from './separation.ts';
import type { Account, TakenClaim } from './transfer.ts';

/**
 * Claims of one transaction, which takes 100 items: each with its event and what it tells the lecturer; when the bank
 * returned it, with the question for another account too.
 */
const claimsOnPage = 8;

type Reach = Pick<Dependencies, 'payments' | 'claimsToPay' | 'payeesToPay' | 'commit'>;

export type GatherOutcome =
  | { readonly kind: 'gathered'; readonly left: readonly LeftOut[] }
  /** So many pages were taken as were wanted, and there may be further claims. */
  | { readonly kind: 'more' }
  /** It is beyond gathering already. */
  | { readonly kind: 'moved' };

/** What a batch would take now, with all that somebody should look at before. Changes nothing. */
export async function previewBatch(
  { payments, claimsToPay, payeesToPay }: Omit<Reach, 'commit'>,
  batch: Pick<Batch, 'id' | 'only' | 'payOn'>,
  canBeWritten: ((account: Account) => boolean) | undefined,
  now: Instant,
): Promise<Proposal> {
  const { only, payOn } = batch;
  const claims = (await claimsToPay.payable()).filter(({ id }) => !only || only.includes(id));
  const lecturers = [...new Set(claims.map(({ lecturer }) => lecturer))];
  const [payees, paidTo, taxedOtherwise] = await Promise.all([
    payeesToPay.facts(lecturers, now),
    payments.paidTo(lecturers),
    claimsToPay.taxedOtherwise(
      claims.map(({ id }) => id),
      payOn,
    ),
  ]);
  return proposeBatch({
    batch: batch.id,
    claims,
    payees,
    paidTo,
    taxedOtherwise,
    ...(canBeWritten && { canBeWritten }),
  });
}

/**
 * Takes every claim that can be paid into a batch that is gathering, a page at a time: a claim is in exactly one batch
 * from the moment at which its page is stored. Begun again, it goes on where it was.
 */
export async function gatherClaims(
  deps: Reach,
  id: string,
  given: {
    readonly by: string;
    readonly canBeWritten?: (account: Account) => boolean;
    /** Fewer than usual, in tests of pages. */
    readonly onPage?: number;
    /** Pages after which it stops; all, if nothing is said. */
    readonly most?: number;
  },
  now: Instant,
): Promise<GatherOutcome> {
  const { by, canBeWritten, onPage = claimsOnPage, most = Number.POSITIVE_INFINITY } = given;
  let taking = 0;
  for (let pass = 1; pass <= tries.shared; pass += 1) {
    const batch = await presentBatch(deps, id);
    if (batch.state !== 'GATHERING') return { kind: 'moved' };
    const { taken, left } = await previewBatch(deps, batch, canBeWritten, now);
    if (taken.length === 0) return { kind: 'gathered', left };
    for (const claims of inPages(taken, onPage)) {
      if (taking >= most) return { kind: 'more' };
      taking += 1;
      if ((await takePage(deps, { id, claims, by }, now)) === 'moved') return { kind: 'moved' };
    }
  }
  throw new Conflict('claims change as fast as they are taken');
}

/** Nothing, if somebody changed one of the claims: they are looked at again. */
async function takePage(
  { payments, claimsToPay, commit }: Reach,
  { id, claims, by }: { readonly id: string; readonly claims: readonly TakenClaim[]; readonly by: string },
  now: Instant,
): Promise<'taken' | 'moved' | 'changed'> {
  try {
    return await decideAgainOnConflict(async () => {
      const was = await payments.batch(id);
      if (was?.state !== 'GATHERING') return 'moved';
      const parts = await claimsToPay.takeIntoBatch(claims, id, now);
      const page = was.pages + 1;
      const approvers = [...new Set([...was.approvers, ...approversOf(claims)])].toSorted();
      await commit({
        changes: [
          payments.save(changedBatch(was, now, { pages: page, approvers }), was),
          payments.putClaims(id, page, claims),
          ...parts.changes,
        ],
        events: [
          { subject: id, type: 'ClaimsTaken', by, at: now, data: { page, claims: claims.map((claim) => claim.id) } },
          ...parts.events,
        ],
        outbox: parts.outbox,
      });
      return 'taken';
    }, tries.contested);
  } catch (error) {
    if (error instanceof Conflict) return 'changed';
    throw error;
  }
}
