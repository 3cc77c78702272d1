import { joinedParts, type Parts } from '../shared/commit.ts';
import type { Instant } from '../shared/time.ts';
import type { Residency } from './residency.ts';

/** A port: what else ends with a residency that is over, for the transaction in which it ends. */
export type Ending = (residency: Residency, ending: { readonly by: string; readonly now: Instant }) => Promise<Parts>;

/** All that ends with a residency. */
export const endingAll =
  (all: readonly Ending[]): Ending =>
  async (residency, ending) =>
    joinedParts(await Promise.all(all.map((end) => end(residency, ending))));
