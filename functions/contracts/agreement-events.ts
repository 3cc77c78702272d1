import type { ContractChange } from '../residencies/contract-change.ts';
import type { ResidencyEvent } from '../residencies/residency-event.ts';

/** The one that is being signed, of the extensions or of the addenda of a residency: there is one of each at a time. */
export const openFor = (events: readonly ResidencyEvent[], what: ContractChange['for']): ResidencyEvent | undefined =>
  events.find(({ state, change }) => state === 'OPEN' && change?.for === what);

/** What the next addendum is about: they are counted, those that were dropped too. */
export const nextAddendum = (events: readonly ResidencyEvent[]): string =>
  `D${events.filter(({ change }) => change?.for === 'addendum').length + 1}`;
