import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { cohortChangedMail, cohortConfirmedMail } from '../../../functions/cohort/mails/end-mails.tsx';
import { CohortPage } from '../../../functions/cohort/pages/cohort-page.tsx';
import { StatisticsPage } from '../../../functions/cohort/pages/statistics-page.tsx';
import { stageIds, statisticsSchema } from '../../../functions/cohort/statistics.ts';
import { type Person, personSchema } from '../../../functions/people/person.ts';
import type { Round } from '../../../functions/rounds/round.ts';
import { instantSchema, localDateSchema } from '../../../functions/shared/time.ts';
import { labRound } from '../../support/rounds/lab.ts';
import { wordsOf } from '../../support/visitor.ts';
import { academyRound } from '../rounds/academy.ts';

const now = instantSchema.parse('2027-12-05T18:00+09:00');
const person: Person = personSchema.parse({
  id: 'lee-jiho',
  name: '이지호',
  email: 'jiho.lee@example.com',
  lang: 'ko',
  roles: ['lab-manager'],
  absences: [],
  revision: 1,
  at: now,
});
const course: Round = { ...academyRound(), version: 1 };
const day = (date: string) => localDateSchema.parse(date);
const rounds = {
  course,
  residency: labRound(),
  extension: labRound({
    residency: undefined,
    renews: { round: 'lab-2027', window: { from: day('2028-05-01'), to: day('2028-05-31') } },
  }),
};
const free = /빈자리|free/u;

const statistics = statisticsSchema.parse({
  roundId: 'lab-2027',
  countedAt: now,
  capacity: 15,
  stages: { ...Object.fromEntries(stageIds.map((id) => [id, 0])), taken: 3 },
  times: [],
  scores: { rankedBy: 'mean', bins: [] },
  reviewers: [],
  offers: [{ offers: 1, seats: 3 }],
});
const shown = (round: Round) =>
  wordsOf(renderToString(<CohortPage {...{ round, statistics }} members={[]} view="staff" path="/c/lab" lang="ko" />));

describe('who is told about a confirmed cohort', () => {
  const mailed = (round: Round, lang: Person['lang']) =>
    cohortConfirmedMail({ ...person, lang }, round, { seats: 15, taken: 3, link: 'https://example.com/c' });

  it.each(['course', 'residency'] as const)('is told of places that stay free in a round of a %s', (of) => {
    for (const lang of ['ko', 'en'] as const) expect(mailed(rounds[of], lang).text).toMatch(free);
    expect(shown(rounds[of])).toMatch(free);
  });

  it('is told in the words of the Lab who moves in', () => {
    const { subject, text } = mailed(rounds.residency, 'ko');
    expect(subject).toContain('선정 기업 명단이 확정되었습니다');
    expect(text).toMatch(/기업 15곳[\s\S]*기업 3곳/u);
    expect(shown(rounds.residency)).toContain('선정 기업 명단');
  });

  it.each(['ko', 'en'] as const)('is told how many stay, and of no places, in a round of renewal (%s)', (lang) => {
    const { subject, text } = mailed(rounds.extension, lang);
    expect(subject).toContain({ ko: '입주를 연장하는 기업이 확정되었습니다', en: 'which startups stay on' }[lang]);
    expect(text).toMatch({ ko: /연장하는 기업: 기업 3곳/u, en: /Startups that stay on: 3/u }[lang]);
    expect(text).not.toMatch(/빈자리|모집 인원|free|Places|15/u);
  });

  it('hears of somebody who leaves the list without classes, rooms or places', () => {
    const given = { revised: { number: 2, at: now, givenUp: 1 }, seats: 15, taken: 2, link: 'https://example.com/c' };
    const { subject, text } = cohortChangedMail(person, rounds.extension, given);
    expect(subject).toContain('입주를 연장하는 기업 명단이 바뀌었습니다');
    expect(text).not.toMatch(/빈자리|모집 인원|강의실|교재/u);
    expect(cohortChangedMail(person, rounds.residency, given).text).not.toMatch(/강의실|교재/u);
  });
});

describe('the list and the numbers of a round of renewal', () => {
  it('say how many stay, and nothing of places', () => {
    const page = shown(rounds.extension);
    expect(page).toContain('입주를 연장하는 기업');
    expect(page).not.toMatch(/빈자리|모집 인원|과정/u);
    const numbers = renderToString(
      <StatisticsPage round={rounds.extension} statistics={statistics} view="staff" path="/c/lab" lang="ko" />,
    );
    expect(numbers).not.toContain('빈자리를 채울 때까지');
  });
});
