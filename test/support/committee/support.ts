import type { Support } from '../support.ts';
import { committeeVisits } from './committee-visits.ts';
import { leftVisits } from './left-visits.ts';
import { committeeRecorded } from './recorded.ts';

export const committeeSupport: Support = {
  visits: async (at, typed) => (await Promise.all([committeeVisits(at, typed), leftVisits(at)])).flat(),
  recorded: committeeRecorded,
};
