import type { DeskRequests } from '../desk/desk.ts';
import type { Dependencies } from '../residencies/dependencies.ts';
import { startupAtDesk } from '../residencies/startup-at-desk.ts';
import { exitChecklists } from './checklist-owner.ts';
import { dropExit } from './drop-exit.ts';
import { exitsErasing } from './erase-exits.ts';

/** What exits do when others tell them something. */
export const exitsPorts = {
  onDesk: (deps: Pick<Dependencies, 'residencies'>): DeskRequests => ({ 'end-confirmation': startupAtDesk(deps) }),
  extending: dropExit,
  erasing: exitsErasing,
  checklistOwners: exitChecklists,
} as const;
