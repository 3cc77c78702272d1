import type { Academy } from '../academy.ts';
import type { Typing, Visit } from '../pages/visits.ts';
import { lessonRow, publish, seatedCohort, timetableLinkTo } from './timetable.ts';

/** The timetable of a cohort with a lesson that was changed and one that was cancelled, and links that show none. */
export async function timetableVisits(at: Academy, typed: Typing): Promise<Visit[]> {
  const { round, people } = await seatedCohort(at, [{ form: typed.person() }]);
  const lecturer = `visits-${round.id}`.slice(0, 40);
  const lesson = (id: string, change = {}) => lessonRow(at, { id, lecturer, ...change });
  const [first, late] = [lesson('L01'), lesson('L02', { start: '22:00', end: '00:30' })];
  await publish(at, round, [first, late, lesson('L03', { start: '09:00', end: '10:00' })]);
  await publish(at, round, [{ ...first, site: 'R302' }, late]);
  const path = await timetableLinkTo(at, round, people[0]?.email ?? '');
  const unknown = { ko: '이 링크로는 열 수 없습니다', en: 'This link does not work' };
  return [
    { name: 'timetable', path, status: 200, heading: { ko: '수업 시간표', en: 'Timetable' } },
    { name: 'timetable-unknown', path: `${path.slice(0, -4)}AAAA`, status: 404, heading: unknown },
  ];
}
