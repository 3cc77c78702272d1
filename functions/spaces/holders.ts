import type { Parts } from '../shared/database/commit.ts';
import type { Instant } from '../shared/time.ts';
import type { Holding } from './space.ts';

/** A port: what it means for whoever holds a space. Its capability brings one for each kind of holder. */
export interface SpaceHolder {
  /** What goes into the transaction in which a return is confirmed, with the holding as it will be. */
  readonly returned: (
    id: string,
    given: { readonly space: string; readonly holding: Holding },
    now: Instant,
  ) => Promise<Parts>;
}

/** All kinds of holders, by their names. */
export type SpaceHolders = Readonly<Record<string, SpaceHolder>>;
