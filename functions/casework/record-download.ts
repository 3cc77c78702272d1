import type { Desk } from '../desk/desk.ts';
import { roundSubject } from '../selection/admission.ts';
import { readingBy } from '../shared/database/audit.ts';
import type { Commit } from '../shared/database/commit.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';

/** Records that somebody has taken a list of a round as a file: how many rows, and what was chosen; never who stands in it. */
export async function recordDownload(
  { commit }: { readonly commit: Commit },
  { person }: Pick<Desk, 'person'>,
  file: { readonly round: string; readonly number: number; readonly rows: number; readonly state?: string },
  now: Instant,
): Promise<void> {
  const { round, number, rows, state = 'all' } = file;
  await decideAgainOnConflict(
    () =>
      commit({
        changes: [],
        events: [
          {
            ...readingBy(`person:${person.id}`, now),
            subject: roundSubject(round),
            type: 'ApplicationsDownloaded',
            data: { file: number, rows, state },
          },
        ],
      }),
    tries.shared,
  );
}
