import { type SlotState, slotState } from '../documents/deciding.ts';
import type { SlotFiles, StoredFile } from '../documents/document.ts';
import { ownerKey } from '../documents/owner-keys.ts';
import type { TypedPages } from '../forms/answers.ts';
import { applicationKind } from '../forms/attachments.ts';
import { typedTogether } from '../forms/round-form.ts';
import type { Round } from '../rounds/round.ts';
import { documentsAskedOf, type RoundDocument } from '../rounds/round-documents.ts';

/** An application as documents know it. */
export const ownerOf = (reference: string): string => ownerKey(applicationKind, reference);

/** A document that an application is asked for, and what was sent for it. */
export interface Attachment {
  readonly document: RoundDocument;
  readonly state: SlotState;
  /** All that were sent, the oldest first. */
  readonly files: readonly StoredFile[];
}

/** The documents that a round asks of whoever typed this. */
export const askedAfter = (round: Pick<Round, 'documents'>, typed: TypedPages): readonly RoundDocument[] =>
  documentsAskedOf(round, chosen(typed));

/** What was typed, with one word for a choice of one, as answers have it. */
const chosen = (typed: TypedPages) =>
  Object.fromEntries(Object.entries(typedTogether(typed)).map(([field, values]) => [field, [...values]]));

export const attachmentsOf = (asked: readonly RoundDocument[], stored: readonly SlotFiles[]): readonly Attachment[] =>
  asked.map((document) => {
    const files = stored.find(({ slot }) => slot === document.id)?.files ?? [];
    return { document, state: slotState(files), files };
  });

/** States in which nothing is there, and nothing is being checked. */
const lacking: readonly SlotState[] = ['missing', 'refused', 'returned'];

/** What has to be there before the application can be sent, and is not. What is being checked is decided when that is done. */
export const missingOf = (attachments: readonly Attachment[]): readonly Attachment[] =>
  attachments.filter(({ document, state }) => document.required && lacking.includes(state));
