import { numbered } from '../recorded-items.ts';
import type { RecordedItems } from '../support.ts';

export const roundsRecorded: RecordedItems = {
  savingAgain: {},
  reading: {
    'rounds.current': ({ rounds }, { pk }) => rounds.current(String(pk)),
    'rounds.version': ({ rounds }, { pk, sk }) => rounds.version(String(pk), numbered(sk)),
  },
};
