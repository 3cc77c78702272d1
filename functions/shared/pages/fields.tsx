import type { ComponentChildren } from 'preact';
import type { Lang } from '../i18n.ts';
import { ErrorIcon } from './components.tsx';
import {
  controlId,
  datePartId,
  dateParts,
  type Field,
  type FieldError,
  type FormPage,
  longest,
  type Typed,
  typedLength,
} from './form.ts';
import * as words from './form-texts.ts';

interface FieldProps {
  readonly name: string;
  readonly field: Field;
  readonly typed: Typed;
  readonly error?: FieldError;
  readonly lang: Lang;
}

/** All fields of a page, with what was typed and, beside each, what is wrong with it. */
export const Fields = (props: {
  readonly page: FormPage;
  readonly typed: Typed;
  readonly errors?: readonly FieldError[];
  readonly lang: Lang;
}) => (
  <>
    {Object.entries(props.page.fields).map(([name, field]) => (
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
  const view = <div class={props.error ? 'field bad' : 'field'}>{widget(props)}</div>;
  if (!field.panel) return view;
  return (
    <section class="consent" aria-labelledby={`${controlId(name)}-about`}>
      <h2 id={`${controlId(name)}-about`}>
        {field.panel.title[lang]}
        <Optional {...props} />
      </h2>
      <dl>
        {field.panel.facts.map((fact) => (
          <div key={fact.term.en}>
            <dt>{fact.term[lang]}</dt>
            <dd>{fact.value[lang]}</dd>
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

const lastTyped = (typed: Typed, control: string): string => typed[control]?.at(-1) ?? '';

const described = ({ name, field, error }: FieldProps, ...more: string[]): string | undefined =>
  [field.hint && `${name}-hint`, ...more, error && `${name}-error`].filter(Boolean).join(' ') || undefined;

const Optional = ({ field, lang }: FieldProps) =>
  field.optional ? <span class="opt">{words.optional[lang]}</span> : null;

const Label = (props: FieldProps) => (
  <label class="l" for={controlId(props.name)}>
    {props.field.label[props.lang]}
    <Optional {...props} />
  </label>
);

const Hint = ({ name, field, lang }: FieldProps) =>
  field.hint ? (
    <p class="hint" id={`${name}-hint`}>
      {field.hint[lang]}
    </p>
  ) : null;

const ErrorText = ({ name, error }: FieldProps) =>
  error ? (
    <p class="err" id={`${name}-error`}>
      <ErrorIcon />
      <span>{error.message}</span>
    </p>
  ) : null;

function Line(props: FieldProps) {
  const { name, field, typed, error } = props;
  const inputMode = field.inputMode ?? (field.widget === 'number' ? 'numeric' : undefined);
  const common = {
    id: controlId(name),
    name,
    value: lastTyped(typed, name),
    autocomplete: field.autocomplete,
    inputMode,
    'aria-describedby': described(props),
    'aria-invalid': error ? true : undefined,
    class: field.widget === 'number' ? 'short' : undefined,
  };
  return (
    <>
      <Label {...props} />
      <Hint {...props} />
      <ErrorText {...props} />
      {field.widget === 'email' ? (
        <input type="email" spellcheck={false} {...common} />
      ) : field.widget === 'tel' ? (
        <input type="tel" {...common} />
      ) : (
        <input type="text" {...common} />
      )}
    </>
  );
}

/** The browser drops one line end at the beginning of a textarea: the first of two is for it. */
const keptByTextarea = (value: string): string => (/^[\r\n]/.test(value) ? `\n${value}` : value);

function LongText(props: FieldProps) {
  const { name, field, typed, error, lang } = props;
  const value = lastTyped(typed, name);
  const count = typedLength(field, value);
  return (
    <>
      <Label {...props} />
      <Hint {...props} />
      <ErrorText {...props} />
      <textarea
        id={controlId(name)}
        name={name}
        rows={field.minLength ? 8 : 4}
        value={keptByTextarea(value)}
        aria-describedby={described(props, `${name}-count`)}
        aria-invalid={error ? true : undefined}
      />
      <p class="count" id={`${name}-count`}>
        {words.allowed(field.minLength, longest(field))[lang]}
        {count > 0 && ` · ${words.written(count)[lang]}`}
      </p>
    </>
  );
}

function Choices(props: FieldProps) {
  const { name, field, typed, lang } = props;
  const chosen = typed[name] ?? [];
  const many = field.widget === 'checkboxes';
  return (
    <fieldset aria-describedby={described(props)}>
      <legend>
        {field.label[lang]}
        <Optional {...props} />
      </legend>
      <Hint {...props} />
      <ErrorText {...props} />
      <div class={field.options?.some((option) => option.hint) ? 'picks one' : 'picks'}>
        {field.options?.map((option, index) => (
          <Pick
            key={option.value}
            id={index === 0 ? controlId(name) : `${controlId(name)}-${option.value}`}
            name={name}
            value={option.value}
            many={many}
            checked={many ? chosen.includes(option.value) : chosen.at(-1) === option.value}
            hint={option.hint?.[lang]}
          >
            {option.label[lang]}
          </Pick>
        ))}
      </div>
    </fieldset>
  );
}

function Pick(props: {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly many: boolean;
  readonly checked: boolean;
  readonly hint?: string;
  readonly describedBy?: string;
  readonly invalid?: boolean;
  readonly children: ComponentChildren;
}) {
  const common = {
    id: props.id,
    name: props.name,
    value: props.value,
    checked: props.checked,
    'aria-describedby': props.hint ? `${props.id}-hint` : props.describedBy,
    'aria-invalid': props.invalid ? true : undefined,
  };
  return (
    <div class="pick">
      {props.many ? <input type="checkbox" {...common} /> : <input type="radio" {...common} />}
      <label for={props.id}>{props.children}</label>
      {props.hint && (
        <p class="pick-hint" id={`${props.id}-hint`}>
          {props.hint}
        </p>
      )}
    </div>
  );
}

function Tick(props: FieldProps) {
  const { name, field, typed, error, lang } = props;
  return (
    <>
      <Hint {...props} />
      <ErrorText {...props} />
      <Pick
        id={controlId(name)}
        name={name}
        value="yes"
        many
        checked={lastTyped(typed, name) === 'yes'}
        describedBy={described(props)}
        invalid={error !== undefined}
      >
        {field.label[lang]}
        <Optional {...props} />
      </Pick>
    </>
  );
}

function Select(props: FieldProps) {
  const { name, field, typed, error, lang } = props;
  const chosen = lastTyped(typed, name);
  return (
    <>
      <Label {...props} />
      <Hint {...props} />
      <ErrorText {...props} />
      <div class="select">
        <select
          id={controlId(name)}
          name={name}
          autocomplete={field.autocomplete}
          aria-describedby={described(props)}
          aria-invalid={error ? true : undefined}
        >
          <option value="">{words.choose[lang]}</option>
          {field.options?.map((option) => (
            <option key={option.value} value={option.value} selected={option.value === chosen}>
              {option.label[lang]}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}

function DateParts(props: FieldProps) {
  const { name, field, typed, error, lang } = props;
  return (
    <fieldset aria-describedby={described(props)}>
      <legend>
        {field.label[lang]}
        <Optional {...props} />
      </legend>
      <Hint {...props} />
      <ErrorText {...props} />
      <div class="date">
        {dateParts.map((part) => {
          const id = datePartId(name, part);
          const wrong = error !== undefined && (error.control ?? id) === id;
          return (
            <div key={part} class={wrong ? `date-${part}` : `date-${part} good`}>
              <label for={id}>{words.datePart[part][lang]}</label>
              <input
                type="text"
                id={id}
                name={`${name}.${part}`}
                value={lastTyped(typed, `${name}.${part}`)}
                inputMode="numeric"
                autocomplete={field.autocomplete && `${field.autocomplete}-${part}`}
                aria-invalid={wrong ? true : undefined}
              />
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
