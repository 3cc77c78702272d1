import { isLecturer } from '../lecturers/lecturer.ts';
import type { InterestsIn } from '../requests/interests.ts';
import { once } from '../shared/once.ts';
import { isBatchId } from './batch.ts';
import type { Dependencies } from './dependencies.ts';
import type { Approval } from './payable-claim.ts';

/** Somebody at work, and whom they stand in for. */
export interface Acting {
  /** The id of the person, at a desk or on the command line. */
  readonly person: string;
  /** By which a lecturer of the same mailbox is known. */
  readonly email?: string;
  readonly onBehalfOf?: readonly string[];
}

/** Why somebody does nothing about the payments of a batch, and as whom: ids. */
export interface Barred {
  readonly kind: /** They, or those for whom they stand in, agreed to a claim of it. */
    | 'approved-it'
    /** They, or those for whom they stand in, are paid by it. */
    | 'paid-by-it';
  readonly as: readonly string[];
}

/** Who somebody is, as the audit calls them, where no person is stored beside it. */
export const personOf = (by: string): string => by.replace(/^[a-z]+:/u, '');

/** Everybody who agreed to some claims: a deputy, and the person that they stood in for. */
export const approversOf = (claims: readonly { readonly approvals: readonly Approval[] }[]): string[] => {
  const ids = claims.flatMap(({ approvals }) =>
    approvals.flatMap(({ by, onBehalfOf }) => (onBehalfOf === undefined ? [by] : [by, onBehalfOf])),
  );
  return [...new Set(ids)].toSorted();
};

/**
 * Who makes the bank's file, confirms the transfer or gives a batch up agreed to no claim of it and is paid by none,
 * neither by themselves nor for somebody else.
 */
export async function barredFrom(
  { payeesToPay }: Pick<Dependencies, 'payeesToPay'>,
  batch: { readonly approvers: readonly string[]; readonly claims: readonly { readonly lecturer: string }[] },
  { person, email, onBehalfOf = [] }: Acting,
): Promise<Barred | undefined> {
  const own = [person, ...onBehalfOf];
  const approved = own.filter((id) => batch.approvers.includes(id));
  if (approved.length > 0) return { kind: 'approved-it', as: approved };
  const payees = await payeesToPay.whoAre([...new Set(batch.claims.map(({ lecturer }) => lecturer))]);
  const paid = payees.filter(
    (payee) => isLecturer(payee, { id: person, ...(email && { email }) }) || onBehalfOf.includes(payee.id),
  );
  return paid.length > 0 ? { kind: 'paid-by-it', as: paid.map(({ id }) => id) } : undefined;
}

/**
 * What the staff has to do with a batch that a request is about: who agreed to a claim of it, or is paid by it, is not
 * asked for its file or its result. Of other requests no table is asked for: not every Lambda has these.
 */
export const paymentInterests =
  (deps: Pick<Dependencies, 'payments' | 'payeesToPay'>): InterestsIn =>
  ({ subject }) => {
    const about = once(async () => {
      const batch = isBatchId(subject) ? await deps.payments.batch(subject) : undefined;
      return batch && { approvers: batch.approvers, claims: await deps.payments.claimsOf(batch) };
    });
    return async ({ id, email }) => {
      const found = await about();
      return found && (await barredFrom(deps, found, { person: id, email })) ? 'surely' : undefined;
    };
  };
