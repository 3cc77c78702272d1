import { described, ErrorText, type FieldProps, Hint, Label, lastTyped, Mark } from './field-parts.tsx';
import { controlId, datePartId, dateParts, longest, typedLength } from './form.ts';
import * as words from './form-texts.ts';

export function Line(props: FieldProps) {
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

export function LongText(props: FieldProps) {
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
        data-least={field.minLength}
        data-most={longest(field)}
        value={keptByTextarea(value)}
        aria-describedby={described(props, `${name}-count`)}
        aria-invalid={error ? true : undefined}
      />
      <p class="count" id={`${name}-count`}>
        {words.allowed(field.minLength, longest(field))[lang]}
        <span>{count > 0 && ` · ${words.written(count)[lang]}`}</span>
      </p>
    </>
  );
}

export function Select(props: FieldProps) {
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

export function DateParts(props: FieldProps) {
  const { name, field, typed, error, lang } = props;
  return (
    <fieldset aria-describedby={described(props)}>
      <legend>
        {field.label[lang]}
        <Mark {...props} />
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
