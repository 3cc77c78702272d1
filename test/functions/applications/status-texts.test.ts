import { describe, expect, it } from 'vitest';
import {
  type Application,
  applicationStates,
  asCancelled,
  newApplication,
} from '../../../functions/applications/application.ts';
import { nextSteps } from '../../../functions/applications/pages/status-texts.ts';
import { addDays, instantSchema, type LocalDate } from '../../../functions/shared/time.ts';
import { academyRound } from '../rounds/academy.ts';

const round = { ...academyRound(), version: 1 };
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
    expect(steps(round.resultsOn).some(({ state }) => state === 'now')).toBe(false);
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
