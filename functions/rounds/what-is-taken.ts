import type { Text } from '../shared/i18n.ts';
import type { Round } from './round.ts';

/** What of a round says what those who are selected take part in. */
export type Taken = Pick<Round, 'renews' | 'residency'>;

/** What somebody takes part in who is selected: a course, a residency in the Lab, or another term of theirs. */
export type WhatIsTaken = 'course' | 'residency' | 'extension';

export const whatIsTaken = ({ renews, residency }: Taken): WhatIsTaken => {
  if (renews) return 'extension';
  return residency ? 'residency' : 'course';
};

/** Of the shape of some words, whatever they say. */
export type Said<Words> = Words extends (due: Text) => Text
  ? Words
  : Words extends Text
    ? Text
    : { readonly [Name in keyof Words]: Said<Words[Name]> };

/** Words by round: those of a course, with others in their place where a residency or another term of one is taken. */
export function wordsByRound<Words extends object>(
  course: Words,
  others: { readonly residency?: Partial<Words>; readonly extension?: Partial<Words> },
): (round: Taken) => Words {
  const said: Readonly<Record<WhatIsTaken, Words>> = {
    course,
    residency: { ...course, ...others.residency },
    extension: { ...course, ...others.extension },
  };
  return (round) => said[whatIsTaken(round)];
}
