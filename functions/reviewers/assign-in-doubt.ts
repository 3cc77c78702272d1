import { type Assignment, type Available, assignReviewers, type ToReview } from './assignment.ts';
import { type Interest, type Interests, surely } from './conflicts.ts';

/**
 * Assigns reviewers who have not even the look of a conflict; what they cannot do goes to those who have only that, and
 * never to somebody with a conflict.
 */
export function assignInDoubt(
  applications: readonly ToReview[],
  reviewers: readonly Available[],
  interests: Interests<Interest | 'intake'>,
  away: readonly string[] = [],
): Assignment {
  const clear = assignReviewers(applications, reviewers, interests, away);
  const isInDoubt = clear.missing.some(({ reference }) =>
    reviewers.some(({ id }) => interests(reference, id) === 'in-doubt'),
  );
  return isInDoubt ? withDoubtful(applications, reviewers, { clear, interests, away }) : clear;
}

interface Clear {
  readonly clear: Assignment;
  readonly interests: Interests<Interest | 'intake'>;
  readonly away: readonly string[];
}

function withDoubtful(
  applications: readonly ToReview[],
  reviewers: readonly Available[],
  { clear, interests, away }: Clear,
): Assignment {
  const given = new Map(clear.assigned.map(({ reference, reviewers: ids }) => [reference, ids]));
  const lacking = new Map(clear.missing.map(({ reference, count }) => [reference, count]));
  const loads = new Map(clear.loads.map(({ id, after }) => [id, after]));
  const rest = applications.flatMap((application) => {
    const wanted = lacking.get(application.reference);
    const had = [...application.had, ...(given.get(application.reference) ?? [])];
    return wanted === undefined ? [] : [{ ...application, wanted, had }];
  });
  const more = assignReviewers(
    rest,
    reviewers.map((reviewer) => ({ ...reviewer, load: loads.get(reviewer.id) ?? reviewer.load })),
    surely(interests),
    away,
  );
  for (const { reference, reviewers: ids } of more.assigned) {
    given.set(reference, [...(given.get(reference) ?? []), ...ids].sort());
  }
  const after = new Map(more.loads.map((load) => [load.id, load.after]));
  return {
    assigned: [...given]
      .map(([reference, ids]) => ({ reference, reviewers: ids }))
      .sort((a, b) => (a.reference < b.reference ? -1 : 1)),
    missing: more.missing.map(({ reference, count, why }) => ({
      reference,
      count,
      why: {
        ...why,
        had: why.had - (clear.assigned.find((one) => one.reference === reference)?.reviewers.length ?? 0),
      },
    })),
    loads: clear.loads.map((load) => ({ ...load, after: after.get(load.id) ?? load.after })),
  };
}
