import { puts, there } from '../recorded/recorded-items.ts';
import type { RecordedItems } from '../support.ts';

export const committeeRecorded: RecordedItems = {
  savingAgain: {
    'admissions.committee': async ({ admissions }, { roundId, snapshot }) => {
      const was = there(await admissions.deliberation(String(roundId), Number(snapshot)));
      return puts(admissions.saveDeliberation(was, was));
    },
  },
  reading: {},
};
