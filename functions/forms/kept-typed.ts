import { withoutResidentNumbers } from '../shared/text/resident-number.ts';
import type { TypedPages } from './answers.ts';
import { isNoPersonsNumber } from './check-digits.ts';

/** Fields for numbers that look like resident registration numbers, and tell by themselves that they are none. */
const otherNumbers: Readonly<Record<string, (typed: string) => boolean>> = { corporateNumber: isNoPersonsNumber };

/** What was typed, as far as it may be kept: right or wrong, but without resident registration numbers (docs/adr/0027). */
export const keptTyped = (pages: TypedPages): TypedPages =>
  Object.fromEntries(
    Object.entries(pages).map(([page, typed]) => [
      page,
      Object.fromEntries(
        Object.entries(typed).map(([field, values]) => [
          field,
          values.map((value) => (otherNumbers[field]?.(value) ? value : withoutResidentNumbers(value))),
        ]),
      ),
    ]),
  );
