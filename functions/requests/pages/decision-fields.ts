import * as z from 'zod';
import type { Text } from '../../shared/i18n.ts';
import { longText } from '../../shared/text/normalise.ts';
import { decisionField } from './deciding-words.ts';

/** The one decision of a page, in this order of outcomes, each with what follows from it. */
export const outcomeField = <const Outcome extends string>(
  options: readonly { readonly value: Outcome; readonly label: Text; readonly hint: Text }[],
) => ({
  widget: 'radios' as const,
  ...decisionField,
  options,
  schema: z.enum(options.map(({ value }) => value)),
});

/** What is written with every decision: its reason. */
export const writtenField = (says: Readonly<Record<'label' | 'hint' | 'missing', Text>>, max: number) => ({
  widget: 'textarea' as const,
  ...says,
  maxLength: max,
  schema: longText({ max }),
});

/** What is written with some outcomes, which want it then: a reason, a question, an answer. */
export const writtenWithSome = (...given: Parameters<typeof writtenField>) =>
  ({ ...writtenField(...given), optional: true, unmarked: true }) as const;
