import type { Text } from '../shared/i18n.ts';

/** What an operator is told of something that does not mend itself, and the entry of the runbook that says what to do. */
export interface Notice {
  /** What it is about follows it in the mail's subject. */
  readonly subject: Text;
  /** What it is about says nothing to a reader: the fingerprint of an address. */
  readonly nameless?: boolean;
  readonly text: Text;
  readonly runbook: string;
  /** The commands of operators that say more, or mend it; the id of what it is about follows each. */
  readonly commands?: readonly string[];
}

/** By the word that the mail's ids say it is about. */
export type Notices = Readonly<Record<string, Notice>>;
