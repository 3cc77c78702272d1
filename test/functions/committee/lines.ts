import fc from 'fast-check';
import type { InLine, Seating } from '../../../functions/selection/allocation.ts';

/** A line from what stands for each: `e` early, `r` regional, `b` both, `.` neither, `x` not placeable. */
export const line = (letters: string): InLine[] =>
  [...letters].map((letter, index) => ({
    reference: `A-${index + 1}`,
    place: index + 1,
    score: 5 - index / 10,
    quotas: [
      letter === 'e' || letter === 'b' ? 'early' : [],
      letter === 'r' || letter === 'b' ? 'regional' : [],
    ].flat(),
    placeable: letter !== 'x',
  }));

export const seating = (change: Partial<Seating> = {}): Seating => ({
  capacity: 3,
  quotas: [],
  fill: 'quotas-first',
  waitlist: 2,
  nearCut: 1,
  ...change,
});
export const early = { id: 'early', seats: 1 };
export const regional = { id: 'regional', seats: 1 };

/** Any line, with who cannot be placed at its end, under any rules with two quotas. */
export const anyCase = fc.record({
  entries: fc
    .string({ unit: fc.constantFrom('e', 'r', 'b', '.'), maxLength: 30 })
    .chain((placeable) => fc.nat(3).map((rest) => line(placeable + 'x'.repeat(rest)))),
  rules: fc.record({
    capacity: fc.nat(15),
    quotas: fc.tuple(fc.nat(6), fc.nat(6)).map(([first, second]) => [
      { id: 'early', seats: first },
      { id: 'regional', seats: second },
    ]),
    fill: fc.constantFrom('quotas-first', 'open-first'),
    waitlist: fc.nat(10),
    nearCut: fc.nat(3),
  }),
});
