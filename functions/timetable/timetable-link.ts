import { isReference } from '../applications/access.ts';
import type { Application } from '../applications/application.ts';
import { someCohortViewOf } from '../cohort/cohort-link.ts';
import { openStaffLink } from '../people/staff-link.ts';
import type { VerifyLink } from '../shared/links.ts';
import type { Dependencies } from './dependencies.ts';

const target = (cohort: string, who: string) => ({
  path: '/t',
  purpose: 'timetable',
  id: `${cohort}.${who}`,
  assignee: who,
});

/** What a participant's link opens; it holds as long as their application's own links and their place do. */
export const participantLink = (
  cohort: string,
  { reference, linkGeneration }: Pick<Application, 'reference' | 'linkGeneration'>,
) => ({
  ...target(cohort, reference),
  generation: linkGeneration,
});

/** What the link of a manager or an institution opens; it holds as long as they may see the cohort. */
export const readerLink = (cohort: string, person: string) => ({ ...target(cohort, person), generation: 1 });

export type TimetableLink =
  | { readonly kind: 'current'; readonly cohort: string }
  /** A genuine link that was mailed before its person changed, or of somebody who is not of the cohort any more. */
  | { readonly kind: 'renewed' }
  | { readonly kind: 'left' }
  /** Never ours, somebody else's, or tampered with: nothing more is said. */
  | { readonly kind: 'unknown' };

/** Reads the link; changes nothing. */
export async function openTimetableLink(
  deps: Pick<Dependencies, 'applications' | 'people' | 'seats'> & { readonly verifyLink: VerifyLink },
  id: string,
  mac: string,
): Promise<TimetableLink> {
  const [, cohort, who] = /^([a-z0-9-]{1,80})\.([A-Za-z0-9-]{1,40})$/.exec(id) ?? [];
  if (!cohort || !who) return { kind: 'unknown' };
  if (isReference(who)) return openParticipantLink(deps, { cohort, reference: who, mac });
  if (!/^[a-z][a-z0-9-]{1,39}$/.test(who)) return { kind: 'unknown' };
  const link = await openStaffLink(
    deps,
    readerLink(cohort, who),
    mac,
    (person) => someCohortViewOf(person) !== undefined,
  );
  return link.kind === 'present' ? { kind: 'current', cohort } : link;
}

async function openParticipantLink(
  {
    applications,
    seats,
    verifyLink,
  }: Pick<Dependencies, 'applications' | 'seats'> & { readonly verifyLink: VerifyLink },
  { cohort, reference, mac }: { readonly cohort: string; readonly reference: string; readonly mac: string },
): Promise<TimetableLink> {
  const application = await applications.get(reference);
  if (!application || application.erasedAt) return { kind: 'unknown' };
  if (!(await verifyLink(participantLink(cohort, application), mac))) return { kind: 'unknown' };
  const place = await seats.place(reference);
  return place?.state === 'ACCEPTED' && place.roundId === cohort ? { kind: 'current', cohort } : { kind: 'left' };
}
