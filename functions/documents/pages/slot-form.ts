import * as z from 'zod';
import { formPage } from '../../shared/pages/form.ts';
import { longText } from '../../shared/text/normalise.ts';
import { type Instant, localDateSchema, seoulDateOf } from '../../shared/time.ts';
import { returnReasons } from '../document.ts';
import { issueFault, oldestIssue, type Slot } from '../slot.ts';
import { issueFuture, issueRule, issueTooOld, returnReasonTexts, words } from './document-texts.ts';

/** What is asked before a file is sent: when it was issued, if that counts. */
export function issueForm(slot: Slot, now: Instant) {
  const days = slot.issuedWithinDays ?? 0;
  return formPage({
    id: 'issue',
    title: words.issue,
    fields: {
      issued: {
        widget: 'date',
        label: words.issue,
        hint: issueRule(days),
        schema: localDateSchema.superRefine((date, context) => {
          const fault = issueFault(slot, date, now);
          if (fault === undefined) return;
          const text = fault === 'not-yet' ? issueFuture : issueTooOld(days, oldestIssue(days, seoulDateOf(now)));
          context.addIssue({ code: 'custom', params: { text } });
        }),
      },
    },
  });
}

/** The decision of whoever looks at a document. */
export const decisionForm = formPage({
  id: 'decision',
  title: words.decide,
  fields: {
    outcome: {
      widget: 'radios',
      label: words.decision,
      options: [
        { value: 'ACCEPT', label: words.accept },
        { value: 'RETURN', label: words.return },
      ],
      schema: z.enum(['ACCEPT', 'RETURN']),
    },
    reason: {
      widget: 'radios',
      label: words.reasonField,
      optional: true,
      unmarked: true,
      options: returnReasons.map((value) => ({ value, label: returnReasonTexts[value] })),
      schema: z.enum(returnReasons),
    },
    words: {
      widget: 'textarea',
      label: words.note,
      hint: words.noteHint,
      optional: true,
      maxLength: 500,
      schema: longText({ max: 500 }),
    },
  },
});
