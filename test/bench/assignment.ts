import { assignReviewers, type Excluded } from '../../functions/reviewers/assignment.ts';
import { conflictsBetween } from '../../functions/reviewers/conflicts.ts';

const languages = ['ko', 'en'] as const;
const applications = Array.from({ length: 5000 }, (_, at) => ({
  reference: `A-27H1-${String(at).padStart(4, '0')}`,
  lang: languages[at % 10 === 0 ? 1 : 0],
  wanted: 2,
  had: [],
  email: `applicant@school-${(at * 7919) % 20}.ac.kr`,
  affiliations: [`(주)한빛 ${at % 1000}`],
}));
const reviewers = Array.from({ length: 200 }, (_, at) => ({
  id: `reviewer-${at}`,
  languages: at % 4 === 0 ? languages : languages.slice(0, 1),
  capacity: 60,
  load: at % 5,
  email: `reviewer@dept.school-${at % 20}.ac.kr`,
  affiliations: [`한빛${at} 주식회사`],
  declared: [],
}));

/** A whole round at once, 5 % of its million pairs in conflict: from the same e-mail domain, for the most part. */
export function benchAssignment(): void {
  time('conflicts prepared, 5000 applications × 200 reviewers', () => conflictsBetween(applications, reviewers));
  const excluded: Excluded = conflictsBetween(applications, reviewers);
  const { assigned, missing, loads } = time('reviewers assigned, 2 an application', () =>
    assignReviewers(applications, reviewers, excluded),
  );
  const given = assigned.reduce((sum, one) => sum + one.reviewers.length, 0);
  const after = loads.map((load) => load.after);
  console.log(
    `reviews ${given}, applications short ${missing.length}, loads ${Math.min(...after)}–${Math.max(...after)}`,
  );
}

function time<Result>(what: string, act: () => Result): Result {
  const begun = performance.now();
  const result = act();
  console.log(`${what.padEnd(52)}    1 ×  ${(performance.now() - begun).toFixed(0)} ms`);
  return result;
}
