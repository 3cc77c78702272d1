import type { CodesTable } from '../codes/codes-table.ts';
import type { DeskDependencies } from '../desk/open-desk.ts';
import type { Commit } from '../shared/database/commit.ts';
import type { SignLink } from '../shared/links.ts';
import type { RandomBytes } from '../shared/random.ts';
import type { PasskeysTable } from './passkeys-table.ts';
import type { ProofsTable } from './proofs-table.ts';

/** What it takes to add a passkey, and to prove by one or by a code. */
export interface Dependencies {
  readonly passkeys: PasskeysTable;
  readonly proofs: ProofsTable;
  readonly codes: CodesTable;
  readonly commit: Commit;
  readonly random: RandomBytes;
  /** Of the key that codes and challenges are derived with. */
  readonly signCode: SignLink;
  /** Where people see the pages: browsers keep passkeys for its host. */
  readonly baseUrl: string;
}

/** What its pages take besides: they are for whoever has a desk open. */
export type PagesDependencies = Dependencies & DeskDependencies;
