import type { Application } from '../applications/application.ts';
import type { ApplicationsTable } from '../applications/applications-table.ts';
import { emailKey, mailsGoToOffice } from '../applications/identity.ts';
import { forms } from '../forms/round-form.ts';
import type { PeopleTable } from '../people/people-table.ts';
import type { Person } from '../people/person.ts';
import type { Round } from '../rounds/round.ts';
import type { Instant } from '../shared/time.ts';
import { isHereLongEnough } from './absence.ts';
import type { Available } from './assignment.ts';
import type { Applicant, Judge } from './conflicts.ts';
import type { Reviewer } from './reviewer.ts';

/** Somebody with the role of a reviewer, and what the round knows of them. */
export interface RoundReviewer {
  readonly person: Person;
  /** Nothing before they are given their first review. */
  readonly record: Reviewer | undefined;
}

/** Where the records of a round's reviewers are kept. */
export interface ReviewerRecords {
  readonly reviewer: (roundId: string, person: string) => Promise<Reviewer | undefined>;
}

/** Who reviews in a round; not who applies in it, under the same address, and would judge those who want the same places. */
export async function reviewersOfRound(
  deps: { readonly people: PeopleTable; readonly applications: Pick<ApplicationsTable, 'reservationOf'> },
  records: ReviewerRecords,
  roundId: string,
): Promise<RoundReviewer[]> {
  const all = await deps.people.withRole('reviewer');
  const applying = await Promise.all(all.map(({ email }) => appliesIn(deps, roundId, email)));
  const reviewers = all.filter((_, index) => !applying[index]);
  return Promise.all(reviewers.map(async (person) => ({ person, record: await records.reviewer(roundId, person.id) })));
}

/** Whether somebody has an application in a round that they sent under this address, and have not withdrawn. */
export const appliesIn = async (
  { applications }: { readonly applications: Pick<ApplicationsTable, 'reservationOf'> },
  roundId: string,
  email: string,
): Promise<boolean> => (await applications.reservationOf(emailKey(roundId, email))) !== undefined;

export const asAvailable = ({ person, record }: RoundReviewer): Available => ({
  id: person.id,
  languages: person.languages,
  capacity: person.capacity,
  load: record?.load ?? 0,
});

export const asJudge = ({ person, record }: RoundReviewer): Judge & { readonly id: string } => ({
  id: person.id,
  email: person.email,
  affiliations: person.affiliations,
  declared: record?.declared ?? [],
});

/** Ids of those who are here too little for a review that is asked for now and due within so many business days. */
export const awayTooLong = (reviewers: readonly RoundReviewer[], within: number, now: Instant): string[] =>
  reviewers.filter(({ person }) => !isHereLongEnough(person, within, now)).map(({ person }) => person.id);

/** Addresses that were an applicant's before the present one, or were proved; not the office's. */
const otherEmails = ({ roundId, proved, formerEmail, help }: Application): string[] =>
  [proved?.email, formerEmail].flatMap((email) =>
    email === undefined || mailsGoToOffice({ roundId, email, help }) ? [] : [email],
  );

/** Who applied, as far as conflicts of interest go; read from the answers that were sent last. */
export async function applicantsOf(
  { applications: table }: { readonly applications: ApplicationsTable },
  round: Pick<Round, 'form' | 'admission'>,
  applications: readonly Application[],
): Promise<Applicant[]> {
  const fields = forms.get(round.form)?.affiliations ?? [];
  const versions = new Map((await table.versionsOf(applications)).map((version) => [version.reference, version]));
  return applications.map((application) => ({
    reference: application.reference,
    // The office's says nothing of the applicant.
    email: mailsGoToOffice(application) ? '' : (application.email ?? ''),
    otherEmails: otherEmails(application),
    intakeBy: application.decision?.request && application.decision.by,
    helpedBy: application.help?.by,
    comparing: { departmentsApart: round.admission?.review.departmentsApart },
    affiliations: fields.flatMap((field) => {
      const answer = versions.get(application.reference)?.answers[field];
      return typeof answer === 'string' ? [answer] : [];
    }),
  }));
}
