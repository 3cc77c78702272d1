import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { newApplication } from '../../../functions/applications/application.ts';
import { refusedMail } from '../../../functions/applications/mails/applicant-mails.tsx';
import { nextSteps } from '../../../functions/applications/pages/status-texts.ts';
import { calendarOf } from '../../../functions/rounds/calendar.ts';
import { datesIn, means } from '../../../functions/rounds/dates-in-text.ts';
import { differences } from '../../../functions/rounds/differences.ts';
import { ownDates } from '../../../functions/rounds/own-dates.ts';
import { StartPage } from '../../../functions/rounds/pages/start.tsx';
import type { Round } from '../../../functions/rounds/round.ts';
import { told, toldRound } from '../../../functions/rounds/told-round.ts';
import { langs } from '../../../functions/shared/i18n.ts';
import {
  addDays,
  formatDate,
  formatEnd,
  type Instant,
  instantSchema,
  type LocalDate,
  localDateSchema,
} from '../../../functions/shared/time.ts';
import { wordsOf } from '../../support/visitor.ts';
import { academyRound, problemsAfter, toldAcademy } from './academy.ts';

const now = instantSchema.parse('2026-12-01T00:00:00Z');
const day = (date: string): LocalDate => localDateSchema.parse(date);
const instant = (written: string): Instant => instantSchema.parse(written);
const page = (round: Round): string =>
  wordsOf(renderToString(<StartPage round={round} now={now} lang="ko" opened={undefined} />));

const application = (round: Round) => ({
  ...newApplication({
    reference: 'A-27H1-7K3Q-9MX4',
    roundId: round.id,
    roundVersion: 1,
    lang: 'ko',
    email: 'one@example.com',
    now,
    closesAt: round.closesAt,
  }),
  version: 1,
});
const daysOnStatusPage = (round: Round) =>
  nextSteps({ ...application(round), state: 'ACCEPTED' }, round, undefined, now).flatMap(({ date }) => date ?? []);
const refusal = (round: Round): string =>
  refusedMail({
    application: {
      ...application(round),
      state: 'REFUSED',
      decision: {
        outcome: 'REFUSED',
        version: 1,
        roundVersion: 1,
        by: 'person:kim-minji',
        at: now,
        rules: [{ ruleId: 'adult-on-first-day', met: false }],
      },
    },
    round,
    made: round,
    link: 'https://academy.example',
    now,
  }).text;
const changed = (change: Partial<Round>) =>
  differences(academyRound(), { ...academyRound(), ...change }).map(({ field }) => field);

describe('the academy’s round says each day once', () => {
  it('so that a moved closing moves its step, its hour and the reviews', () => {
    const change = { closesAt: instant('2027-02-05T17:00+09:00') };
    const words = page(toldAcademy(change));
    expect(words).toContain('2027년 2월 5일(금): 접수 마감(17:00)');
    expect(words).toContain('2027년 2월 23일(화): 심사');
    expect(words).not.toContain('1월 29일');
    expect(daysOnStatusPage(toldAcademy(change)).slice(0, 1)).toEqual(['2027-02-05']);
    expect(daysOnStatusPage(toldAcademy(change))).toContain('2027-02-23');
    expect(changed(change)).toEqual([
      'whatHappens[1].text.ko',
      'whatHappens[1].text.en',
      'whatHappens[1].date',
      'whatHappens[3].date',
      'closesAt',
    ]);
  });

  it('so that moved results move their step, and until when an answer is awaited', () => {
    const change = { resultsOn: day('2027-02-22') };
    expect(page(toldAcademy(change))).toContain('2027년 2월 22일(월): 결과 발표');
    expect(page(toldAcademy(change))).toContain('2027년 3월 2일(화): 참여 답변 마감(18:00)');
    expect(daysOnStatusPage(toldAcademy(change))).toContain('2027-03-02');
    expect(page(toldAcademy(change))).toContain('재검토는 2027년 3월 2일(화) 18:00까지 요청하실 수 있습니다.');
    expect(changed(change)).toEqual([
      'whatHappens[4].date',
      'whatHappens[5].detail.ko',
      'whatHappens[5].detail.en',
      'whatHappens[5].date',
      'resultsOn',
    ]);
  });

  it('so that a moved first day moves conditions, mails and the calendar', async () => {
    const change = { firstDay: day('2027-03-15') };
    const round = toldAcademy(change);
    expect(page(round)).toContain('첫 수업일인 2027년 3월 15일(월)에 만 19세 이상인 분');
    expect(page(round)).toContain('2027년 3월 15일(월): 개강');
    expect(page(round)).not.toContain('3월 8일');
    expect(refusal(round)).toContain('첫 수업일인 2027년 3월 15일(월)에 만 19세 이상이어야 합니다.');
    const calendar = await calendarOf(round, 'ko', now);
    expect(calendar).toContain('DTSTART:20270315T100000Z');
    expect(calendar).not.toContain('DTSTART:20270308');
    expect(changed(change)).toEqual([
      'whoCanApply[0].ko',
      'whoCanApply[0].en',
      'whatHappens[7].date',
      'firstDay',
      'eligibility[adult-on-first-day].unmet.ko',
      'eligibility[adult-on-first-day].unmet.en',
    ]);
  });

  it('so that less time before the end of the waitlist, other lessons and longer keeping are told as they are', () => {
    const { admission, schedule } = academyRound();
    if (!admission) throw new Error('the academy has an admission');
    const round = toldAcademy({
      schedule: { ...schedule, weeks: 1, sessions: [{ weekday: 'TU', from: '18:30', to: '21:30' }] },
      admission: {
        ...admission,
        offer: { ...admission.offer, leastHours: 4 },
        retention: { refusedYears: 2, enrolledYears: 5 },
      },
    });
    expect(round.whatHappens.map(({ text }) => text.en)).toContain('The waiting list closes (14:00)');
    expect(round.schedule.days.ko).toContain('매주 화요일 18:30~21:30');
    expect(round.schedule.days.en).toContain('Tuesdays, 18:30 to 21:30');
    expect(round.summary.en).toContain('6 hours a week for 1 week.');
    expect(round.consents[0]?.retention.ko).toContain('2년 동안 보관한 뒤 지체 없이 파기합니다');
    expect(round.consents[0]?.retention.en).toContain('5 years from the end of the course');
  });
});

