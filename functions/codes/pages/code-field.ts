import * as z from 'zod';
import type { Text } from '../../shared/i18n.ts';
import { normaliseLine } from '../../shared/text/text.ts';

const sixDigits = z
  .string()
  .transform((typed) => normaliseLine(typed).replace(/[\s.-]/gu, ''))
  .pipe(z.string().regex(/^\d{6}$/u));

/** The field of a six-digit code, however its digits are parted. */
export const codeField = (asked: {
  readonly label: Text;
  /** Said of what is blank, and of what is no code. */
  readonly missing: Text;
  /** Whether the browser may fill in what was just mailed to it. */
  readonly autocomplete: 'one-time-code' | 'off';
}) =>
  ({
    widget: 'text',
    ...asked,
    invalid: asked.missing,
    schema: sixDigits,
    inputMode: 'numeric',
    maxLength: 20,
    uncopied: true,
  }) as const;
