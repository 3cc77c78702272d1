import type { Ports } from '../applications/dependencies.ts';
import { withdrawApplication } from '../applications/withdraw-application.ts';
import type { Dependencies } from '../residencies/dependencies.ts';
import { renewalApplication } from '../residencies/renewal-application.ts';
import type { Residency } from '../residencies/residency.ts';
import { type ResidencyEvent, triedIn } from '../residencies/residency-event.ts';
import { placeIsOpen } from '../seats/place.ts';
import type { Text } from '../shared/i18n.ts';
import type { Instant } from '../shared/time.ts';

const reason: Text = {
  ko: '입주가 끝나는 날이 정해져 입주 연장 심사를 더 진행하지 않습니다.',
  en: 'Your residency ends, so your application for an extension does not go any further.',
};

type Reach = Pick<Dependencies, 'applications' | 'commit' | 'requests' | 'residencyEvents' | 'seats'> &
  Pick<Ports, 'leaving'>;

/** The number of the contract that a round of renewal asked about. */
const contractOf = (event: Pick<ResidencyEvent, 'about'>): number => Number(triedIn(event));

/**
 * Withdraws what a startup that leaves has applied for: nobody reviews it any more, and it is offered no extension that
 * would be refused. What has its final answer, or is a contract by now, stays. Again is the same.
 */
export async function withdrawRenewals(
  deps: Reach,
  { id, contracts }: Pick<Residency, 'id' | 'contracts'>,
  by: string,
  now: Instant,
): Promise<void> {
  for (const event of await deps.residencyEvents.of(id)) {
    if (event.kind !== 'renewal' || event.round === undefined) continue;
    if (contracts.some(({ number }) => number === contractOf(event))) continue;
    const application = await renewalApplication(deps, event.round, id);
    if (!application?.sentAt) continue;
    const place = await deps.seats.place(application.reference);
    if (place && !placeIsOpen(place)) continue;
    await withdrawApplication(deps, application.reference, now, { by, reason: reason[application.lang] });
  }
}
