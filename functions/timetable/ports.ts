import { cohortViewOf } from '../cohort/cohort-link.ts';
import type { OutboxDraft } from '../outbox/entry.ts';
import type { Person } from '../people/person.ts';
import type { Dependencies } from './dependencies.ts';
import { timetableMail } from './tell-timetable.ts';

/** The mail with a new link to the timetable, for one of the staff whose older links open nothing any more. */
async function linksOf(
  { rounds, timetables }: Pick<Dependencies, 'rounds' | 'timetables'>,
  { person, roundId }: { readonly person: Person; readonly roundId: string },
): Promise<OutboxDraft[]> {
  const [round, timetable] = await Promise.all([rounds.current(roundId), timetables.get(roundId)]);
  return timetable && round && cohortViewOf(person, round)
    ? [timetableMail({ person: person.id }, roundId, timetable.version)]
    : [];
}

export const timetablePorts = { linksOf } as const;
