import type { Support } from '../support.ts';
import { committeeVisits } from './committee-visits.ts';
import { leftVisits } from './left-visits.ts';
import { committeeRecorded } from './recorded.ts';

export const committeeSupport: Support = {
  visits: async (at, typed, sign) => (await Promise.all([committeeVisits(at, typed), leftVisits(at, sign)])).flat(),
  recorded: committeeRecorded,
};
