import { nextState } from '../applications/application.ts';
import type { Erasing } from '../applications/leaving.ts';
import { slotState } from '../documents/deciding.ts';
import { documentsErasing } from '../documents/erase-documents.ts';
import type { DocumentKeeper } from '../documents/keepers.ts';
import { toInstant } from '../shared/time.ts';
import { ownerOf } from './attachments.ts';
import type { Dependencies } from './dependencies.ts';

/** What becomes of an application's documents with the application: a draft goes by itself some time after its closing. */
export const applicationKeeper = ({ applications }: Pick<Dependencies, 'applications'>): DocumentKeeper => ({
  now: async (reference, now) => {
    const application = await applications.get(reference);
    if (!application || application.erasedAt) return { isGone: true };
    if (application.version > 0 || application.expiresAt === undefined) return { isGone: false };
    const expiresAt = toInstant(new Date(application.expiresAt * 1000));
    return expiresAt <= now ? { isGone: true } : { isGone: false, askAgainAt: expiresAt };
  },
  /** Who has sent the application may not come back to see what became of a file that was being checked then. */
  refused: async (reference, slot, file) => {
    const application = await applications.get(reference);
    const isGood = !['missing', 'refused'].includes(slotState(slot.files));
    if (!application || application.version === 0 || isGood || !nextState(application.state, 'withdraw')) return [];
    return [
      {
        kind: 'mail',
        template: 'document-refused',
        to: { applicant: reference },
        ids: { slot: slot.slot, file: file.id },
      },
    ];
  },
});

/** The documents go in the commit that overwrites the person; their files, all versions, the clock takes away. */
export const attachmentsErasing = ({ documents }: Pick<Dependencies, 'documents'>): Erasing => ({
  person: (reference, now) => documentsErasing({ documents }, ownerOf(reference), now),
});