describe('a round that is told', () => {
  const moved = fc.record({
    closing: fc.integer({ min: 0, max: 400 }),
    results: fc.integer({ min: 1, max: 60 }),
    first: fc.integer({ min: 1, max: 60 }),
    hour: fc.constantFrom('18:00', '17:00', '23:59', '00:00'),
  });
  const movedRound = ({ closing, results, first, hour }: typeof moved extends fc.Arbitrary<infer T> ? T : never) => {
    const last = addDays(day('2026-12-01'), closing);
    const resultsOn = addDays(last, results);
    return {
      ...academyRound(),
      version: 1,
      closesAt: instant(`${last}T${hour}+09:00`),
      resultsOn,
      firstDay: addDays(resultsOn, first),
    };
  };

  it('has no name in braces left, no step without the day of its moment, and is the same when it is told again', () => {
    fc.assert(
      fc.property(moved, (given) => {
        const round = movedRound(given);
        const once = toldRound(round);
        const dates = new Map(ownDates(round).map(({ name, date }) => [name, date]));
        expect(JSON.stringify(once)).not.toMatch(/\{\w+\}/u);
        expect(once.whatHappens.map(({ date }) => date)).toEqual(
          round.whatHappens.map(({ when }) => when && dates.get(when)),
        );
        expect(toldRound(once)).toEqual(once);
        expect(told(once)).toEqual(once);
      }),
      { numRuns: 25 },
    );
  });

  it('names in its texts only days that it has', () => {
    fc.assert(
      fc.property(moved, (given) => {
        const round = toldRound(movedRound(given));
        const dates = ownDates(round).map(({ date }) => date);
        const named = datesIn(JSON.stringify([round.whoCanApply, round.eligibility, round.whatHappens]));
        expect(named.length).toBeGreaterThan(0);
        for (const date of named) expect(dates.some((own) => means(date, own))).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it.each(langs)('names a day as every page does, and an end at midnight as the end of its day (%s)', (lang) => {
    const closesAt = instant('2027-01-30T00:00+09:00');
    const text = { ko: '{closesAt} · {firstDay}', en: '{closesAt} · {firstDay}' };
    const round = toldAcademy({ closesAt, summary: text });
    expect(round.summary[lang]).toBe(`${formatEnd(closesAt, lang)} · ${formatDate(round.firstDay, lang)}`);
    expect(round.whatHappens[1]?.text[lang]).toContain('(24:00)');
    expect(round.whatHappens[1]?.date).toBe('2027-01-29');
  });
});

describe('a file is refused', () => {
  it('if a step has a date beside its moment, or names an hour that is told with it', () => {
    expect(problemsAfter('    when: closesAt', '    when: closesAt\n    date: 2027-01-29')).toEqual([
      {
        text: 'date: 2027-01-29',
        field: 'whatHappens[1].date',
        reason: 'stands beside "when: closesAt", which tells the day: leave one out',
      },
    ]);
    expect(problemsAfter('ko: 접수 마감', 'ko: 접수 마감(오후 6시)')).toEqual([
      {
        text: 'ko: 접수 마감(오후 6시)',
        field: 'whatHappens[1].text.ko',
        reason: 'names 18:00, and the hour is told with "when: closesAt": leave it out',
      },
    ]);
  });

  it('if a step or a text names what no round has, or what this one does not have', () => {
    expect(problemsAfter('    when: closesAt', '    when: closing')).toMatchObject([
      { field: 'whatHappens[1].when', reason: expect.stringContaining('"closesAt"') },
    ]);
    expect(problemsAfter('{firstDay}에 만', '{firstday}에 만')).toMatchObject([
      {
        field: 'whoCanApply[0].ko',
        reason: expect.stringMatching(/^names \{firstday\}, and there are only .*\{firstDay\}/u),
      },
    ]);
  });
});
