import { exitChecklists } from './checklist-owner.ts';
import { dropExit } from './drop-exit.ts';
import { exitsErasing } from './erase-exits.ts';

/** What exits do when others tell them something. */
export const exitsPorts = {
  extending: dropExit,
  erasing: exitsErasing,
  checklistOwners: exitChecklists,
} as const;
