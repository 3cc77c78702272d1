import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { forms as realForms } from '../../../functions/forms/round-form.ts';
import { checkRound } from '../../../functions/rounds/check-round.ts';
import { differences } from '../../../functions/rounds/differences.ts';
import { writtenRoundSchema } from '../../../functions/rounds/round.ts';
import { roundFile } from '../../../functions/rounds/round-file.ts';
import { toldRound } from '../../../functions/rounds/told-round.ts';
import { pastAlready, warnings } from '../../../functions/rounds/warnings.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { demoRound } from '../../../local/demo/demo-round.ts';
import { root } from '../../../local/paths.ts';
import { academyFile, academyRound, forms } from './academy.ts';

const academy = academyRound();
const recorded = join(root, 'test/functions/recorded/a5ae1e2/rounds.json');
const recordedSchema = z.object({ version: z.object({ round: z.unknown() }) });

/** What is warned of after places of the academy’s file were changed, with the text of each line. */
function warnedAfter(changes: Readonly<Record<string, string>>, compared = false) {
  let file = academyFile;
  for (const [before, after] of Object.entries(changes)) {
    if (!file.includes(before)) throw new Error(`the file of the academy does not say ${before}`);
    file = file.replace(before, after);
  }
  const checked = checkRound(file, forms);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked
    .locate(warnings(checked.round, compared ? academy : undefined))
    .map(({ line, field, reason }) => `${field} ${reason} | ${file.split('\n')[line - 1]?.trim()}`);
}

it('rounds as they are give no warning', () => {
  expect(warnedAfter({})).toEqual([]);
  const demo = checkRound(demoRound(instantSchema.parse('2026-11-25T00:17:00Z')), Object.fromEntries(realForms));
  expect(demo.ok && warnings(demo.round)).toEqual([]);
});

const reviewsLate = expect.stringMatching(
  /^admission\.review\.within ends on .*, after the results are due \(Friday, 19 February 2027\)/u,
);

it('a moved closing leaves nothing stale behind, and names the reviews that cannot be in time', () => {
  expect(warnedAfter({ '2027-01-29T18:00': '2027-02-05T18:00' }, true)).toEqual([reviewsLate]);
});

it('a step dated by hand is told what to write, before the day moves and after it has', () => {
  const byHand = { 'when: closesAt': 'date: 2027-01-29' };
  expect(warnedAfter(byHand)).toEqual([
    'whatHappens[1].date is 2027-01-29, when applications close: write "when: closesAt" instead, and it moves with it | date: 2027-01-29',
  ]);
  expect(warnedAfter({ ...byHand, '2027-01-29T18:00': '2027-02-05T18:00' }, true)).toEqual([
    'whatHappens[1].date is 2027-01-29, which is the day on which applications close in the version before; now it is Friday, 5 February 2027: write "when: closesAt" instead | date: 2027-01-29',
    reviewsLate,
  ]);
});

it('a day that the round does not know otherwise may be dated, and named by texts', () => {
  expect(
    warnedAfter({
      'when: reviewsDue': 'date: 2027-01-14',
      'ko: 심사\n': 'ko: 설명회\n',
      'It takes place in': 'Come and ask us on 14 January. It takes place in',
    }),
  ).toEqual([]);
});

it.each([
  [
    'a condition that names another first day',
    { '입력하신 생년월일로는': '2027년 3월 9일 기준이며, 입력하신 생년월일로는' },
    'eligibility[0].unmet.ko names 2027년 3월 9일, and the condition goes by the first day (Monday, 8 March 2027): write {firstDay}',
  ],
  [
    'a text that names a day of nothing',
    { 'It takes place in': 'It begins on 9 March and takes place in' },
    'summary.en names 9 March, which is no day of this round',
  ],
  [
    'a weekday that the day is not',
    { 'You are 19 or older on the first day, {firstDay}.': 'You are 19 or older on Tuesday, 8 March.' },
    'whoCanApply[0].en names Tuesday, 8 March, and that day is Monday, 8 March 2027, when the first class is: write {firstDay}',
  ],
  [
    'a day that two moments share, written by hand',
    { 'It takes place in': 'Answers are awaited until 26 February. It takes place in' },
    'summary.en names 26 February, when offers are to be answered and nobody can ask to look again any more: write {answersDue} or {lookAgainDue}, and it moves with it',
  ],
  [
    'the time of the lessons, written by hand',
    { '매주 {sessions}': '매주 월요일 19:30~22:00' },
    'schedule.days.ko names 19:30, which is no time of the sessions: write {sessions}',
  ],
  [
    'another hour than the closing has',
    {
      '2027-01-29T18:00': '2027-01-29T17:00',
      'when: closesAt': 'date: 2027-01-29',
      'ko: 접수 마감': 'ko: 접수 마감(18:00)',
    },
    'names 18:00, and the round closes at 17:00',
  ],
  ['a closing at midnight', { '2027-01-29T18:00': '2027-01-29T24:00' }, 'closesAt is midnight, when nobody is there'],
  [
    'a closing on a holiday',
    { '2027-01-29T18:00': '2027-02-07T18:00' },
    'closesAt is Sunday, 7 February 2027, a weekend or holiday',
  ],
  ['a first day without classes', { 'firstDay: 2027-03-08': 'firstDay: 2027-03-09' }, 'has classes on MO, WE'],
  [
    'an approval that comes after the results',
    { 'within: 2 # a day': 'within: 4 # a day' },
    'admission.committee.within ends on Monday, 22 February 2027 if the reviews take all their time',
  ],
  [
    'a waitlist that ends before the first offers do',
    { 'lastDay: 2027-03-05': 'lastDay: 2027-02-26' },
    'nobody who waits would be asked in time',
  ],
])('%s is warned of', (_, changes, expected) => {
  expect(warnedAfter(changes).join('\n')).toContain(expected);
});

