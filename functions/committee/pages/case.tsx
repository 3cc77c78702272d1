import { pagesToRead, typedTogether } from '../../forms/round-form.ts';
import type { AdmissionRules } from '../../rounds/admission-rules.ts';
import type { Review } from '../../screening/review.ts';
import { reviewScore } from '../../screening/score.ts';
import { scoreText } from '../../selection/score-texts.ts';
import type { Lang } from '../../shared/i18n.ts';
import { Answers } from '../../shared/pages/answer-sections.tsx';
import { SummaryList } from '../../shared/pages/components.tsx';
import type { Case } from '../case-of.ts';
import { caseWords as words } from './committee-texts.ts';

/** What the reviewers found, who are called by letters in the order in which they were asked. */
export const Reviews = (props: {
  readonly reviews: readonly Review[];
  readonly rules: AdmissionRules;
  readonly lang: Lang;
}) => (
  <section class="answers">
    <h2>{words.reviewsTitle[props.lang]}</h2>
    {props.reviews.length === 0 && <p>{words.noReviews[props.lang]}</p>}
    {props.reviews.map((review, index) => (
      <OneReview key={review.id} review={review} letter={String.fromCharCode(65 + index)} {...props} />
    ))}
  </section>
);

const OneReview = (props: {
  readonly review: Review;
  readonly letter: string;
  readonly rules: AdmissionRules;
  readonly lang: Lang;
}) => {
  const { review, letter, rules, lang } = props;
  const { criteria } = rules.review;
  return (
    <>
      <h3>
        {words.reviewer[lang]} {letter}
      </h3>
      <SummaryList
        rows={[
          { term: words.score[lang], value: scoreText(reviewScore(criteria, review.scores), lang) },
          ...criteria.map(({ id, title }) => ({ term: title[lang], value: String(review.scores[id] ?? '–') })),
          { term: words.comment[lang], value: review.comment ?? words.noComment[lang] },
        ]}
      />
    </>
  );
};

/** The answers of an application as they were last sent. */
export const CaseAnswers = ({ made, version, lang }: Pick<Case, 'made' | 'version'> & { readonly lang: Lang }) => (
  <Answers pages={pagesToRead(made, version.typed)} typed={typedTogether(version.typed)} lang={lang} />
);
