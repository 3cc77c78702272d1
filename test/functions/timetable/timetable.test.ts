import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withdrawApplication } from '../../../functions/applications/withdraw-application.ts';
import { loadPeople } from '../../../functions/people/load-people.ts';
import { readPeople } from '../../../functions/people/read-people.ts';
import { followPeople } from '../../../functions/people-changes/follow-people.ts';
import type { Round } from '../../../functions/rounds/round.ts';
import { eventsOf, faultsAbout } from '../../../functions/shared/database/audit.ts';
import { addDays, addMinutes, seoulDateOf } from '../../../functions/shared/time.ts';
import type { LessonRow } from '../../../functions/timetable/lesson.ts';
import { loadTimetable } from '../../../functions/timetable/load-timetable.ts';
import { tellTimetable } from '../../../functions/timetable/tell-timetable.ts';
import { mailsTo, mailTo } from '../../support/applicants.ts';
import { type MemoryAcademy, memoryAcademy } from '../../support/memory/memory-academy.ts';
import { lessonRow, publish, seatedCohort, timetableLinkTo } from '../../support/timetable/timetable.ts';
import { visitor } from '../../support/visitor.ts';

let at: MemoryAcademy;
beforeAll(async () => {
  at = await memoryAcademy();
});
afterAll(() => at.close());

const manager = 'sora.park@academy.example.kr';
const lesson = (id: string, change: Partial<LessonRow> = {}) => lessonRow(at, { id, ...change });
const tomorrow = (days = 1) => addDays(seoulDateOf(at.now()), days);
const load = (round: Round, rows: readonly LessonRow[], more = {}) =>
  loadTimetable(at, { cohort: round.id, rows, by: 'operator:test', ...more }, at.now());
const events = async (round: Round, type: string) =>
  (await eventsOf(at.db, at.tables.AUDIT_TABLE, `round#${round.id}`)).filter((event) => event.type === type);
const unfolded = (ics: string): string => ics.replaceAll(/\r\n[ \t]/gu, '');

describe('a timetable', () => {
  it('has versions, and in the audit what each of them changed, by ids', async () => {
    const { round } = await seatedCohort(at, [{}]);
    const lecturer = 'history-lecturer';
    await load(round, [lesson('L01', { lecturer }), lesson('L02', { lecturer, date: tomorrow(2) })]);
    expect(await load(round, [lesson('L01', { lecturer: 'history-substitute' })])).toMatchObject({ version: 2 });
    expect(await load(round, [lesson('L01', { lecturer: 'history-substitute' })])).toMatchObject({ kind: 'unchanged' });
    expect((await events(round, 'TimetableLoaded')).map(({ by, data }) => ({ by, ...data }))).toEqual([
      {
        by: 'operator:test',
        version: 1,
        lessons: 2,
        added: ['L01', 'L02'],
        changed: [],
        cancelled: [],
        substituted: [],
      },
      {
        by: 'operator:test',
        version: 2,
        lessons: 2,
        added: [],
        changed: ['L01 lecturer'],
        cancelled: ['L02'],
        substituted: ['L01 history-lecturer history-substitute'],
      },
    ]);
    expect(JSON.stringify(await events(round, 'TimetableLoaded'))).not.toContain('Haon');
    expect((await at.timetables.version(round.id, 1))?.lessons.map(({ cancelled }) => cancelled)).toEqual([
      false,
      false,
    ]);
    expect((await at.timetables.get(round.id))?.lessons.map(({ cancelled }) => cancelled)).toEqual([false, true]);
    expect(await at.timetables.version(round.id, 3)).toBeUndefined();
    expect(await faultsAbout(at.db, at.tables.AUDIT_TABLE, `round#${round.id}`)).toEqual([]);
  });

  it('is corrected after the lesson only with a reason, which the audit keeps', async () => {
    const { round } = await seatedCohort(at, [{}]);
    const taught = lesson('L01', { lecturer: 'taught-lecturer', date: tomorrow(-2) });
    await load(round, [taught]);
    const other = { ...taught, lecturer: 'taught-other' };
    expect(await load(round, [other])).toMatchObject({ kind: 'unchanged', plan: { kept: ['L01'] } });
    const correction = { reason: 'kim was ill, lee taught' };
    expect(await load(round, [other], { correction })).toMatchObject({ kind: 'loaded', version: 2 });
    expect((await events(round, 'TimetableLoaded')).at(-1)?.data).toMatchObject({ reason: correction.reason });
    expect((await at.timetables.bookings('taught-lecturer'))?.booked).toEqual([]);
  });

  it('is of a cohort that there is', async () => {
    const outcome = await loadTimetable(
      at,
      { cohort: 'nowhere', rows: [lesson('L01')], by: 'operator:test' },
      at.now(),
    );
    expect(outcome).toEqual({ kind: 'no-cohort' });
  });

  it('has at most as many lecturers as one transaction has room for', async () => {
    const { round } = await seatedCohort(at, [{}]);
    const rows = Array.from({ length: 81 }, (_, index) => lesson(`L${index}`, { lecturer: `many-${index}` }));
    expect(await load(round, rows)).toEqual({ kind: 'too-many-lecturers', most: 80 });
    expect(await load(round, rows.slice(1))).toMatchObject({ kind: 'loaded' });
  });
});

