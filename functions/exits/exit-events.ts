import { ownerKey } from '../documents/owner-keys.ts';
import type { ResidencyEvent } from '../residencies/residency-event.ts';

/** What checklists call whose lists those of exits are: each exit has one of its own. */
export const exitKind = 'exit';

/** The owner of the list of an exit. */
export const exitOwner = (event: string): string => ownerKey(exitKind, event);

/** The number of the contract after which the startup leaves. */
export const contractOf = ({ about }: Pick<ResidencyEvent, 'about'>): number => Number.parseInt(about, 10);

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
  const before = exitsIn(events).filter((event) => contractOf(event) === contract);
  const present = before.find(({ state }) => state !== 'DROPPED');
  if (present) return present.about;
  return before.length === 0 ? String(contract) : `${contract}T${before.length + 1}`;
}

/** Whether the extension to a contract is being signed, at whichever try. */
export const isBeingExtended = (events: readonly ResidencyEvent[], contract: number): boolean =>
  events.some(({ kind, state, about }) => {
    const isExtension = about === `X${contract}` || about.startsWith(`X${contract}T`);
    return kind === 'agreement' && state === 'OPEN' && isExtension;
  });
