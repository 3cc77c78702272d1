import type { Text } from '../shared/i18n.ts';

/** What an operator is told of something that does not mend itself, and the entry of the runbook that says what to do. */
export interface Notice {
  readonly subject: Text;
  readonly text: Text;
  readonly runbook: string;
  /** The commands of operators that say more, or mend it; the id of what it is about follows each. */
  readonly commands?: readonly string[];
}

/** By the word that the mail's ids say it is about. */
export type Notices = Readonly<Record<string, Notice>>;