describe('a lecturer', () => {
  it('who is in another cohort at that time is refused, with both lessons named', async () => {
    const [one, other] = [await seatedCohort(at, [{}]), await seatedCohort(at, [{}])];
    const lecturer = 'two-places';
    await load(one.round, [lesson('L01', { lecturer })]);
    const clash = await load(other.round, [lesson('L07', { lecturer, start: '21:00', end: '23:00' })]);
    expect(clash).toEqual({
      kind: 'booked-twice',
      clashes: [
        {
          lecturer,
          lessons: [
            `${other.round.id} L07 (${tomorrow()} 21:00–23:00)`,
            `${one.round.id} L01 (${tomorrow()} 19:00–22:00)`,
          ],
        },
      ],
    });
    expect(await at.timetables.get(other.round.id)).toBeUndefined();
    expect(await load(other.round, [lesson('L07', { lecturer, start: '22:00', end: '23:00' })])).toMatchObject({
      kind: 'loaded',
    });
  });

  it('is free again once the lesson is cancelled, or somebody else’s', async () => {
    const [one, other] = [await seatedCohort(at, [{}]), await seatedCohort(at, [{}])];
    const lecturer = 'free-again';
    await load(one.round, [lesson('L01', { lecturer }), lesson('L02', { lecturer, date: tomorrow(2) })]);
    const rows = [lesson('L01', { lecturer }), lesson('L02', { lecturer, date: tomorrow(2) })];
    await load(one.round, [lesson('L01', { lecturer: 'free-substitute' })]);
    expect(await load(other.round, rows)).toMatchObject({ kind: 'loaded' });
    const back = [lesson('L01', { lecturer: 'free-substitute' }), lesson('L02', { lecturer, date: tomorrow(2) })];
    expect(await load(one.round, back)).toMatchObject({ kind: 'booked-twice' });
  });

  it('whom two cohorts book in the same moment goes to one of them', async () => {
    const cohorts = await Promise.all(Array.from({ length: 6 }, () => seatedCohort(at, [{}])));
    const lecturer = 'same-moment';
    const outcomes = await Promise.all(cohorts.map(({ round }) => load(round, [lesson('L01', { lecturer })])));
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual([...Array(5).fill('booked-twice'), 'loaded']);
    expect((await at.timetables.bookings(lecturer))?.booked).toHaveLength(1);
  });

  it('who taught a lesson that stays is not booked beside it by the file', async () => {
    const { round } = await seatedCohort(at, [{}]);
    const taught = lesson('L01', { lecturer: 'stays', date: tomorrow(-2) });
    await load(round, [taught]);
    const beside = [{ ...taught, date: tomorrow(3) }, lesson('L02', { lecturer: 'stays', date: tomorrow(-2) })];
    expect(await load(round, beside)).toMatchObject({ kind: 'booked-twice' });
  });
});

