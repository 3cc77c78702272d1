import { pagesOf } from '../forms/round-form.ts';
import type { Round } from '../rounds/round.ts';

/** The page of a round's form that asks for the address. */
export const emailPageOf = (round: Round) => pagesOf(round).find(({ fields }) => fields.email);
