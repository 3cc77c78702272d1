import type { Erasing } from '../applications/leaving.ts';
import { onlyKnown } from '../shared/database/stored.ts';
import type { Dependencies } from './dependencies.ts';
import { reviewSchema } from './review.ts';

/** What reviewers wrote. The revisions of reviews stay as they are: the ranking was frozen with them. */
export const reviewsErasing = ({ screenings }: Pick<Dependencies, 'screenings'>): Erasing => ({
  words: async (reference) => {
    const screening = await screenings.get(reference);
    const reviews = await screenings.reviewsWith(screening?.reviews.map(({ id }) => id) ?? []);
    return reviews.map((review) =>
      screenings.saveReview({ ...onlyKnown(reviewSchema, review), comment: undefined, reason: undefined }, review),
    );
  },
});
