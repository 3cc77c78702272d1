import type { ListChoice } from '../list-position.ts';

const rounds = '/desk/rounds';

/** Where the pages of those who look after rounds are. No address has a name, or a reference in its query. */
export const caseworkPaths = {
  rounds,
  round: (round: string) => `${rounds}/${round}`,
  list: (round: string) => `${rounds}/${round}/applications`,
  search: (round: string) => `${rounds}/${round}/applications/search`,
  csv: (round: string) => `${rounds}/${round}/applications/csv`,
  conflicts: (round: string) => `${rounds}/${round}/conflicts`,
  case: (round: string, reference: string) => `${rounds}/${round}/applications/${reference}`,
} as const;

/** What is chosen of a list, as an address has it. */
export function choiceQuery({ order, state }: ListChoice, from?: string): string {
  const query = new URLSearchParams({
    ...(state !== undefined && { state }),
    ...(order !== 'newest' && { order }),
    ...(from !== undefined && { from }),
  }).toString();
  return query === '' ? '' : `?${query}`;
}
