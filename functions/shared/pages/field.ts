import type * as z from 'zod';
import type { Text } from '../i18n.ts';

/** Raw values as they were typed, by control name (a date has `name.year`, `name.month`, `name.day`); plain JSON. */
export type Typed = Readonly<Record<string, readonly string[]>>;

export interface Option {
  readonly value: string;
  readonly label: Text;
  readonly hint?: Text;
}

/** A date is three text fields: the browser's own date field follows its language and not the page's. */
type Widget =
  | 'text'
  | 'email'
  | 'tel'
  | 'number'
  | 'textarea'
  | 'radios'
  | 'checkboxes'
  | 'checkbox'
  | 'select'
  | 'date';

/** What an answer is asked for, how long it is needed, and what it tells about a person. */
export interface FieldData {
  readonly purpose: Text;
  /** Until the application is erased; if it leads to an enrolment, needed until that is erased. */
  readonly retention: 'application' | 'enrolment';
  /** Tells who a person is: no blind review shows it. */
  readonly identifies?: boolean;
  /** Names an employer, school or institution: compared with the reviewers' for conflicts of interest. */
  readonly affiliation?: boolean;
}

export interface Field<Schema extends z.ZodType = z.ZodType> {
  readonly widget: Widget;
  readonly label: Text;
  readonly hint?: Text;
  /** May stay blank; its value is then undefined (a checkbox's is false). */
  readonly optional?: boolean;
  /** Says in words whether it has to be filled in, also where it has to: a consent. */
  readonly marked?: boolean;
  /** Optional, but wanted with one answer of another field: not marked as optional. */
  readonly unmarked?: boolean;
  /** Not shown, and its value undefined, unless what was typed on the page asks for it; then it may not stay blank. */
  readonly askedIf?: (typed: Typed) => boolean;
  readonly options?: readonly Option[];
  /**
   * Gets what was typed once it is not blank: a string, for checkboxes the chosen values, for a checkbox `true`,
   * for a date 'YYYY-MM-DD' of a day that exists.
   */
  readonly schema: Schema;
  /** The words when it is blank; made from the label if the label is a noun. */
  readonly missing?: Text;
  /** The words when the schema refuses it and gives none of its own. */
  readonly invalid?: Text;
  readonly autocomplete?: string;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email';
  /** In code points of the normalised text. One line: 200 if nothing is said; several: 1,000. */
  readonly maxLength?: number;
  readonly minLength?: number;
  /** A box around the field that says what it is about, as a consent needs it; names the field in summaries. */
  readonly panel?: { readonly title: Text; readonly facts: readonly Fact[] };
  readonly data?: FieldData;
  /** What looks like a resident registration number, and in this field is none. */
  readonly notResident?: (typed: string) => boolean;
  /** What may be wrong with it, of what was typed: told before it is sent, and in nobody's way. */
  readonly warns?: (typed: string) => Text | undefined;
  /** Nothing of it is kept in the browser while it is typed: codes, accounts, consents. */
  readonly uncopied?: boolean;
}
interface Fact {
  readonly term: Text;
  readonly value: Text;
  readonly important?: boolean;
}
export type FieldMap = Readonly<Record<string, Field>>;
