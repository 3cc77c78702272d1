import { describe, expect, it } from 'vitest';
import {
  type Application,
  applicationStates,
  asCancelled,
  newApplication,
} from '../../../functions/applications/application.ts';
import { nextSteps } from '../../../functions/applications/pages/status-texts.ts';
import { addDays, instantSchema, type LocalDate, lastDayOf } from '../../../functions/shared/time.ts';
import { toldAcademy } from '../rounds/academy.ts';

const round = toldAcademy();
const draft = newApplication({
  reference: 'A-27H1-7K3Q-9MX4',
  roundId: round.id,
  roundVersion: 1,
  lang: 'ko',
  email: 'one@example.com',
  now: instantSchema.parse('2026-12-01T00:00:00Z'),
  closesAt: round.closesAt,
});
const accepted: Application = { ...draft, state: 'ACCEPTED', version: 1 };
const noon = (day: LocalDate) => instantSchema.parse(`${day}T03:00:00Z`);
const steps = (day: LocalDate) => nextSteps(accepted, round, undefined, noon(day));

describe('what comes next for who is in the selection', () => {
  it('is the calendar of the round, up to the day of the results', () => {
    expect(steps(round.resultsOn).map(({ date }) => date)).toContain(round.resultsOn);
    expect(steps(round.resultsOn).every(({ title }) => title.en !== 'The results are late')).toBe(true);
  });

  it('has one step that is waited for: the closing while one may still change, then the reviews, then the results', () => {
    const waitedFor = (day: LocalDate) =>
      steps(day).flatMap(({ state, title, date }) => (state === 'now' ? [[title.en, date]] : []));
    const closing = lastDayOf(round.closesAt);
    const reviews = round.whatHappens.find(({ text }) => text.en === 'Reviews')?.date ?? closing;
    expect(waitedFor(addDays(closing, -10))).toEqual([['Applications close (18:00)', closing]]);
    expect(waitedFor(closing)).toEqual([['Applications close (18:00)', closing]]);
    expect(steps(addDays(closing, 1)).some(({ date }) => date === closing)).toBe(false);
    expect(waitedFor(addDays(closing, 1))).toEqual([['Reviews', reviews]]);
    expect(waitedFor(reviews)).toEqual([['Reviews', reviews]]);
    expect(waitedFor(addDays(reviews, 1))).toEqual([['Results', round.resultsOn]]);
    expect(waitedFor(round.resultsOn)).toEqual([['Results', round.resultsOn]]);
  });

  it('is that the results are late, once their day has passed without them, and no day that is over', () => {
    const late = steps(addDays(round.resultsOn, 1));
    expect(late.find(({ state }) => state === 'now')?.title.en).toBe('The results are late');
    expect(late.every(({ date }) => date === undefined || date > round.resultsOn)).toBe(true);
    expect(late.some(({ date }) => date === round.firstDay)).toBe(true);
  });
});

describe('an application in a round that is cancelled', () => {
  it('is told as cancelled from that moment on, unless it had ended before', () => {
    const told = applicationStates.map((state) => asCancelled({ ...draft, state }, { cancelled: true }).state);
    expect(Object.fromEntries(applicationStates.map((state, index) => [state, told[index]]))).toEqual({
      DRAFT: 'DRAFT',
      SUBMITTED: 'CANCELLED',
      WITH_OFFICER: 'CANCELLED',
      WITH_APPLICANT: 'CANCELLED',
      ACCEPTED: 'CANCELLED',
      REFUSED: 'REFUSED',
      WITHDRAWN: 'WITHDRAWN',
      CANCELLED: 'CANCELLED',
    });
    expect(asCancelled(accepted, {}).state).toBe('ACCEPTED');
  });
});
