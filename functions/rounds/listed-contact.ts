import type { Contact } from '../shared/contact.ts';
import type { Round } from './round.ts';
import type { RoundsTable } from './rounds-table.ts';

/**
 * Whom somebody can ask whose link opens nothing, of whom no more is known than what such links are for: the contact of a
 * programme's round that opened last. It is the same for every link, so that it tells nothing of any.
 */
export const listedContact =
  ({ list }: Pick<RoundsTable, 'list'>, programme: Round['programme']) =>
  async (): Promise<Contact | undefined> =>
    (await list())
      .filter((round) => round.programme === programme)
      .toSorted((a, b) => (a.opensAt < b.opensAt ? 1 : -1))[0]?.contact;
