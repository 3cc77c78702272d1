import { puts, there } from '../recorded/recorded-items.ts';
import type { RecordedItems } from '../support.ts';

export const cohortRecorded: RecordedItems = {
  savingAgain: {
    'admissions.statistics': async ({ statistics }, { roundId }) =>
      puts(statistics.put(there(await statistics.get(String(roundId))))),
  },
  reading: {},
};
