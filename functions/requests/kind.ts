import type { Role } from '../people/person.ts';
import type { Text } from '../shared/i18n.ts';

/** What all requests of a kind have in common; each capability brings its own. */
export interface Kind {
  readonly name: string;
  /** What a request is called where it is listed. */
  readonly title: Text;
  /** The capability whose pages a link to it opens: the link's path begins with it. None, where it has no link. */
  readonly pages?: string;
  /** Which role may be handed one; none, where it is never handed to somebody else. */
  readonly heldBy?: Role;
  /** The template of a reminder, where it is not the one of the staff. */
  readonly reminder?: string;
  /** Of kinds of which somebody may hold very many: the template of the one mail that reminds of them all. */
  readonly together?: string;
}

export type Kinds = ReadonlyMap<string, Kind>;

export const kindsByName = (kinds: readonly Kind[]): Kinds => new Map(kinds.map((kind) => [kind.name, kind]));
