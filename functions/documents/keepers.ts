import type { OutboxDraft } from '../outbox/entry.ts';
import type { Instant } from '../shared/time.ts';
import type { SlotFiles, StoredFile } from './document.ts';

/** Whether an owner is there still, and when to ask again, if ever. */
export type OwnerNow = { readonly isGone: true } | { readonly isGone: false; readonly askAgainAt?: Instant };

/** A port: what the check of documents has to know of a kind of owners, and has to tell them. */
export interface DocumentKeeper {
  readonly now: (id: string, now: Instant) => Promise<OwnerNow>;
  /** Mails for the commit with which a file is not taken. */
  readonly refused: (id: string, slot: SlotFiles, file: StoredFile, now: Instant) => Promise<readonly OutboxDraft[]>;
}

/** All kinds of owners that have anything to be told, by their names. */
export type DocumentKeepers = Readonly<Record<string, DocumentKeeper>>;

/** Who keeps an owner's documents; nothing for a kind of which nobody has to know. */
export function keeperOf(keepers: DocumentKeepers, owner: string): DocumentKeeper | undefined {
  const kind = owner.slice(0, owner.indexOf('#'));
  return Object.hasOwn(keepers, kind) ? keepers[kind] : undefined;
}