describe('the people of a cohort', () => {
  it('are mailed each version once, and who comes to the cohort later is mailed it then', async () => {
    const { round, people } = await seatedCohort(at, [{}, {}]);
    const rows = [lesson('L01', { lecturer: 'mailed-lecturer' })];
    await publish(at, round, rows);
    const [one, two] = people.map(({ email }) => email);
    const mail = await mailTo(at, one ?? '', '수업 시간표');
    expect(mail.subject).toContain(`수업 시간표: ${round.title.ko}, 1판`);
    expect(mail.text).toContain('다음 수업');
    await timetableLinkTo(at, round, two ?? '');
    expect(await tellTimetable(at, { cohort: round.id, by: 'operator:test' }, at.now())).toBe(0);
    expect((await events(round, 'TimetableTold')).map(({ data }) => data)).toEqual([{ version: 1, mails: 4 }]);
    const staff = await mailsTo(at, manager);
    expect(staff.filter(({ text }) => text.includes(`/t/${round.id}.`))).toHaveLength(1);
    await publish(at, round, [{ ...rows[0], ...lesson('L01', { lecturer: 'mailed-lecturer', site: 'R9' }) }]);
    expect((await mailTo(at, one ?? '', '2판')).text).toContain('수업 시간표가 바뀌었습니다');
  });

  it('see the lessons by their link, in both languages, with what was changed and cancelled', async () => {
    const { round, people } = await seatedCohort(at, [{}]);
    const lecturer = 'seen-lecturer';
    const late = lesson('L02', { lecturer, start: '22:00', end: '00:30' });
    await publish(at, round, [
      lesson('L01', { lecturer }),
      late,
      lesson('L03', { lecturer, start: '09:00', end: '10:00' }),
    ]);
    await publish(at, round, [lesson('L01', { lecturer, site: 'R302' }), late]);
    const path = await timetableLinkTo(at, round, people[0]?.email ?? '');
    const ko = await visitor(at.baseUrl, { lang: 'ko' }).get(path);
    expect(ko.status).toBe(200);
    expect(ko.text).toMatch(/2회\(취소 1회 제외\)/u);
    expect(ko.text).toMatch(/09:00–10:00 취소됨/u);
    expect(ko.text).toMatch(/19:00–22:00 변경됨.*결제 강사: Haon 장소: Gaon R302/u);
    expect(ko.text).toContain('22:00–다음 날 00:30');
    expect(ko.text).toContain(`${at.baseUrl}${path}/lessons.ics?lang=ko`);
    const en = await visitor(at.baseUrl, { lang: 'en' }).get(path);
    expect(en.text).toMatch(/Cancelled.*Changed.*Payments Lecturer: Haon/u);
    expect(en.headers.get('cache-control')).toBe('no-store');
  });

  it('subscribe to a feed in which a lesson keeps its id, its number rises, and what is cancelled stays', async () => {
    const { round, people } = await seatedCohort(at, [{}]);
    const lecturer = 'feed-lecturer';
    const rows = [lesson('L01', { lecturer }), lesson('L02', { lecturer, date: tomorrow(2) })];
    await publish(at, round, rows);
    const path = await timetableLinkTo(at, round, people[0]?.email ?? '');
    const feed = async () => {
      const response = await visitor(at.baseUrl).once('GET', `${path}/lessons.ics?lang=en`);
      return { type: response.headers.get('content-type'), text: unfolded(await response.text()) };
    };
    const before = await feed();
    expect(before.type).toContain('text/calendar');
    expect(before.text).toContain(`UID:${round.id}-L01@seoul-fintech-academy`);
    expect(before.text.match(/SEQUENCE:0/gu)).toHaveLength(2);
    expect((await feed()).text).toBe(before.text);
    await load(round, [lesson('L01', { lecturer, start: '18:00', end: '21:00' })]);
    const after = (await feed()).text;
    expect(after.match(/UID:\S+/gu)).toEqual(before.text.match(/UID:\S+/gu));
    expect(after.match(/SEQUENCE:1/gu)).toHaveLength(2);
    expect(after.match(/STATUS:\S+/gu)).toEqual(['STATUS:CONFIRMED', 'STATUS:CANCELLED']);
    expect(after).toContain(`DTSTART:${tomorrow().replaceAll('-', '')}T090000Z`);
    expect(after).toContain('SUMMARY:Payments');
  });
});