it('the day of a law is none of the round’s', () => {
  expect(warnedAfter({ 'It takes place in': 'By the act of 29 March 2011 it takes place in' })).toEqual([]);
});

it('a round that is loaded for the first time after its closing is warned of', () => {
  const now = instantSchema.parse('2027-02-01T00:00:00Z');
  expect(pastAlready(academy, now)).toEqual([{ path: ['closesAt'], reason: 'is past: nobody could apply' }]);
});

it('what a file changes is told field by field, in words, parts of lists by their ids', () => {
  const news = academy.consents.find(({ id }) => id === 'news');
  const next = {
    ...academy,
    capacity: 40,
    closesAt: instantSchema.parse('2027-01-29T24:00+09:00'.replace('T24:00', 'T23:00')),
    title: { ...academy.title, en: 'Another title' },
    consents: academy.consents.filter(({ id }) => id !== 'news'),
    eligibility: academy.eligibility.map((rule) =>
      rule.rule === 'any-of' && rule.id === 'seoul-ties' ? { ...rule, values: ['lives'] } : rule,
    ),
  };
  const told = differences(academy, next);
  expect(told.filter(({ field }) => /^(?:title[.]en|whatHappens|closesAt|capacity)/u.test(field))).toEqual([
    { field: 'title.en', was: 'Seoul Fintech Academy, first half of 2027', is: 'Another title' },
    { field: 'whatHappens[1].text.ko', was: '접수 마감(18:00)', is: '접수 마감(23:00)' },
    { field: 'whatHappens[1].text.en', was: 'Applications close (18:00)', is: 'Applications close (23:00)' },
    { field: 'closesAt', was: 'Friday, 29 January 2027, 18:00 KST', is: 'Friday, 29 January 2027, 23:00 KST' },
    { field: 'capacity', was: '30', is: '40' },
  ]);
  expect(told).toContainEqual({ field: 'eligibility[seoul-ties].values', was: 'lives, works, studies', is: 'lives' });
  expect(told.filter(({ field }) => field.startsWith('consents[news]')).map(({ was }) => was)).toContain(
    news?.purpose.en,
  );
  expect(differences(academy, { ...academy })).toEqual([]);
});

it.each(['2027-01-29T18:00+09:00', '2027-01-29T24:00+09:00'])(
  'a loaded round that closes at %s is shown as a file that is right and changes nothing',
  (closesAt) => {
    const round = { ...academy, closesAt: checkedClosing(closesAt) };
    const file = roundFile({ ...round, version: 3, cancelled: { at: academy.opensAt, reason: 'fire' } });
    expect(file).toContain(`closesAt: ${closesAt}`);
    for (const once of ['when: closesAt', '{firstDay}', '{refusedYears}']) expect(file).toContain(once);
    const checked = checkRound(file, forms);
    expect(checked).toMatchObject({ ok: true, round });
    expect(checked.ok && differences(round, checked.round)).toEqual([]);
  },
);

it('a round that a release before has stored, with dates by hand, is told as it is, and shown as a file that is right', () => {
  const stored = recordedSchema.parse(JSON.parse(readFileSync(recorded, 'utf8'))).version.round;
  const round = writtenRoundSchema.parse(stored);
  expect(toldRound(round)).toEqual(round);
  const checked = checkRound(roundFile(round), Object.fromEntries(realForms));
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  expect(differences(round, checked.round)).toEqual([]);
  const warned = checked.locate(warnings(checked.round)).map(({ field, reason }) => `${field} ${reason}`);
  expect(warned.join('\n')).toMatch(
    /whatHappens\[\d\]\.date is 2027-03-08, when the first class is: write "when: firstDay"/u,
  );
  expect(warned.join('\n')).toContain('write {firstDay}, and it moves with it');
});

function checkedClosing(closesAt: string) {
  const checked = checkRound(academyFile.replace(/^closesAt: .*$/mu, `closesAt: ${closesAt}`), forms);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.round.closesAt;
}
