import { ownPage } from '../../residencies/own-page.ts';
import type { Choice } from '../standing.ts';

const residencies = '/desk/residencies';
const own = `/${ownPage}`;

/** Where residencies are at the desk. No address has a name, nor a reference in its query. */
export const residencyPaths = {
  list: residencies,
  search: `${residencies}/search`,
  csv: `${residencies}/csv`,
  residency: (reference: string) => `${residencies}/${reference}`,
  copy: (reference: string, agreement: string, version: number | string) =>
    `${residencies}/${reference}/agreements/${agreement}/${version}`,
} as const;

/** A startup's own pages: whose they are, its browser says. */
export const ownPaths = {
  residency: own,
  request: (request: string) => `${own}/requests/${request}`,
  copy: (agreement: string, version: number | string) => `${own}/agreements/${agreement}/${version}`,
} as const;

/** What is chosen of the list, as an address has it. */
export function choiceQuery({ round, state }: Choice): string {
  const query = new URLSearchParams({ ...(round !== undefined && { round }), ...(state !== undefined && { state }) });
  return query.size === 0 ? '' : `?${query}`;
}
