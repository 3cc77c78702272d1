import { contractsErasing } from './erase-contracts.ts';

/** What contracts do when others tell them something. */
export const contractsPorts = { erasing: contractsErasing } as const;
