import type { DeskRequests } from '../desk/desk.ts';
import type { Dependencies } from '../residencies/dependencies.ts';
import { residencyOfEvent } from '../residencies/residency-event.ts';
import { startupAtDesk } from '../residencies/startup-at-desk.ts';
import { contractsErasing } from './erase-contracts.ts';

/** What contracts do when others tell them something. */
export const contractsPorts = {
  onDesk: (deps: Pick<Dependencies, 'residencies'>): DeskRequests => ({
    'addendum-request': startupAtDesk(deps),
    'extension-space': startupAtDesk(deps, ({ subject }) => residencyOfEvent(subject)),
  }),
  erasing: contractsErasing,
} as const;
