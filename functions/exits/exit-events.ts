import { openFor } from '../contracts/agreement-events.ts';
import { ownerKey } from '../documents/owner-keys.ts';
import { nextTry, type ResidencyEvent, triedIn } from '../residencies/residency-event.ts';

/** What checklists call whose lists those of exits are: each exit has one of its own. */
export const exitKind = 'exit';

/** The owner of the list of an exit. */
export const exitOwner = (event: string): string => ownerKey(exitKind, event);

/** The number of the contract after which the startup leaves. */
export const contractOf = (event: Pick<ResidencyEvent, 'about'>): number => Number(triedIn(event));

const exitsIn = (events: readonly ResidencyEvent[]): ResidencyEvent[] => events.filter(({ kind }) => kind === 'exit');

/** The exit that is under way. */
export const openExitIn = (events: readonly ResidencyEvent[]): ResidencyEvent | undefined =>
  exitsIn(events).find(({ state }) => state === 'OPEN');

/**
 * What the exit after a contract is about: `1`; once more after it was dropped, `1T2`. One that is under way goes on, also
 * if an earlier contract than its own is the last by now: nobody leaves twice.
 */
export function exitAbout(events: readonly ResidencyEvent[], contract: number): string {
  const open = openExitIn(events);
  if (open && contractOf(open) >= contract) return open.about;
  const present = exitsIn(events).find((event) => event.state !== 'DROPPED' && contractOf(event) === contract);
  return present?.about ?? nextTry(events, { kind: 'exit', about: String(contract) });
}

/** Whether the extension to a contract is being signed. */
export function isBeingExtended(events: readonly ResidencyEvent[], contract: number): boolean {
  const change = openFor(events, 'extension')?.change;
  return change?.for === 'extension' && change.contract.number === contract;
}
