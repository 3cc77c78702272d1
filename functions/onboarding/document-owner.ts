import { openedBy, type SessionDependencies } from '../applications/pages/context.ts';
import type { DocumentOwner, DocumentOwners } from '../documents/owners.ts';
import { residencyKind } from '../residencies/residency.ts';
import { slotOf } from '../rounds/round-documents.ts';
import { referenceSchema } from '../shared/references.ts';
import { documentsCloseAt } from './ask-documents.ts';
import { startupTitle } from './ask-space.ts';
import { askedOf } from './asked-documents.ts';
import { rulesOf } from './case.ts';
import type { Dependencies } from './dependencies.ts';
import { seesAs } from './sees-as.ts';
import { sendersPath } from './senders-path.ts';
import { onboardingWords as words } from './words.ts';

/** What a startup sends before it moves in: by its own browser; the lab managers accept or return it. */
const residencyDocuments = (
  deps: Pick<Dependencies, 'applications' | 'residencies' | 'rounds' | 'screenings' | 'spaces'> & SessionDependencies,
): DocumentOwner => ({
  asked: async (id, now) => {
    const residency = referenceSchema.safeParse(id).success ? await deps.residencies.get(id) : undefined;
    if (!residency || residency.erasedAt) return undefined;
    const { round, onboarding } = await rulesOf(deps, residency);
    const isOpen = residency.state === 'ONBOARDING' && !residency.documentsAcceptedAt;
    return {
      title: await startupTitle(deps, residency, now),
      slots: askedOf(onboarding, residency).map(slotOf),
      closesAt: isOpen ? documentsCloseAt(residency) : residency.changedAt,
      contact: round.contact,
      back: { href: sendersPath, label: words.toRequest },
    };
  },
  sender: async (id, request) => {
    const opened = await openedBy(deps, request);
    return opened?.application.reference === id ? opened.by : undefined;
  },
  decides: (id, person) => seesAs(deps, 'lab-manager', id, person),
  reads: (id, person) => seesAs(deps, 'signatory', id, person),
});

export const residencyDocumentOwners = (deps: Parameters<typeof residencyDocuments>[0]): DocumentOwners => ({
  [residencyKind]: residencyDocuments(deps),
});
