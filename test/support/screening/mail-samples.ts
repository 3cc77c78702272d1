import { newReviewer } from '../../../functions/reviewers/reviewer.ts';
import { type Review, reviewSchema } from '../../../functions/screening/review.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { asked, round, type Sample, type SampleFacts } from '../mail-previews/sample.ts';

const reviewer = 'morgan-lee';
const review = (label: number, state: Review['state']): Review =>
  reviewSchema.parse({
    id: `review-${label}`,
    reference: `A-27H1-0000-000${label}`,
    roundId: round,
    reviewer,
    number: 1,
    label,
    why: 'assigned',
    state,
    revision: 1,
    scores: {},
    assignedAt: instantSchema.parse('2027-01-12T01:00:00Z'),
  });
const reviews = [review(1, 'SENT'), review(2, 'OPEN'), review(3, 'OPEN')];

const reviewing: SampleFacts = {
  requests: [asked({ id: 'review-2', kind: 'review' }), asked({ id: 'review-3', kind: 'review' })],
  tables: ({ screenings }) => ({
    screenings: {
      ...screenings,
      reviewer: async () => newReviewer(round, reviewer),
      reviewsOf: async () => [...reviews],
      review: async (id) => reviews.find((one) => one.id === id),
    },
  }),
};

export const screeningSamples = (): Readonly<Record<string, readonly Sample[]>> => ({
  'reviews-assigned': [{ to: { person: reviewer }, ids: { round }, facts: reviewing }],
  'review-added': [{ to: { person: reviewer }, ids: { review: 'review-2' }, facts: reviewing }],
  'reviews-reminder': [{ to: { person: reviewer }, ids: { round }, facts: reviewing }],
});
