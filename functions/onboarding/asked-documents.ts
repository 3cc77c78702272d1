import { type SlotState, slotState } from '../documents/deciding.ts';
import type { SlotFiles, StoredFile } from '../documents/document.ts';
import { ownerKey } from '../documents/owner-keys.ts';
import { type Residency, residencyKind } from '../residencies/residency.ts';
import { type Onboarding, onboardingDocumentsFor } from '../rounds/residency.ts';
import type { RoundDocument } from '../rounds/round-documents.ts';
import type { Dependencies } from './dependencies.ts';

/** A residency as documents, checklists, agreements and spaces know it. */
export const ownerOf = (id: string): string => ownerKey(residencyKind, id);

/** What a startup is asked for: by its kind, which is what the form of the Lab asks first. */
export const askedOf = (
  onboarding: Pick<Onboarding, 'documents'>,
  { startup: { kind } }: Pick<Residency, 'startup'>,
): readonly RoundDocument[] => onboardingDocumentsFor(onboarding, { kind });

export interface AskedDocument {
  readonly document: RoundDocument;
  readonly state: SlotState;
  /** Why it came back, as long as nothing has come in its place. */
  readonly returned?: Pick<NonNullable<StoredFile['decided']>, 'reason' | 'words'>;
}

const statesOf = (asked: readonly RoundDocument[], stored: readonly SlotFiles[]): readonly AskedDocument[] =>
  asked.map((document) => {
    const files = stored.find(({ slot }) => slot === document.id)?.files ?? [];
    const state = slotState(files);
    const returned = state === 'returned' ? files.findLast((file) => file.state === 'RETURNED')?.decided : undefined;
    return { document, state, ...(returned && { returned }) };
  });

/** What a startup is asked for, each with where it stands. */
export const documentsOf = async (
  { documents }: Pick<Dependencies, 'documents'>,
  onboarding: Pick<Onboarding, 'documents'>,
  residency: Pick<Residency, 'id' | 'startup'>,
): Promise<readonly AskedDocument[]> =>
  statesOf(askedOf(onboarding, residency), await documents.of(ownerOf(residency.id)));

const lacking: readonly SlotState[] = ['missing', 'refused', 'returned'];

/** What is required and is not there: what is being checked is decided when that is done. */
export const lackingIn = (all: readonly AskedDocument[]): readonly AskedDocument[] =>
  all.filter(({ document, state }) => document.required && lacking.includes(state));

/** What the manager has not decided: everything that was sent, required or not. */
export const undecidedIn = (all: readonly AskedDocument[]): readonly AskedDocument[] =>
  all.filter(({ state }) => state === 'undecided' || state === 'checking');

/** What the manager has returned, or what is required and was not accepted. */
export const notAcceptedIn = (all: readonly AskedDocument[]): readonly AskedDocument[] =>
  all.filter(({ document, state }) => state === 'returned' || (document.required && state !== 'accepted'));
