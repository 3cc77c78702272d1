import { expect, it } from 'vitest';
import { comparable, slownessOf, usualWorkSeconds, workSeconds } from './machine-speed.ts';

it('a fixed piece of work takes CPU time, whatever else this process did before', () => {
  expect(workSeconds()).toBeGreaterThan(0.0005);
});

it('a machine is as slow as the middle of what was measured, and as usual if nothing was', () => {
  expect(slownessOf([usualWorkSeconds, 9, usualWorkSeconds * 2])).toBeCloseTo(2);
  expect(slownessOf([])).toBe(1);
});

it('a sum is told as it was counted and as it would be on the machine of the budgets', () => {
  expect(comparable(600, 1.5)).toContain('600 CPU seconds');
  expect(comparable(600, 1.5)).toContain('400 there');
});
