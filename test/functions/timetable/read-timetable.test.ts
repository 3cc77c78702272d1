import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { lecturersTable } from '../../../functions/lecturers/lecturers-table.ts';
import { readTimetable } from '../../../functions/timetable/read-timetable.ts';
import { timetableCheck } from '../../../ops/timetable/timetable-files.ts';
import { columns } from '../../support/timetable/timetable.ts';

const lesson = (id: string, change: Readonly<Record<string, string>> = {}): string =>
  Object.values({
    id,
    date: '2027-03-08',
    start: '19:00',
    end: '22:00',
    course: 'payments',
    ko: '지급결제',
    en: 'Payments',
    lecturer: 'kim-haon',
    name: '김하온',
    institution: '가온은행',
    site: '301호',
    ...change,
  }).join(',');

const read = (...rows: readonly string[]) => readTimetable([columns, ...rows].join('\n'));

describe('the lessons of a cohort', () => {
  it('are read from CSV, also those over midnight and of a whole day', () => {
    const { lessons, bad } = read(
      lesson('L01'),
      lesson('L02', { date: '2027-03-09', start: '22:00', end: '01:00' }),
      lesson('L03', { date: '2027-03-11', start: '00:00', end: '24:00' }),
    );
    expect(bad).toEqual([]);
    expect(lessons.map(({ id, start, end, lecturerName }) => [id, start, end, lecturerName])).toEqual([
      ['L01', '19:00', '22:00', '김하온'],
      ['L02', '22:00', '01:00', '김하온'],
      ['L03', '00:00', '24:00', '김하온'],
    ]);
  });

  it.each([
    ['a day that does not exist', { date: '2027-02-30' }, /:2 date/u],
    ['no time', { start: '7 pm' }, /:2 start: is 7 pm, and should be a time such as 19:00/u],
    ['an end that is the start', { end: '19:00' }, /:2 end: is when it begins/u],
    ['no id of a course', { course: '지급결제' }, /:2 course: is 지급결제, and should be like digital-payments/u],
    ['nobody', { lecturer: '' }, /:2 lecturer: is empty/u],
    [
      'a resident registration number',
      { name: '김하온 900101-1234567' },
      /:2 lecturerName: holds a number like a resident/u,
    ],
    ['a place longer than a page shows', { site: '가'.repeat(61) }, /:2 site/u],
  ])('are refused with %s', (_, change, reason) => {
    const { lessons, bad } = read(lesson('L01', change), lesson('L02', { date: '2027-03-10' }));
    expect(lessons).toEqual([]);
    expect(bad.map(({ line, reason: why }) => `:${line} ${why}`).join()).toMatch(reason);
  });

  it('are refused without a column, without a lesson, with an id twice, and if there are too many', () => {
    expect(readTimetable('lesson,date\nL01,2027-03-08').bad[0]?.reason).toMatch(/no columns start, end/u);
    expect(read().bad).toEqual([{ line: 1, reason: 'there is no lesson in the file' }]);
    expect(read(lesson('L01'), lesson('L01', { date: '2027-03-10' })).bad).toEqual([
      { line: 3, reason: 'lesson: L01 stands there twice' },
    ]);
    const many = Array.from({ length: 501 }, (_, index) => lesson(`L${index}`, { lecturer: `someone-${index}` }));
    expect(read(...many).bad).toEqual([{ line: 1, reason: 'more than 500 lessons are too many' }]);
  });

  it('do not put a lecturer in two places: both lessons are named', () => {
    const { bad } = read(lesson('L01'), lesson('L02', { start: '21:59', end: '23:00', site: '302호' }));
    expect(bad).toEqual([
      {
        line: 3,
        reason: 'lecturer: kim-haon is in L01 (2027-03-08 19:00–22:00) and in L02 (2027-03-08 21:59–23:00) at once',
      },
    ]);
    const night = lesson('L03', { date: '2027-03-07', start: '22:00', end: '19:01' });
    expect(read(night, lesson('L01')).bad).toHaveLength(1);
  });

  it('let one begin when another ends, and only warn of a room with two at once', () => {
    expect(read(lesson('L01'), lesson('L02', { start: '22:00', end: '23:00' })).bad).toEqual([]);
    const { bad, warnings } = read(lesson('L01'), lesson('L02', { lecturer: 'lee-sol' }));
    expect(bad).toEqual([]);
    expect(warnings).toEqual([
      { line: 3, reason: 'site: 301호 has L01 (2027-03-08 19:00–22:00) and L02 (2027-03-08 19:00–22:00) at once' },
    ]);
  });
});

describe('ops timetable check', () => {
  const folder = mkdtempSync(join(tmpdir(), 'timetable-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const noCloud: Parameters<typeof timetableCheck>[1] = () => {
    throw new Error('no cloud');
  };
  const check = async (bytes: Buffer, at = noCloud): Promise<string> => {
    const file = join(folder, 'lessons.csv');
    writeFileSync(file, bytes);
    const said: string[] = [];
    const log = vi.spyOn(console, 'log').mockImplementation((line: unknown) => void said.push(String(line)));
    await timetableCheck(file, at).catch((error: unknown) => void said.push(String(error)));
    log.mockRestore();
    return said.join('\n');
  };
  const text = [columns, lesson('L01'), lesson('L02', { lecturer: 'lee-sol' })].join('\n');

  it('says that a file is right, and of which rooms to look at', async () => {
    const said = await check(Buffer.from(`\uFEFF${text}`));
    expect(said).toContain('The timetable is right: lessons 2, lecturers 2.');
    expect(said).toContain('lessons.csv:3 site: 301호');
    expect(said).not.toContain('CP949');
  });

  it('says that a file is right where the cloud does not answer, and what is not known for that', async () => {
    const away = { endpoint: 'http://127.0.0.1:1', region: 'ap-northeast-2', maxAttempts: 1 };
    const db = DynamoDBDocumentClient.from(
      new DynamoDBClient({ ...away, credentials: { accessKeyId: 'a', secretAccessKey: 'b' } }),
    );
    const said = await check(Buffer.from(text), () => ({ lecturers: lecturersTable(db, 'lecturers') }));
    expect(said).toMatch(/Whether all lecturers are loaded is not known: .*ECONNREFUSED/u);
    expect(said).toContain('The timetable is right: lessons 2, lecturers 2.');
  });

  it('reads what Korean Excel saves, and says so', async () => {
    const said = await check(iconv.encode(text, 'cp949'));
    expect(said).toContain('The file is in CP949, not UTF-8; look whether this reads right: 김하온');
    expect(said).toContain('lessons.csv:3 site: 301호');
  });

  it('says of a bad row its line and what is wrong', async () => {
    expect(await check(Buffer.from(text.replace('2027-03-08', '8.3.2027')))).toMatch(/lessons\.csv:2 date/u);
  });
});
