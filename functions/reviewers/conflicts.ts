import { parse } from 'tldts-icann';
import { emailKey } from '../shared/normalise.ts';
import { normaliseLine } from '../shared/text.ts';
import { isSharedMail } from './shared-mail.ts';

export interface Applicant {
  readonly reference: string;
  readonly email: string;
  readonly affiliations: readonly string[];
  /** The id of who decided about its intake, and has seen whose it is; none if its rules decided. */
  readonly intakeBy?: string;
}

export interface Judge {
  readonly email: string;
  readonly affiliations: readonly string[];
  /** References of applications with which they declared a conflict. */
  readonly declared: readonly string[];
}

export type Conflict = 'declared' | 'affiliation' | 'email-domain';

/** Why the reviewer may not see the application. Somebody who applies and reviews under one address conflicts too. */
export const conflictOf = (application: Applicant, reviewer: Judge): Conflict | undefined =>
  conflictBetween(application.reference, traitsOf(application), { ...traitsOf(reviewer), ...declaredBy(reviewer) });

/** `conflictOf` for a whole round, in which each person is compared with hundreds: names are normalised once. */
export function conflictsBetween(
  applications: readonly Applicant[],
  reviewers: readonly (Judge & { readonly id: string })[],
): (reference: string, reviewerId: string) => Conflict | undefined {
  const applicants = new Map(applications.map((application) => [application.reference, traitsOf(application)]));
  const judges = new Map(
    reviewers.map((reviewer) => [reviewer.id, { ...traitsOf(reviewer), ...declaredBy(reviewer) }]),
  );
  return (reference, reviewerId) => {
    const applicant = applicants.get(reference);
    const judge = judges.get(reviewerId);
    return applicant && judge && conflictBetween(reference, applicant, judge);
  };
}

/** Conflicts with a review: also who decided about the intake of the application, and knows by whom it is. */
export function reviewConflictsBetween(
  applications: readonly Applicant[],
  reviewers: readonly (Judge & { readonly id: string })[],
): (reference: string, reviewerId: string) => Conflict | 'intake' | undefined {
  const between = conflictsBetween(applications, reviewers);
  const intakeBy = new Map(applications.map((application) => [application.reference, application.intakeBy]));
  return (reference, reviewerId) =>
    between(reference, reviewerId) ?? (intakeBy.get(reference) === reviewerId ? 'intake' : undefined);
}

/** What tells that two people belong together. */
interface Traits {
  readonly email: string;
  readonly affiliations: ReadonlySet<string>;
  readonly organisation: string | undefined;
}
type JudgeTraits = Traits & { readonly declared: ReadonlySet<string> };

const declaredBy = ({ declared }: Judge) => ({ declared: new Set(declared) });

const traitsOf = ({ email, affiliations }: Pick<Applicant, 'email' | 'affiliations'>): Traits => ({
  email: emailKey(email),
  affiliations: new Set(affiliations.map(affiliationKey).filter((key) => key !== '')),
  organisation: organisationOf(email),
});

function conflictBetween(reference: string, applicant: Traits, judge: JudgeTraits): Conflict | undefined {
  if (judge.declared.has(reference)) return 'declared';
  if (!judge.affiliations.isDisjointFrom(applicant.affiliations)) return 'affiliation';
  if (judge.email === applicant.email) return 'email-domain';
  return judge.organisation !== undefined && judge.organisation === applicant.organisation ? 'email-domain' : undefined;
}

/** The registered domain of an address, below the public suffix; nothing if it says nothing about its user. */
function organisationOf(email: string): string | undefined {
  const { domain, domainWithoutSuffix } = parse(emailKey(email).split('@').at(-1) ?? '');
  if (!domain || !domainWithoutSuffix || isSharedMail(domain, domainWithoutSuffix)) return undefined;
  return domain;
}

const koreanForms =
  /주식회사|유한(?:책임)?회사|합[자명]회사|(?:재단|사단|학교|의료|사회복지)법인|\(\s*[주유합재사학의]\s*\)/gu;
const englishForms = new Set(
  'inc incorporated co company corp corporation ltd limited llc llp lp plc gmbh ag sa bv pte pty'.split(' '),
);
/** The old vowel araea, which is typed for a middle dot. */
const araea = /[\u318d\u119e]/gu;
const initials = /\b(\p{L})\.(?=\p{L}\b)/gu;
const noLetters = /[^\p{L}\p{M}\p{N}]+/gu;

/** By what spellings of one institution in one language are recognised. */
function affiliationKey(written: string): string {
  const words = normaliseLine(written)
    .normalize('NFKC')
    .toLowerCase()
    .replace(koreanForms, ' ')
    .replace(araea, ' ')
    .replace(initials, '$1')
    .split(noLetters)
    .filter((word) => word !== '');
  const named = words.findLastIndex((word) => !englishForms.has(word));
  return words.slice(0, named < 0 ? words.length : named + 1).join('');
}
