import { puts, there } from '../recorded/recorded-items.ts';
import type { RecordedItems } from '../support.ts';

export const screeningRecorded: RecordedItems = {
  savingAgain: {
    'screenings.review': async ({ screenings }, { id }) => {
      const was = there(await screenings.review(String(id)));
      return puts(screenings.saveReview(was, was));
    },
    'screenings.reviewer': async ({ screenings }, { roundId, person }) => {
      const was = there(await screenings.reviewer(String(roundId), String(person)));
      return puts(screenings.saveReviewer(was, was));
    },
    'screenings.screening': async ({ screenings }, { reference }) => {
      const was = there(await screenings.get(String(reference)));
      return puts(screenings.save(was, was));
    },
  },
  reading: {
    'screenings.listed-review': async (_, { review }) => review,
    'screenings.open': async ({ screenings }, { sk }) =>
      (await screenings.openIn('academy-2027h1')).includes(String(sk)),
  },
};
