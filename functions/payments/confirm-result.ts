import { type ResultProblem, readResult } from '../bank-files/read-result.ts';
import { canonicalHash } from '../shared/database/canonical.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import { type Instant, type LocalDate, seoulDateOf } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { compare } from '../wages/whole-won.ts';
import { type Batch, type BatchState, changedBatch } from './batch.ts';
import type { Dependencies } from './dependencies.ts';
import { type FrozenBatch, readFrozen, totalsOf } from './frozen-batch.ts';
import { type Mismatch, matchResult } from './match-result.ts';
import { noticesOf } from './notices.ts';
import { presentBatch, type ReturnedRow, storePages } from './payments-table.ts';
import { type Prove, proofOf } from './proof-of.ts';
import { onward } from './requests.ts';
import { type Acting, type Barred, barredFrom } from './separation.ts';

/** Claims that an event or a mail names; all of them are in the batch. */
const mostNamed = 50;
export const shownIds = (ids: readonly string[]): string =>
  [...ids.slice(0, mostNamed), ...(ids.length > mostNamed ? [`+${ids.length - mostNamed}`] : [])].join(' ');

/** What is uploaded is no larger than this, in bytes. */
export const largestResult = 1_000_000;

export type ConfirmOutcome =
  | { readonly kind: 'confirmed'; readonly batch: Batch }
  /** The same was confirmed before, perhaps by somebody else: it counts once. */
  | { readonly kind: 'was-confirmed'; readonly batch: Batch }
  | { readonly kind: 'not-now'; readonly state: BatchState }
  | Barred
  | { readonly kind: 'not-proved' }
  /** Before the file was made, or not over yet. */
  | { readonly kind: 'impossible-day' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'unreadable'; readonly problems: readonly ResultProblem[] }
  | { readonly kind: 'mismatched'; readonly mismatches: readonly Mismatch[] };

/** The claims of a batch by what became of their rows; a claim that came to nothing is paid. */
export function dividedClaims({ claims, transfers }: FrozenBatch, returned: ReadonlySet<string>) {
  const back = new Set(transfers.flatMap((transfer) => (returned.has(transfer.row) ? transfer.claims : [])));
  return {
    paid: claims.filter(({ id }) => !back.has(id)),
    returned: claims.filter(({ id }) => back.has(id)),
  };
}

/**
 * Takes what the bank says of a batch: all of it, or nothing with every reason. From then on each row is paid or
 * returned, whoever confirms it again; the run of the batch tells the claims.
 */
export async function confirmResult(
  {
    payments,
    claimsToPay,
    payeesToPay,
    people,
    requests,
    commit,
  }: Pick<Dependencies, 'payments' | 'claimsToPay' | 'payeesToPay' | 'people' | 'requests' | 'commit'>,
  given: {
    readonly id: string;
    readonly bytes: Uint8Array;
    readonly paidOn: LocalDate;
    readonly acting: Acting;
    readonly by: string;
    readonly prove?: Prove;
  },
  now: Instant,
): Promise<ConfirmOutcome> {
  const { id, bytes, paidOn, acting, by, prove } = given;
  if (bytes.length > largestResult) return { kind: 'too-large' };
  return decideAgainOnConflict(async () => {
    const was = await presentBatch({ payments }, id);
    const { file } = was;
    if (!file || was.state === 'DISSOLVING' || was.state === 'DISSOLVED') return { kind: 'not-now', state: was.state };
    const frozen = await readFrozen({ payments }, was);
    const barred = await barredFrom({ payeesToPay }, { ...frozen, approvers: was.approvers }, acting);
    if (barred) return barred;
    if (paidOn < seoulDateOf(file.at) || paidOn > seoulDateOf(now)) return { kind: 'impossible-day' };
    const read = await readResult(frozen.profile.result, bytes);
    if (read.kind === 'refused') return { kind: 'unreadable', problems: read.problems };
    const match = matchResult(frozen.transfers, read.rows);
    if (match.kind === 'refused') return { kind: 'mismatched', mismatches: match.mismatches };
    const returned = rowsInOrder(match.returned);
    const hash = canonicalHash({ id, paidOn, returned });
    if (was.state !== 'MADE') {
      return was.result?.hash === hash ? { kind: 'was-confirmed', batch: was } : { kind: 'not-now', state: was.state };
    }
    const proof = await proofOf(prove, was);
    if (!proof) return { kind: 'not-proved' };
    await storePages({ commit }, { id, hash, pages: payments.putReturned(id, hash, returned), by }, now);
    const sides = dividedClaims(frozen, new Set(match.returned.keys()));
    const rowsPaid = frozen.transfers.filter(({ row }) => !match.returned.has(row));
    const paid = totalsOf(sides.paid, rowsPaid);
    const back = totalsOf(sides.returned, returned);
    const run = await onward({ requests }, was, { outcome: 'CONFIRMED', person: acting.person }, now);
    const result = { hash, paidOn, by, at: now, paid, returned: back };
    const next = changedBatch(was, now, { result, ...run.revival }, 'confirm');
    const others = await claimsToPay.taxedOtherwise(
      sides.paid.map((claim) => claim.id),
      paidOn,
    );
    const data = {
      hash,
      paidOn,
      paid: paid.transfers,
      returned: back.transfers,
      net: paid.net,
      ...(others.length > 0 && { otherTaxes: others.slice(0, mostNamed) }),
    };
    await commit({
      changes: [payments.save(next, was), ...run.changes, ...proof],
      events: [{ subject: id, type: 'TransferConfirmed', by, at: now, data }],
      // The money has left: what the taxes were wrong by is corrected in the next claims, and not in silence.
      outbox: [
        ...run.outbox,
        ...(others.length > 0 ? await noticesOf({ people }, 'wage-tax-day', id, shownIds(others)) : []),
      ],
    });
    return { kind: 'confirmed', batch: next };
  }, tries.contested);
}

const rowsInOrder = (returned: ReadonlyMap<string, string>): ReturnedRow[] =>
  [...returned].map(([row, reason]) => ({ row, reason })).toSorted((a, b) => compare(a.row, b.row));
