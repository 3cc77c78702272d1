import type { PersonRequest } from '../requests/request.ts';
import { isUnconfirmed } from '../residencies/measure.ts';
import type { Residency } from '../residencies/residency.ts';
import type { Dependencies } from './dependencies.ts';

/** The request that asks the director whether a contract ends at once, while it is open. */
export async function openConfirmation(
  { requests }: Pick<Dependencies, 'requests'>,
  { measures = [] }: Pick<Residency, 'measures'>,
): Promise<PersonRequest | undefined> {
  return (await requests.stillOpen([measures.find(isUnconfirmed)?.request]))[0];
}
