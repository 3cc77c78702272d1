import { numbered, puts, there } from '../recorded/recorded-items.ts';
import type { RecordedItems } from '../support.ts';

export const roundsRecorded: RecordedItems = {
  savingAgain: {
    'rounds.current': async ({ rounds }, { pk }) => {
      const was = there(await rounds.written(String(pk)));
      return puts(...rounds.load(was, was, await rounds.pointer(was.id)));
    },
  },
  reading: {
    'rounds.version': ({ rounds }, { pk, sk }) => rounds.version(String(pk), numbered(sk)),
  },
};
