import { readingBy } from '../shared/database/audit.ts';
import type { Commit } from '../shared/database/commit.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { Desk } from './desk.ts';

/**
 * Records that somebody has looked at personal data at their desk, in a chain of the person and the day. To be done
 * before anything is shown.
 * @param read.of whose data: the reference of an application, or of what all of them belong to
 * @param read.task what was opened, as the capability names it
 * @param read.references whose data, if that are a few of what they belong to
 */
export async function recordDeskRead(
  { commit }: { readonly commit: Commit },
  { person }: Pick<Desk, 'person'>,
  read: { readonly of: string; readonly task: string; readonly references?: readonly string[] },
  now: Instant,
): Promise<void> {
  const { of, task, references } = read;
  const data = { task, ...(references && { references: [...references] }) };
  const event = { ...readingBy(`person:${person.id}`, now), subject: of, data };
  await decideAgainOnConflict(
    () => commit({ changes: [], events: [{ ...event, type: 'PersonalDataRead' }] }),
    tries.shared,
  );
}
