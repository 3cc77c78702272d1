import type { Lang } from '../i18n.ts';
import { Choices, Tick } from './choices.tsx';
import { type FieldProps, Mark } from './field-parts.tsx';
import { controlId, type FieldError, type FormPage, isAsked, type Typed } from './form.ts';
import { DateParts, Line, LongText, Select } from './text-fields.tsx';

/** All fields of a page, with what was typed and, beside each, what is wrong with it. */
export const Fields = (props: {
  readonly page: FormPage;
  readonly typed: Typed;
  readonly errors?: readonly FieldError[];
  readonly lang: Lang;
}) => (
  <>
    {Object.entries(props.page.fields)
      .filter(([, field]) => isAsked(field, props.typed))
      .map(([name, field]) => (
        <FieldView
          key={name}
          name={name}
          field={field}
          typed={props.typed}
          error={props.errors?.find((error) => error.field === name)}
          lang={props.lang}
        />
      ))}
  </>
);

function FieldView(props: FieldProps) {
  const { name, field, lang } = props;
  const view = (
    <div class={props.error ? 'field bad' : 'field'} data-uncopied={field.uncopied}>
      {widget(props)}
    </div>
  );
  if (!field.panel) return view;
  return (
    <section class="consent" aria-labelledby={`${controlId(name)}-about`}>
      <h2 id={`${controlId(name)}-about`}>
        {field.panel.title[lang]}
        <Mark {...props} />
      </h2>
      <dl>
        {field.panel.facts.map((fact) => (
          <div key={fact.term.en}>
            <dt>{fact.term[lang]}</dt>
            <dd>{fact.important ? <strong>{fact.value[lang]}</strong> : fact.value[lang]}</dd>
          </div>
        ))}
      </dl>
      {view}
    </section>
  );
}

function widget(props: FieldProps) {
  switch (props.field.widget) {
    case 'textarea':
      return <LongText {...props} />;
    case 'radios':
    case 'checkboxes':
      return <Choices {...props} />;
    case 'checkbox':
      return <Tick {...props} />;
    case 'select':
      return <Select {...props} />;
    case 'date':
      return <DateParts {...props} />;
    default:
      return <Line {...props} />;
  }
}
