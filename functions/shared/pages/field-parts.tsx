import type { Lang } from '../i18n.ts';
import { ErrorIcon } from './components.tsx';
import { controlId, type Field, type FieldError, type Typed } from './form.ts';
import * as words from './form-texts.ts';

export interface FieldProps {
  readonly name: string;
  readonly field: Field;
  readonly typed: Typed;
  readonly error?: FieldError;
  readonly lang: Lang;
}

export const lastTyped = (typed: Typed, control: string): string => typed[control]?.at(-1) ?? '';

export const described = ({ name, field, error }: FieldProps, ...more: string[]): string | undefined =>
  [field.hint && `${name}-hint`, ...more, error && `${name}-error`].filter(Boolean).join(' ') || undefined;

/** Whether a field may stay blank, where that is said. */
export function Mark({ field, lang }: FieldProps) {
  if (field.optional) return field.unmarked ? null : <span class="opt">{words.optional[lang]}</span>;
  return field.marked ? <span class="opt">{words.required[lang]}</span> : null;
}

export const Label = (props: FieldProps) => (
  <label class="l" for={controlId(props.name)}>
    {props.field.label[props.lang]}
    <Mark {...props} />
  </label>
);

export const Hint = ({ name, field, lang }: FieldProps) =>
  field.hint ? (
    <p class="hint" id={`${name}-hint`}>
      {field.hint[lang]}
    </p>
  ) : null;

export const ErrorText = ({ name, error }: FieldProps) =>
  error ? (
    <p class="err" id={`${name}-error`}>
      <ErrorIcon />
      <span>{error.message}</span>
    </p>
  ) : null;
