import type { AuditEvent } from '../shared/database/audit.ts';
import type { Text } from '../shared/i18n.ts';
import type { EventType } from '../shared/names.ts';

/** How what happened is told at a desk. */
export interface Telling {
  readonly sentences: Readonly<Partial<Record<EventType, Text>>>;
  /** What has no sentence. */
  readonly other: Text;
  /** Steps of the system that tell nobody anything. */
  readonly untold: ReadonlySet<string>;
}

/** Ids of the staff whom an event names: who did it, and who was asked, before and after. */
export const peopleIn = ({ by, data }: AuditEvent): string[] =>
  [by.replace(/^person:/u, ''), data.assignee, data.reviewer, data.from, data.to].filter(
    (id) => typeof id === 'string',
  );

/** Whether it can be the id of somebody of the staff. */
export const isPersonId = (id: string): boolean => /^[a-z][a-z0-9-]{1,39}$/u.test(id);
