import { bothWords } from '../../shared/pages/both-words.tsx';
import type { FieldError, Typed } from '../../shared/pages/form.ts';
import type { Form, PageResponse } from '../../shared/pages/request.ts';
import { revisionOf } from '../../shared/pages/shown.ts';
import { leaving, unsavedPage } from '../../shared/pages/unsaved.tsx';
import { declineForm, rubric, typedOf } from './review-form.ts';
import { type FrameProps, frame } from './review-page.tsx';

type Unsaved = Omit<FrameProps, 'next'> & { readonly path: string; readonly typed: Typed };

/** What was typed over a review that was saved elsewhere since, and what was saved: the reviewer chooses. */
export const bothReviews = (
  props: Unsaved & { readonly chosen?: { readonly form: Form; readonly errors: readonly FieldError[] } },
): PageResponse => {
  const { rules, review, path, typed, chosen } = props;
  return bothWords({
    ...frame(props),
    page: rubric(rules, false),
    mine: typed,
    newer: typedOf(rules, review),
    action: path,
    hidden: { ...revisionOf(review.revision), ...(review.state === 'OPEN' && { save: 'yes' }) },
    ...chosen,
  });
};

/** For who leaves the page on which a review is declined. */
export const leavingDecline = (props: Unsaved, form: Form): PageResponse | undefined => {
  const { path, typed, lang } = props;
  const { eyebrow, contact } = frame(props);
  const action = `${path}/decline`;
  return leaving(form, { eyebrow, contact, lang, pages: [declineForm], typed, action, to: path });
};

/** Whether a reviewer means to leave changes of a review that was sent. */
export const unsavedReview = (props: Unsaved & { readonly to: string }): PageResponse => {
  const { rules, review, path, typed, to, lang } = props;
  const { eyebrow, contact } = frame(props);
  const hidden = revisionOf(review.revision);
  return unsavedPage({ eyebrow, contact, lang, pages: [rubric(rules, false)], typed, action: path, hidden, to });
};
