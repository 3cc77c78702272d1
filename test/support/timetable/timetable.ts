import type { Dependencies } from '../../../functions/app/dependencies.ts';
import type { Round } from '../../../functions/rounds/round.ts';
import { orderOf, type Place } from '../../../functions/seats/place.ts';
import { newSeat } from '../../../functions/seats/seat.ts';
import { addDays, seoulDateOf } from '../../../functions/shared/time.ts';
import type { LessonRow } from '../../../functions/timetable/lesson.ts';
import { loadTimetable } from '../../../functions/timetable/load-timetable.ts';
import { tellTimetable } from '../../../functions/timetable/tell-timetable.ts';
import type { Academy } from '../academy.ts';
import { mailsTo } from '../applicants.ts';
import { eventually } from '../eventually.ts';
import { type Placed, plainScores, storeReviewed, type Wanted } from '../selection/ranked-round.ts';

/** The head of a file of lessons. */
export const columns = 'lesson,date,start,end,course,titleKo,titleEn,lecturer,lecturerName,institution,site';

export const csvOfLessons = (lessons: readonly LessonRow[]): string =>
  [
    columns,
    ...lessons.map((lesson) =>
      [
        lesson.id,
        lesson.date,
        lesson.start,
        lesson.end,
        lesson.course,
        lesson.titleKo,
        lesson.titleEn,
        lesson.lecturer,
        lesson.lecturerName,
        lesson.institution,
        lesson.site,
      ].join(','),
    ),
  ].join('\n');

/** A lesson of tomorrow evening, but for what is said. */
export const lessonRow = ({ now }: Pick<Academy, 'now'>, change: Partial<LessonRow> = {}): LessonRow => ({
  id: 'L01',
  date: addDays(seoulDateOf(now()), 1),
  start: '19:00',
  end: '22:00',
  course: 'digital-payments',
  titleKo: '결제',
  titleEn: 'Payments',
  lecturer: 'kim-haon',
  lecturerName: 'Haon',
  institution: 'Gaon',
  site: 'R301',
  ...change,
});

type Reach = Academy & Pick<Dependencies, 'seats' | 'timetables'>;

/** A round of which some have taken their seats, as if they had been offered them. */
export async function seatedCohort(
  at: Reach,
  wanted: readonly Partial<Wanted>[],
): Promise<{ round: Round; people: Placed[] }> {
  const round = await at.round({ capacity: wanted.length });
  const now = at.now();
  const people = await storeReviewed(
    at,
    round,
    wanted.map((one, index) => ({ scores: plainScores(index, wanted.length), ...one })),
    now,
  );
  for (const [index, { reference }] of people.entries()) {
    const place: Place = {
      reference,
      roundId: round.id,
      state: 'ACCEPTED',
      revision: 1,
      rank: index + 1,
      snapshot: 1,
      order: orderOf(index + 1),
      quotas: [],
      since: now,
    };
    const vacant = newSeat({ roundId: round.id, number: index + 1, kind: 'open', idle: true, now });
    await at.commit({
      changes: [
        at.seats.createSeat({ ...vacant, state: 'TAKEN', reference, needsRun: undefined }),
        at.seats.createPlace(place),
      ],
      events: [{ subject: reference, type: 'MadeByTest', by: 'operator:test', at: now }],
    });
  }
  return { round, people };
}

/** The cohort's lessons, mailed to all of it. */
export async function publish(at: Reach, round: Round, rows: readonly LessonRow[]): Promise<void> {
  const outcome = await loadTimetable(at, { cohort: round.id, rows, by: 'operator:test' }, at.now());
  if (outcome.kind !== 'loaded') throw new Error(JSON.stringify(outcome));
  await tellTimetable(at, { cohort: round.id, by: 'operator:test' }, at.now());
}

/** The path of the link to a timetable as it was mailed to an address. */
export const timetableLinkTo = (at: Academy, round: Round, address: string): Promise<string> =>
  eventually(`the link to the timetable in a mail to ${address}`, async () => {
    const mail = (await mailsTo(at, address)).findLast(({ text }) => text.includes(`/t/${round.id}.`));
    return mail && new RegExp(`/t/${round.id}\\.[A-Za-z0-9-]+/[\\w-]{43}`, 'u').exec(mail.text)?.[0];
  });
