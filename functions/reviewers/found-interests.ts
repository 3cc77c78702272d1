import { type Applicant, type Interest, interestsBetween, type Judge } from './conflicts.ts';
import { closest } from './likeness.ts';
import { organisationsIn } from './organisations.ts';

/** What was found between an applicant and one of the staff, with what it was found by. */
export interface FoundInterest {
  readonly reference: string;
  readonly person: string;
  readonly interest: Interest;
  /** The two organisations, as each of the two wrote them; none for what is found by other means. */
  readonly names?: readonly [applicant: string, person: string];
}

type Known = Judge & { readonly id: string };

/** All that is found in a round: surely conflicts first, then what only looks like one; each by application and person. */
export function foundInterests(applicants: readonly Applicant[], people: readonly Known[]): FoundInterest[] {
  const interests = interestsBetween(applicants, people);
  const found = applicants.flatMap((applicant) =>
    people.flatMap((person) => {
      const interest = interests(applicant.reference, person.id);
      return interest ? [withNames(interest, applicant, person)] : [];
    }),
  );
  const order = ({ interest, reference, person }: FoundInterest) =>
    [interest === 'in-doubt' ? 1 : 0, reference, person].join(' ');
  return found.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

function withNames(interest: Interest, applicant: Applicant, person: Known): FoundInterest {
  const byName = interest === 'affiliation' || interest === 'in-doubt';
  const names = byName ? pairOf(applicant, person.affiliations) : undefined;
  return { reference: applicant.reference, person: person.id, interest, ...(names && { names }) };
}

function pairOf(
  { affiliations, comparing }: Applicant,
  others: readonly string[],
): readonly [string, string] | undefined {
  const found = closest(affiliations.flatMap(organisationsIn), others.flatMap(organisationsIn), comparing);
  return found && [found.one.name, found.other.name];
}
