import type { Support } from '../support.ts';
import { resultsSamples } from './mail-samples.ts';
import { resultVisits } from './result-visits.ts';

export const resultsSupport: Support = {
  visits: resultVisits,
  samples: resultsSamples,
};
