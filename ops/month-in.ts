import { monthSchema } from '../functions/claim-rules/claim.ts';
import { Complaint, needed } from './context.ts';

/** A month that an operator types: 2027-03. */
export function monthIn(word: string | undefined, usage: string): string {
  const month = monthSchema.safeParse(needed(word, usage));
  if (!month.success) throw new Complaint(`The month ${month.error.issues[0]?.message}.`);
  return month.data;
}
