import type { OutboxDraft } from '../outbox/entry.ts';
import type { Change } from '../shared/database/database.ts';
import type { Instant } from '../shared/time.ts';

/** What the selection of a round says of itself to those who do not know it. */
export interface SelectionNow {
  readonly state: string;
  /** It has not begun: the round takes applications, or will. */
  readonly open: boolean;
  /** Reviews are asked for, and what was sent may still be changed. */
  readonly reviewing: boolean;
  /** The version of the round whose rules hold, from the closing on. */
  readonly roundVersion?: number;
  /** For a commit about something else: that it has not begun meanwhile. */
  readonly stillOpen: () => Change;
  /** For the commit that sends an application: that the round still takes it. */
  readonly stillTakes: (reference: string) => Change;
  /** For a commit about something else: that it has not gone on since it was read. */
  readonly asItWas: (now: Instant) => Change;
}

/** A selection that begins with the first version of its round, for the commit that loads it. */
export interface AnnouncedSelection {
  readonly changes: readonly Change[];
  readonly outbox: readonly OutboxDraft[];
  /** What the audit keeps of it. */
  readonly data: Readonly<Record<string, string>>;
}

/** A port: supplied by the capability that selects, for those that come before it. */
export interface RoundSelection {
  /** Nothing for a round that selects nobody. */
  readonly of: (roundId: string) => Promise<SelectionNow | undefined>;
  readonly announce: (roundId: string, now: Instant) => AnnouncedSelection;
}
