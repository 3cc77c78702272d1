import type { Support } from '../support.ts';
import { screeningSamples } from './mail-samples.ts';
import { screeningRecorded } from './recorded.ts';
import { reviewVisits } from './review-visits.ts';

export const screeningSupport: Support = {
  visits: reviewVisits,
  samples: screeningSamples,
  recorded: screeningRecorded,
  indexed: [{ table: 'SCREENINGS_TABLE', attributes: ['needsRun'], has: ({ sk }) => sk === 'screening' }],
};
