/*
 * What is said by name across rooms. Each capability adds its own names in its `joints.ts`, so that whoever writes one
 * and whoever reads it mean the same, and a misspelt one does not compile.
 */

type NamesIn<Some> = Some extends unknown ? keyof Some : never;
type In<Some, Name> = Some extends unknown ? (Name extends keyof Some ? Some[Name] : never) : never;

/** Types of audit events, by the capability that brings them. */
export interface EventTypes {
  readonly shared: never;
}
export type EventType = EventTypes[keyof EventTypes];

/** Mail templates, by the capability that brings them: each with the ids that it is made of. */
export interface MailTemplates {
  readonly shared: Record<never, never>;
}
type Mails = MailTemplates[keyof MailTemplates];
export type MailTemplate = NamesIn<Mails>;
/** A mail to be sent: the template and the ids of its data. */
export type MailOf<Name extends MailTemplate> = { readonly template: Name; readonly ids: In<Mails, Name> };
/** The templates that are made of these ids. */
export type TemplateWith<Ids> = {
  [Name in MailTemplate]: Ids extends In<Mails, Name> ? (In<Mails, Name> extends Ids ? Name : never) : never;
}[MailTemplate];

/** Kinds of request, by the capability that brings them: each with every outcome with which one may end. */
export interface RequestKinds {
  readonly shared: Record<never, never>;
}
type Kinds = RequestKinds[keyof RequestKinds];
export type RequestKindName = NamesIn<Kinds>;
/** With what requests of a kind end. */
export type RequestOutcome<Name extends RequestKindName = RequestKindName> = In<Kinds, Name>;

/** What people may be for the system, by the capability that brings it: staff with a role are asked for what it asks. */
export interface Roles {
  readonly shared: never;
}
export type Role = Roles[keyof Roles];

/** Kinds of people who are asked or told something, by the capability that brings them. */
export interface RecipientKinds {
  readonly shared: never;
}
export type RecipientKind = RecipientKinds[keyof RecipientKinds];
/** Who is asked or told: one id, under its kind. */
export type Recipient = {
  [Kind in RecipientKind]: { readonly [Own in Kind]: string } & {
    readonly [Other in Exclude<RecipientKind, Kind>]?: undefined;
  };
}[RecipientKind];

/** State machines, by the capability that brings them. */
export interface Machines {
  readonly shared: never;
}
export type MachineName = Machines[keyof Machines];

/** The outcomes of a step, of those that a capability's joints list. */
export type OutcomeOf<
  Steps extends Readonly<Record<string, readonly string[]>>,
  Step extends keyof Steps,
> = Steps[Step][number];
