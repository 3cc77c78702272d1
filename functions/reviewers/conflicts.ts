import { parse } from 'tldts-icann';
import { foldedEmail } from '../shared/text/normalise.ts';
import { type Comparing, likeness } from './likeness.ts';
import { type Organisation, organisationsIn } from './organisations.ts';
import { isSharedMail } from './shared-mail.ts';

export interface Applicant {
  readonly reference: string;
  readonly email: string;
  /** Further addresses that are theirs. */
  readonly otherEmails?: readonly string[];
  readonly affiliations: readonly string[];
  /** The id of who decided about its intake, and has seen whose it is; none if its rules decided. */
  readonly intakeBy?: string;
  /** The id of the officer who applied for them at the desk, if one did: knows whose it is, too. */
  readonly helpedBy?: string;
  /** How organisations are compared in the round. */
  readonly comparing?: Comparing;
}

export interface Judge {
  readonly email: string;
  readonly affiliations: readonly string[];
  /** References of applications with which they declared a conflict. */
  readonly declared: readonly string[];
}

/** `email-domain`: the mail of one house, or the very same address. */
export type Conflict = 'declared' | 'affiliation' | 'email-domain';

/** A conflict, or what only looks like one: the employers may belong together. */
export type Interest = Conflict | 'in-doubt';

/** What is between somebody and an applicant. Somebody who applies and reviews under one address conflicts too. */
export const interestOf = (application: Applicant, judge: Judge): Interest | undefined =>
  interestBetween(application.reference, applicantTraits(application), { ...traitsOf(judge), ...declaredBy(judge) });

/** Tells for some applications and people what is between any two of them. */
export type Interests<Found = Interest> = (reference: string, id: string) => Found | undefined;

/** `interestOf` for a whole round, in which each person is compared with hundreds: names are read once. */
export function interestsBetween(
  applications: readonly Applicant[],
  judges: readonly (Judge & { readonly id: string })[],
): Interests {
  const applicants = new Map(applications.map((application) => [application.reference, applicantTraits(application)]));
  const known = new Map(judges.map((judge) => [judge.id, { ...traitsOf(judge), ...declaredBy(judge) }]));
  return (reference, id) => {
    const applicant = applicants.get(reference);
    const judge = known.get(id);
    return applicant && judge && interestBetween(reference, applicant, judge);
  };
}

/** What is surely a conflict: of those who decide together, nobody is kept away for the look of one (docs/adr/0026). */
export function conflictsBetween(
  applications: readonly Applicant[],
  judges: readonly (Judge & { readonly id: string })[],
): Interests<Conflict> {
  return surely(interestsBetween(applications, judges));
}

/** Without those that only look like one. */
export const surely =
  <Sure extends string>(interests: Interests<Sure | 'in-doubt'>): Interests<Sure> =>
  (reference, id) => {
    const found = interests(reference, id);
    return found === 'in-doubt' ? undefined : found;
  };

/** What is between reviewers and applications: also who decided about the intake or helped to apply, and knows by whom it is. */
export function reviewInterestsBetween(
  applications: readonly Applicant[],
  reviewers: readonly (Judge & { readonly id: string })[],
): Interests<Interest | 'intake'> {
  const between = interestsBetween(applications, reviewers);
  const known = new Map(applications.map(({ reference, intakeBy, helpedBy }) => [reference, [intakeBy, helpedBy]]));
  return (reference, id) => {
    const found = between(reference, id);
    if (found !== undefined && found !== 'in-doubt') return found;
    return known.get(reference)?.includes(id) ? 'intake' : found;
  };
}

/** What tells that two people belong together. */
interface Traits {
  readonly emails: readonly string[];
  readonly organisations: readonly Organisation[];
  readonly domains: readonly string[];
}
type ApplicantTraits = Traits & { readonly comparing: Comparing | undefined };
type JudgeTraits = Traits & { readonly declared: ReadonlySet<string> };

const declaredBy = ({ declared }: Judge) => ({ declared: new Set(declared) });

function traitsOf({
  email,
  otherEmails = [],
  affiliations,
}: Pick<Applicant, 'email' | 'otherEmails' | 'affiliations'>): Traits {
  const emails = [email, ...otherEmails].filter((one) => one !== '');
  return {
    emails: emails.map(foldedEmail),
    organisations: affiliations.flatMap(organisationsIn),
    domains: emails.flatMap((one) => domainOf(one) ?? []),
  };
}

const applicantTraits = (application: Applicant): ApplicantTraits => ({
  ...traitsOf(application),
  comparing: application.comparing,
});

function interestBetween(reference: string, applicant: ApplicantTraits, judge: JudgeTraits): Interest | undefined {
  if (judge.declared.has(reference)) return 'declared';
  const like = likeness(applicant.organisations, judge.organisations, applicant.comparing);
  if (like === 'same') return 'affiliation';
  if (judge.emails.some((email) => applicant.emails.includes(email))) return 'email-domain';
  if (judge.domains.some((domain) => applicant.domains.includes(domain))) return 'email-domain';
  return like === 'maybe' ? 'in-doubt' : undefined;
}

/** The registered domain of an address, below the public suffix; nothing if it says nothing about its user. */
function domainOf(email: string): string | undefined {
  const { domain, domainWithoutSuffix } = parse(foldedEmail(email).split('@').at(-1) ?? '');
  if (!domain || !domainWithoutSuffix || isSharedMail(domain, domainWithoutSuffix)) return undefined;
  return domain;
}
