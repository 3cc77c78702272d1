import * as z from 'zod';
import { decisionField } from '../../requests/pages/deciding-words.ts';
import type { Lang } from '../../shared/i18n.ts';
import { check, errorsOfWanted, formPage, type Typed } from '../../shared/pages/form.ts';
import type { Choice } from '../../shared/pages/two-acts.tsx';
import { longText } from '../../shared/text/normalise.ts';
import { spotChecksKinds } from '../request-kinds.ts';
import type { Found } from '../settle-spot-check.ts';
import { findingWords, spotCheckWords as words } from './spot-check-texts.ts';

/** What somebody of finance has found, and why. */
export const spotCheckForm = formPage({
  id: 'spot-check',
  title: spotChecksKinds['spot-check'].title,
  fields: {
    outcome: {
      widget: 'radios',
      ...decisionField,
      options: [
        { value: 'FINE', label: findingWords.FINE, hint: words.fineHint },
        { value: 'HOLD', label: findingWords.HOLD, hint: words.holdHint },
        { value: 'CORRECT', label: findingWords.CORRECT, hint: words.correctHint },
      ],
      schema: z.enum(['FINE', 'HOLD', 'CORRECT']),
    },
    reason: {
      widget: 'textarea',
      label: words.reason,
      hint: words.reasonHint,
      missing: words.reasonMissing,
      optional: true,
      unmarked: true,
      maxLength: 1000,
      schema: longText({ max: 1000 }),
    },
  },
});

/** What was found, or what is missing for it: whatever stops a payment wants the reason. */
export function readFinding(typed: Typed, canBeHeld: boolean, lang: Lang): Choice<Found> {
  const checked = check(spotCheckForm, typed, lang);
  if (!checked.ok) return { errors: checked.errors };
  const { outcome, reason } = checked.values;
  if (outcome === 'FINE') return { answer: { outcome } };
  if (outcome === 'HOLD' && !canBeHeld) return { errors: [{ field: 'outcome', message: words.tooLate[lang] }] };
  return reason ? { answer: { outcome, reason } } : { errors: errorsOfWanted(spotCheckForm, 'reason', typed, lang) };
}
