import type { DeskLink, DeskRequests } from '../desk/desk.ts';
import type { DeskRequestDependencies } from '../desk/requests-at-desk.ts';
import type { SignLink } from '../shared/links.ts';
import type { Parts } from './parts.ts';
import * as brought from './ports-brought.ts';

export { telling } from '../casework/event-sentences.ts';

interface BringsLinks {
  readonly deskLinks?: readonly DeskLink[];
  readonly [other: string]: unknown;
}

/** The pages that capabilities bring to desks. */
export const deskLinks: readonly DeskLink[] = Object.values<BringsLinks>(brought).flatMap(
  (ports) => ports.deskLinks ?? [],
);

/** What capabilities say of their requests at a desk, by the kind; of the others the request itself is enough. */
export function deskRequests(deps: Parts & { readonly sign: SignLink }): DeskRequests {
  const all = Object.values(brought).flatMap((ports) => ('onDesk' in ports ? [ports.onDesk(deps)] : []));
  return Object.fromEntries(all.flatMap((some) => Object.entries(some)));
}

/** What requests belong to, in words: rounds, for now. */
export const deskContextOf =
  ({ rounds }: Pick<Parts, 'rounds'>): DeskRequestDependencies['contextOf'] =>
  ({ context }) =>
    rounds.current(context);
