import type { VNode } from 'preact';
import type { Round } from '../rounds/round.ts';
import type { Lang } from '../shared/i18n.ts';
import type { TypedPages } from './answers.ts';

/** What applications are called among those that have documents. */
export const applicationKind = 'application';

/** What an applicant sends beside the answers, as the page before sending shows it. */
export interface Attached {
  /** Something has to be there before the application can be sent. */
  readonly isMissing: boolean;
  readonly view: (lang: Lang) => VNode;
}

/** A port, supplied by whoever takes it in. Nothing, if the round asks for nothing of whoever typed this. */
export type AttachmentsOf = (
  application: { readonly reference: string },
  round: Round,
  typed: TypedPages,
) => Promise<Attached | undefined>;
