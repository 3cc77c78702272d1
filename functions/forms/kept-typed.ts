import { withoutResidentNumbers } from '../shared/resident-number.ts';
import type { TypedPages } from './answers.ts';

/** What was typed, as far as it may be kept: right or wrong, but without resident registration numbers (docs/adr/0027). */
export const keptTyped = (pages: TypedPages): TypedPages =>
  Object.fromEntries(
    Object.entries(pages).map(([page, typed]) => [
      page,
      Object.fromEntries(Object.entries(typed).map(([field, values]) => [field, values.map(withoutResidentNumbers)])),
    ]),
  );
