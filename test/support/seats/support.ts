import type { Support } from '../support.ts';
import { seatsSamples } from './mail-samples.ts';
import { seatsRecorded } from './recorded.ts';
import { seatVisits } from './seat-visits.ts';

export const seatsSupport: Support = {
  visits: seatVisits,
  samples: seatsSamples,
  recorded: seatsRecorded,
  indexed: [{ table: 'SEATS_TABLE', attributes: ['needsRun'], has: ({ sk }) => sk === 'seat' }],
};
