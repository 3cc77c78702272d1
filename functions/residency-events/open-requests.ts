import type { PersonRequest } from '../requests/request.ts';
import type { RequestsTable } from '../requests/requests-table.ts';
import type { Residency } from '../residencies/residency.ts';
import type { ResidencyEvent } from '../residencies/residency-event.ts';

/** What was asked about a residency since its place was accepted, what is due first at the front. */
export async function requestsOf(
  { requests }: { readonly requests: Pick<RequestsTable, 'ofSubject' | 'readable'> },
  { id, acceptedAt }: Pick<Residency, 'id' | 'acceptedAt'>,
  events: readonly Pick<ResidencyEvent, 'id'>[],
): Promise<PersonRequest[]> {
  const ids = await Promise.all([id, ...events.map((event) => event.id)].map(requests.ofSubject));
  return (await requests.readable(ids.flat()))
    .filter(({ openedAt }) => openedAt >= acceptedAt)
    .toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
}

export const isOpen = ({ state }: Pick<PersonRequest, 'state'>): boolean => state === 'OPEN';
