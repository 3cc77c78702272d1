import type { ComponentChildren } from 'preact';
import { described, ErrorText, type FieldProps, Hint, lastTyped, Mark } from './field-parts.tsx';
import { controlId } from './form.ts';

/** Radios or checkboxes in one group; the first has the field's own id. */
export function Choices(props: FieldProps) {
  const { name, field, typed, lang } = props;
  const chosen = typed[name] ?? [];
  const many = field.widget === 'checkboxes';
  return (
    <fieldset aria-describedby={described(props)}>
      <legend>
        {field.label[lang]}
        <Mark {...props} />
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

/** One box to tick. */
export function Tick(props: FieldProps) {
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
        <Mark {...props} />
      </Pick>
    </>
  );
}
