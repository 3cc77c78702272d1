import type { PageRequest } from '../shared/pages/request.ts';
import type { Round } from './round.ts';
import type { RoundsTable } from './rounds-table.ts';

/** The id of a round, from a path. What else stands there is none, and too long a key would be a fault of the table. */
export function roundIdIn({ params: { round: id = '' } }: Pick<PageRequest, 'params'>): string | undefined {
  return /^[a-z0-9-]{1,200}$/u.test(id) ? id : undefined;
}

/** The round that a path names, as it is now. */
export async function roundIn(
  { rounds }: { readonly rounds: Pick<RoundsTable, 'current'> },
  request: Pick<PageRequest, 'params'>,
): Promise<Round | undefined> {
  const id = roundIdIn(request);
  return id === undefined ? undefined : rounds.current(id);
}
