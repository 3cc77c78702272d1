import type { Dependencies as Below } from '../selection/dependencies.ts';
import type { LettersTable } from './letters-table.ts';
import type { SeatsTable } from './seats-table.ts';

/** What the use cases about places and seats reach; each asks for the few that it uses. */
export interface Dependencies extends Below {
  readonly seats: SeatsTable;
  readonly letters: LettersTable;
}
