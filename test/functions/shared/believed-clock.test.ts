import { expect, it } from 'vitest';
import { believedClock } from '../../../functions/shared/believed-clock.ts';

const own = Date.parse('2027-01-11T01:00:00.833Z');

it.each([
  ['an answer tells whole seconds and took some time', -833, own],
  ['an answer was late by all that is waited for it', -4999, own],
  ['the worker’s clock goes ahead by minutes', -300_000, own - 300_000],
  ['the worker’s clock is behind by an hour', 3_600_000, own + 3_600_000],
])('%s', (_, systemClockOffset, expected) => {
  expect(believedClock({ systemClockOffset }, () => own)()).toBe(expected);
});
