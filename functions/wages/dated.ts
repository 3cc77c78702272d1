import * as z from 'zod';
import type { Finding, Path } from '../shared/files/check-yaml.ts';
import { type LocalDate, localDateSchema } from '../shared/time.ts';

/** Numbers as they are from a day on: each with that day and the law or paper that says so, the oldest first. */
export const dated = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z
    .array(
      z.strictObject({
        since: localDateSchema.describe('The first day on which it applies.'),
        source: z.string().regex(/\S/).describe('The law, decree or decision that says so, with its article.'),
        ...shape,
      }),
    )
    .min(1);

interface Dated {
  readonly since: LocalDate;
}

/** What is in force on a day; nothing before the first. */
export const inForce = <Row extends Dated>(rows: readonly Row[], day: LocalDate): Row | undefined =>
  rows.findLast(({ since }) => since <= day);

export const outOfOrder = (rows: readonly Dated[], path: Path): Finding[] =>
  rows.flatMap(({ since }, index) =>
    index > 0 && since <= (rows[index - 1]?.since ?? '')
      ? [{ path: [...path, index, 'since'], reason: `is ${since}, and should be after the day of the row before it` }]
      : [],
  );
