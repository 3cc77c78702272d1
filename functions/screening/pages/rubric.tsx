import type { AdmissionRules, Criterion } from '../../rounds/admission-rules.ts';
import type { Lang } from '../../shared/i18n.ts';
import { ErrorText, type FieldProps, Hint, lastTyped } from '../../shared/pages/field-parts.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import { controlId, type FieldError, type Typed } from '../../shared/pages/form.ts';
import { rubric, scoreLabel, scoreName } from './review-form.ts';
import { reviewWords } from './review-texts.ts';

/** All criteria with what their scores mean, and the comment. */
export function Rubric(props: {
  readonly rules: AdmissionRules['review'];
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly lang: Lang;
}) {
  const { rules, typed, errors, lang } = props;
  const page = rubric(rules, true);
  const whole = rules.criteria.reduce((sum, { weight }) => sum + weight, 0);
  const { comment } = page.fields;
  return (
    <>
      {rules.criteria.map((criterion) => {
        const name = scoreName(criterion);
        const field = page.fields[name];
        const error = errors.find((one) => one.field === name);
        return (
          field && (
            <div key={name} class={error ? 'field bad' : 'field'}>
              <Score {...{ name, field, typed, error, lang, criterion }} share={criterion.weight / whole} />
            </div>
          )
        );
      })}
      {comment && <Fields page={{ ...page, fields: { comment } }} typed={typed} errors={errors} lang={lang} />}
    </>
  );
}

/** One criterion; the first score has the field's own id, to which errors lead. */
function Score(props: FieldProps & { readonly criterion: Criterion; readonly share: number }) {
  const { name, field, typed, error, lang, criterion, share } = props;
  const chosen = lastTyped(typed, name);
  const anchors = ([1, 3, 5] as const).map((score) => ({ score, text: criterion.anchors[score][lang] }));
  return (
    <fieldset aria-describedby={[`${name}-hint`, `${name}-anchors`, ...(error ? [`${name}-error`] : [])].join(' ')}>
      <legend>
        {field.label[lang]}{' '}
        <span class="opt">
          {reviewWords.share[lang]} {Math.round(share * 100)}%
        </span>
      </legend>
      <Hint {...props} />
      <dl class="anchors" id={`${name}-anchors`}>
        {anchors.map(({ score, text }) => (
          <div key={score}>
            <dt>{scoreLabel(score)[lang]}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <ErrorText {...props} />
      <div class="picks scale">
        {field.options?.map(({ value, label }, index) => {
          const id = index === 0 ? controlId(name) : `${controlId(name)}-${value}`;
          return (
            <div key={value} class="pick">
              <input type="radio" id={id} name={name} value={value} checked={chosen === value} />
              <label for={id}>{label[lang]}</label>
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
