import { wordsByRound } from '../rounds/what-is-taken.ts';
import { peopleText, type Text } from '../shared/i18n.ts';

interface HowCounted {
  /** How many there are. */
  readonly count: (number: number) => Text;
  /** Whether there are so many places; how many may stay on says nothing about places. */
  readonly hasPlaces: boolean;
}

const count = (number: number): Text => ({ ko: `기업 ${number}곳`, en: String(number) });

/** How those of a cohort are counted: people, or the startups of the Lab. */
export const howCounted = wordsByRound<HowCounted>(
  { count: peopleText, hasPlaces: true },
  { residency: { count }, extension: { count, hasPlaces: false } },
);
