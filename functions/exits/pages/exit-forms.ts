import * as z from 'zod';
import { outcomeField, writtenField, writtenWithSome } from '../../requests/pages/decision-fields.ts';
import type { Text } from '../../shared/i18n.ts';
import { formPage } from '../../shared/pages/form.ts';
import { longText } from '../../shared/text/normalise.ts';
import { localDateSchema } from '../../shared/time.ts';
import { exitWords as words } from './exit-words.ts';

const most = 1000;

const reason = writtenField({ label: words.reason, hint: words.told, missing: words.reasonMissing }, most);

const day = {
  widget: 'date',
  label: words.lastDay,
  hint: words.dayHint,
  missing: words.dayMissing,
  schema: localDateSchema,
} as const;

/** What a manager writes with a decision. */
export const reasonForm = (id: string, title: Text) => formPage({ id, title, fields: { reason } });

/** A manager's notice. */
export const noticeForm = formPage({ id: 'notice', title: words.notice, fields: { day, reason } });

/** A startup's own. */
export const ownNoticeForm = formPage({
  id: 'own-notice',
  title: words.ownNotice,
  fields: {
    day,
    reason: {
      widget: 'textarea',
      label: words.ownReason,
      hint: words.ownReasonHint,
      optional: true,
      unmarked: true,
      maxLength: most,
      schema: longText({ max: most }),
    },
  },
});

/** What the director decides. */
export const confirmationForm = formPage({
  id: 'end-confirmation',
  title: words.confirmTitle,
  fields: {
    outcome: outcomeField([
      { value: 'CONFIRMED', label: words.confirmOutcome, hint: words.confirmHint },
      { value: 'REFUSED', label: words.refuseOutcome, hint: words.refuseHint },
    ]),
    reason: writtenWithSome(
      { label: words.refuseReason, hint: words.refuseReasonHint, missing: words.refuseReasonMissing },
      most,
    ),
  },
});

/** How many decisions a page showed when its form was made. */
export const shownField = 'shown';
export const shownSchema = z.coerce.number().int().nonnegative().catch(-1);
