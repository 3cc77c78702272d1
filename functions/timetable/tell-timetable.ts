import { cohortReaderIds } from '../cohort/cohort-link.ts';
import type { OutboxDraft } from '../outbox/entry.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { Dependencies } from './dependencies.ts';

type Reach = Pick<Dependencies, 'commit' | 'people' | 'rounds' | 'seats' | 'timetables'>;

/** Mails of one transaction, below its 100 items. */
const inOneCommit = 80;

/**
 * Mails the timetable to everybody of the cohort, its managers and the institutions: each version once to each, however
 * often it is tried; who has come to the cohort since is mailed when it is tried again.
 * @returns how many mails
 */
export async function tellTimetable(
  deps: Reach,
  { cohort, by }: { readonly cohort: string; readonly by: string },
  now: Instant,
): Promise<number> {
  let mails = 0;
  for (;;) {
    const told = await decideAgainOnConflict(() => tellSome(deps, cohort, by, now), tries.contested);
    if (told === 0) return mails;
    mails += told;
  }
}

async function tellSome(deps: Reach, cohort: string, by: string, now: Instant): Promise<number> {
  const [was, round] = await Promise.all([deps.timetables.get(cohort), deps.rounds.current(cohort)]);
  if (!was || !round) return 0;
  const told = new Set(was.told);
  const seats = await deps.seats.seatsOf(cohort, round.capacity);
  const applicants = seats.flatMap(({ state, reference }) => (state === 'TAKEN' && reference ? [reference] : []));
  const readers = await cohortReaderIds(deps, round);
  const all = [...applicants.map((applicant) => ({ applicant })), ...readers.all.map((person) => ({ person }))];
  const some = all.filter((to) => !told.has(idOf(to))).slice(0, inOneCommit);
  if (some.length === 0) return 0;
  await deps.commit({
    changes: [
      deps.timetables.save({ ...was, told: [...was.told, ...some.map(idOf)], revision: was.revision + 1 }, was),
    ],
    events: [
      {
        subject: `round#${cohort}`,
        type: 'TimetableTold',
        by,
        at: now,
        data: { version: was.version, mails: some.length },
      },
    ],
    outbox: some.map((to) => timetableMail(to, cohort, was.version)),
  });
  return some.length;
}

type To = { readonly applicant: string } | { readonly person: string };

const idOf = (to: To): string => ('applicant' in to ? to.applicant : to.person);

export const timetableMail = (to: To, round: string, version: number): OutboxDraft => ({
  kind: 'mail',
  template: 'timetable-published',
  to,
  ids: { round, version: String(version) },
});
