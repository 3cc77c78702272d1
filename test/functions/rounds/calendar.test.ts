import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../../functions/rounds/calendar.ts';
import { lessonsOf } from '../../../functions/rounds/lessons.ts';
import { composeMail } from '../../../functions/shared/mail/compose.ts';
import { instantSchema, isHoliday } from '../../../functions/shared/time.ts';
import { toldAcademy } from '../rounds/academy.ts';

const round = toldAcademy();
const now = instantSchema.parse('2027-02-26T03:00:00Z');

describe('the classes of a round', () => {
  it('are every Monday and Wednesday for 18 weeks from the first day, except on public holidays', () => {
    const lessons = lessonsOf(round);
    expect(lessons[0]).toEqual({
      date: '2027-03-08',
      from: '2027-03-08T10:00:00.000Z',
      to: '2027-03-08T13:00:00.000Z',
    });
    expect(lessons.every(({ date }) => [1, 3].includes(new Date(date).getUTCDay()))).toBe(true);
    expect(lessons.some(({ date }) => isHoliday(date))).toBe(false);
    // 5 May is Children's Day.
    expect(lessons.map(({ date }) => date)).not.toContain('2027-05-05');
    expect(lessons.length).toBeLessThan(36);
    expect(lessons.at(-1)?.date).toBe('2027-07-07');
  });

  it('are none if the round states none', () => {
    expect(lessonsOf({ ...round, schedule: { ...round.schedule, sessions: [] } })).toEqual([]);
  });
});

describe('the calendar file', async () => {
  const file = await calendarOf(round, 'ko', now);

  it('has an event for each class, with the times in UTC and the place', () => {
    expect(file.match(/BEGIN:VEVENT/gu)).toHaveLength(lessonsOf(round).length);
    expect(file).toContain('DTSTART:20270308T100000Z');
    expect(file).toContain('DTEND:20270308T130000Z');
    expect(file).toContain('METHOD:PUBLISH');
    expect(file.replace(/\r\n /gu, '')).toContain(`SUMMARY:${round.title.ko}`);
    expect(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });

  it('is the same again, so that no calendar shows a class twice', async () => {
    expect(await calendarOf(round, 'ko', now)).toBe(file);
    const ids = [...file.matchAll(/^UID:(.+)\r$/gmu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('goes with a mail as a calendar part', async () => {
    const mail = { lang: 'ko', subject: '확정', html: '<p>확정</p>', text: '확정' } as const;
    const raw = await composeMail({
      from: 'a@example.com',
      to: 'b@example.com',
      mail,
      date: new Date(now),
      calendar: { method: 'PUBLISH', content: file },
    });
    expect(Buffer.from(raw).toString('utf8')).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=PUBLISH/iu);
  });
});