describe('a link to a timetable', () => {
  it('opens nothing when it is another’s, forged, or of a cohort that it is not for', async () => {
    const [one, other] = [await seatedCohort(at, [{}]), await seatedCohort(at, [{}])];
    await publish(at, one.round, [lesson('L01', { lecturer: 'link-one' })]);
    await publish(at, other.round, [lesson('L01', { lecturer: 'link-other' })]);
    const path = await timetableLinkTo(at, one.round, one.people[0]?.email ?? '');
    const [, , key = '', mac = ''] = path.split('/');
    const there = key.replace(one.round.id, other.round.id);
    const someone = key.replace(one.people[0]?.reference ?? '', other.people[0]?.reference ?? '');
    const forged = [
      `${path.slice(0, -4)}AAAA`,
      `/t/${there}/${mac}`,
      `/t/${someone}/${mac}`,
      `/t/x.y/${mac}`,
      `/t/x/${mac}`,
    ];
    for (const wrong of forged) {
      expect((await visitor(at.baseUrl).get(wrong)).status, wrong).toBe(404);
      expect((await visitor(at.baseUrl).get(`${wrong}/lessons.ics`)).status, wrong).toBe(404);
    }
  });

  it('opens nothing more for who has left the cohort', async () => {
    const { round, people } = await seatedCohort(at, [{}]);
    await publish(at, round, [lesson('L01', { lecturer: 'left-cohort' })]);
    const path = await timetableLinkTo(at, round, people[0]?.email ?? '');
    await withdrawApplication(at, people[0]?.reference ?? '', at.now());
    const page = await visitor(at.baseUrl, { lang: 'ko' }).get(path);
    expect([page.status, page.title]).toEqual([403, expect.stringContaining('이 시간표를 더 이상 볼 수 없습니다')]);
  });

  it('of the staff opens nothing once they have another address, and a new one is mailed there', async () => {
    const { round } = await seatedCohort(at, [{}]);
    const people = async (email: string, roles = 'institution') => {
      const file = `id,name,email,lang,roles,deputy,absences\ntimetable-bank,한시연,${email},ko,${roles},,`;
      await loadPeople(at, readPeople(file).people, 'operator:test', at.now());
      await followPeople(at, { people: ['timetable-bank'], by: 'operator:test' }, at.now());
    };
    await people('one@bank.example');
    await publish(at, round, [lesson('L01', { lecturer: 'staff-link' })]);
    const path = await timetableLinkTo(at, round, 'one@bank.example');
    expect((await visitor(at.baseUrl).get(path)).status).toBe(200);
    await people('two@bank.example');
    expect((await visitor(at.baseUrl).get(path)).status).toBe(410);
    const later = await timetableLinkTo(at, round, 'two@bank.example');
    expect((await visitor(at.baseUrl).get(later)).status).toBe(200);
    await people('two@bank.example', '');
    expect((await visitor(at.baseUrl).get(later)).status).toBe(403);
  });
});

it('a lesson that is over stays among a lecturer’s bookings for a year', async () => {
  const [one, other] = [await seatedCohort(at, [{}]), await seatedCohort(at, [{}])];
  const lecturer = 'long-ago';
  await load(one.round, [lesson('L01', { lecturer })]);
  const inAYear = addMinutes(at.now(), 368 * 24 * 60);
  const rows = [lesson('L01', { lecturer, date: addDays(tomorrow(), 370) })];
  await loadTimetable(at, { cohort: other.round.id, rows, by: 'operator:test' }, inAYear);
  expect((await at.timetables.bookings(lecturer))?.booked.map(({ cohort }) => cohort)).toEqual([other.round.id]);
});
