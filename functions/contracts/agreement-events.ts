import type { ContractChange } from '../residencies/contract-change.ts';
import type { ResidencyEvent } from '../residencies/residency-event.ts';

/** The one that is being signed, of the extensions or of the addenda of a residency: there is one of each at a time. */
export const openFor = (events: readonly ResidencyEvent[], what: ContractChange['for']): ResidencyEvent | undefined =>
  events.find(({ state, change }) => state === 'OPEN' && change?.for === what);

/** What an event is about that may be begun once more after it was dropped: `X2`, then `X2T2`. */
export function triedAbout(events: readonly ResidencyEvent[], about: string): string {
  const before = events.filter((event) => event.about === about || event.about.startsWith(`${about}T`)).length;
  return before === 0 ? about : `${about}T${before + 1}`;
}

/** What the next addendum is about: they are counted, those that were dropped too. */
export const nextAddendum = (events: readonly ResidencyEvent[]): string =>
  `D${events.filter(({ change }) => change?.for === 'addendum').length + 1}`;
