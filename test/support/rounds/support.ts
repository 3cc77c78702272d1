import type { Support } from '../support.ts';
import { roundsRecorded } from './recorded.ts';

export const roundsSupport: Support = {
  recorded: roundsRecorded,
  indexed: [{ table: 'ROUNDS_TABLE', attributes: ['listed'], has: ({ sk }) => sk === 'current' }],
};
