import type { Dependencies } from '../../../functions/app/dependencies.ts';
import { addMinutes } from '../../../functions/shared/time.ts';
import { storedFile } from '../documents/stored-file.ts';
import { sampleTime } from '../mail-previews/sample.ts';
import { labRound } from '../rounds/lab.ts';
import type { Support } from '../support.ts';
import { attachmentVisits } from './attachment-visits.ts';

/** A file of the business plan that had a password, as the mail about it finds it. */
const refused = ({ documents }: Dependencies): Partial<Dependencies> => ({
  documents: {
    ...documents,
    slot: async ({ owner, slot }) => ({
      owner,
      slot,
      revision: 3,
      files: [storedFile({ id: 'f', state: 'REFUSED', refusal: 'locked', begunAt: sampleTime, until: sampleTime })],
    }),
  },
});

const { documents } = labRound();
const sampleLater = addMinutes(sampleTime, 14 * 24 * 60);
const sent = { state: 'SUBMITTED' as const };

export const attachmentsSupport: Support = {
  visits: attachmentVisits,
  samples: () => ({
    'document-refused': [
      {
        variant: 'open',
        to: 'selected',
        ids: { slot: 'business-plan', file: 'f' },
        facts: { application: sent, round: { documents, closesAt: sampleLater }, tables: refused },
      },
      {
        variant: 'closed',
        to: 'selected',
        ids: { slot: 'business-plan', file: 'f' },
        facts: { application: sent, round: { documents }, tables: refused },
      },
    ],
  }),
};
