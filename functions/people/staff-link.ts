import type { LinkTarget, VerifyLink } from '../shared/links.ts';
import type { PeopleTable } from './people-table.ts';
import { linkGenerationOf, type Person } from './person.ts';

/** What a link to one of the staff opens, before it is known for whom it was made. */
export type StaffTarget = Omit<LinkTarget, 'own'>;

/** What a link that was mailed to one of the staff opens. */
export type StaffLink =
  | { readonly kind: 'present'; readonly person: Person }
  /** Genuine, and mailed before they changed: another one was mailed since. */
  | { readonly kind: 'renewed' }
  /** Genuine, of somebody who may not open it any more. */
  | { readonly kind: 'left' }
  /** Never ours, or tampered with: nothing more is said. */
  | { readonly kind: 'unknown' };

/** How many earlier generations of somebody's links are told from a forged one. */
const remembered = 10;

/** What the link of a person to something is signed over, as the person is now. */
export const targetFor = <Target extends StaffTarget>(target: Target, person: Pick<Person, 'linkGeneration'>) => ({
  ...target,
  own: linkGenerationOf(person),
});

/**
 * The one place where it is decided what somebody of the staff may open: a link of their present generation, while they
 * have a role for it. Reads only.
 */
export async function openStaffLink(
  { people, verifyLink }: { readonly people: PeopleTable; readonly verifyLink: VerifyLink },
  target: StaffTarget,
  mac: string,
  may: (person: Person) => boolean,
): Promise<StaffLink> {
  const person = await people.get(target.assignee);
  const present = person ? linkGenerationOf(person) : 0;
  for (let own = present; own >= Math.max(0, present - remembered); own -= 1) {
    if (!(await verifyLink({ ...target, own }, mac))) continue;
    if (!person || !may(person)) return { kind: 'left' };
    return own === present ? { kind: 'present', person } : { kind: 'renewed' };
  }
  return { kind: 'unknown' };
}
