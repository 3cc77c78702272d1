import { joinedParts, type Parts } from '../shared/database/commit.ts';
import type { Instant } from '../shared/time.ts';
import type { Residency } from './residency.ts';

/** A port: what is taken back because a residency goes on, for the transaction in which its next contract comes into force. */
export type Extending = (
  residency: Pick<Residency, 'id'>,
  extending: { readonly by: string; readonly now: Instant },
) => Promise<Parts>;

/** All that is taken back. */
export const extendingAll =
  (all: readonly Extending[]): Extending =>
  async (residency, extending) =>
    joinedParts(await Promise.all(all.map((extend) => extend(residency, extending))));
