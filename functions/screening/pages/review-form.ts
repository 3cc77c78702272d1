import * as z from 'zod';
import type { SentVersion } from '../../applications/applications-table.ts';
import { forms, typedTogether } from '../../forms/round-form.ts';
import { identityOf } from '../../reviewers/identity-of.ts';
import { maskerFor, type Piece } from '../../reviewers/masking.ts';
import { type AdmissionRules, type Criterion, highestScore, lowestScore } from '../../rounds/admission-rules.ts';
import type { Round } from '../../rounds/round.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { answersOf } from '../../shared/pages/answers.ts';
import { type Field, type FormPage, formPage, type Typed } from '../../shared/pages/form.ts';
import { longText } from '../../shared/text/normalise.ts';
import type { Review } from '../review.ts';
import type { Filled } from '../save-review.ts';
import { reviewWords } from './review-texts.ts';

export const scoreName = ({ id }: Pick<Criterion, 'id'>): string => `score-${id}`;

/** The rubric: a score for each criterion and a comment; half of it is enough to be kept. */
export function rubric({ criteria }: AdmissionRules['review'], complete: boolean): FormPage {
  return formPage({
    id: 'review',
    title: reviewWords.rubric,
    fields: {
      ...Object.fromEntries(criteria.map((criterion) => [scoreName(criterion), scoreField(criterion, complete)])),
      comment: {
        widget: 'textarea',
        label: reviewWords.comment,
        hint: reviewWords.commentHint,
        optional: true,
        maxLength: 2000,
        schema: longText({ max: 2000 }),
      },
    },
  });
}

const scoreField = ({ title, lookFor }: Criterion, complete: boolean): Field => ({
  widget: 'radios',
  label: title,
  hint: lookFor,
  missing: { ko: `${title.ko}: ${reviewWords.scoreMissing.ko}`, en: `${title.en}: ${reviewWords.scoreMissing.en}` },
  optional: !complete,
  unmarked: true,
  options: scale.map((score) => ({ value: String(score), label: scoreLabel(score) })),
  schema: z.string().transform(Number),
});

const scale: readonly number[] = Array.from(
  { length: highestScore - lowestScore + 1 },
  (_, index) => lowestScore + index,
);

export const scoreLabel = (score: number): Text => ({ ko: `${score}점`, en: String(score) });

/** What the checked rubric says. */
export function filledIn({ criteria }: AdmissionRules['review'], values: Readonly<Record<string, unknown>>): Filled {
  const given = criteria.flatMap((criterion): [string, number][] => {
    const score = values[scoreName(criterion)];
    return typeof score === 'number' ? [[criterion.id, score]] : [];
  });
  return {
    scores: Object.fromEntries(given),
    comment: typeof values.comment === 'string' ? values.comment : undefined,
  };
}

/** What was saved, as the rubric shows it. */
export const typedOf = ({ criteria }: AdmissionRules['review'], review: Pick<Review, 'scores' | 'comment'>): Typed => ({
  ...Object.fromEntries(
    criteria.flatMap((criterion) => {
      const score = review.scores[criterion.id];
      return score === undefined ? [] : [[scoreName(criterion), [String(score)]]];
    }),
  ),
  comment: review.comment === undefined ? [] : [review.comment],
});

export interface ShownAnswer {
  readonly term: string;
  /** In pieces where it is what the applicant wrote, and the round is blind. */
  readonly value: string | readonly Piece[];
}

/**
 * The answers to the fields that the round shows to reviewers, in its order. In a blind round a field that tells who
 * applied is left out whatever the round says, and what tells it in their own words is masked.
 */
export function shownAnswers(
  round: Pick<Round, 'form'>,
  { shows, blind }: AdmissionRules['review'],
  version: SentVersion,
  lang: Lang,
): ShownAnswer[] {
  const form = forms.get(round.form);
  const typed = typedTogether(version.typed);
  const asked = form?.pages.filter(({ askedIf }) => askedIf?.(typed) ?? true);
  const fields = new Map(asked?.flatMap((page) => Object.entries(page.fields)));
  const shown = shows.flatMap((name): [string, Field][] => {
    const field = fields.get(name);
    return field && !(blind && form?.identifying.includes(name)) ? [[name, field]] : [];
  });
  const page = { id: 'shown', title: reviewWords.answers, fields: Object.fromEntries(shown) };
  const mask = blind && form ? maskerFor(identityOf(form, version.answers)) : undefined;
  return answersOf([page], typed, lang).flatMap(({ rows }) =>
    rows.map(({ field, label, value }) => ({
      term: label,
      value: mask && !page.fields[field]?.options ? mask(value) : value,
    })),
  );
}

/** Why somebody cannot do a review. */
export const declineForm = formPage({
  id: 'decline',
  title: reviewWords.decline,
  fields: {
    reason: {
      widget: 'textarea',
      label: reviewWords.reason,
      missing: reviewWords.reasonMissing,
      maxLength: 500,
      schema: longText({ max: 500 }),
    },
  },
});
