import type { Round } from './round.ts';

/** What somebody takes part in who is selected: a course, a residency in the Lab, or another term of theirs. */
export type WhatIsTaken = 'course' | 'residency' | 'extension';

export const whatIsTaken = ({ renews, residency }: Pick<Round, 'renews' | 'residency'>): WhatIsTaken => {
  if (renews) return 'extension';
  return residency ? 'residency' : 'course';
};
