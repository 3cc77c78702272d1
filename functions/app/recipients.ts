import type { StoredRecipient } from '../outbox/entry.ts';
import { staff } from '../people/person.ts';
import type { Recipient, RecipientKind } from '../shared/names.ts';
import * as ports from './ports-brought.ts';

type Brought =
  | typeof staff
  | Extract<(typeof ports)[keyof typeof ports], { readonly recipients: unknown }>['recipients'][number];
/** A kind that the joints name and that nobody brings does not compile. */
type Complete = [Exclude<RecipientKind, Brought>] extends [never]
  ? RecipientKind
  : { readonly nobodyBrings: Exclude<RecipientKind, Brought> };

const kinds: readonly Complete[] = [
  staff,
  ...Object.values(ports).flatMap((some): readonly Brought[] => ('recipients' in some ? some.recipients : [])),
];

/** Whether a stored recipient is of a kind that some capability brings. */
export const isRecipient = (to: StoredRecipient): to is Recipient => kinds.some((kind) => to[kind] !== undefined);
