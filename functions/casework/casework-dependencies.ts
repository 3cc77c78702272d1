import type { DeskDependencies } from '../desk/open-desk.ts';
import type { Kinds } from '../requests/kind.ts';
import type { CaseDependencies } from './case-file.ts';
import type { Dependencies } from './dependencies.ts';

/** What the pages of those who look after rounds reach. */
export type CaseworkDependencies = DeskDependencies &
  CaseDependencies &
  Pick<Dependencies, 'commit' | 'counts' | 'lists'> & { readonly kinds: Kinds };
