import type { StoredRecipient } from '../outbox/entry.ts';
import type { Person } from '../people/person.ts';
import { Fault } from '../shared/errors.ts';
import type { Text } from '../shared/i18n.ts';
import type { Recipient, RecipientKind, RequestKinds, Role, TemplateWith } from '../shared/names.ts';
import { type Asked, type PersonRequest, subjectId } from './request.ts';

/** What all requests of a kind have in common. No part may be left out: what does not apply says so. */
export interface KindParts {
  /** What a request is called in a list. */
  readonly title: Text;
  /** The capability whose pages a link to it opens: the link's path begins with it. None, if it has no link. */
  readonly pages: keyof RequestKinds | undefined;
  /** Of which roles one of the staff needs one to be asked, and to open what they were asked; none if applicants are. */
  readonly askedOf: readonly Role[];
  /** Of what kind those are whom it asks. */
  readonly asks: RecipientKind;
  /** Which role may be handed one; none, if it is never handed to somebody else. */
  readonly heldBy: Role | undefined;
  /** The mail that reminds of some of them, or the one that reminds of all that somebody has of a round. */
  readonly reminder: { readonly each: ReminderOfEach } | { readonly together: TemplateWith<{ round: string }> };
  /** The mail that tells whoever looks after it that it is late, if it is asked for until it is answered. */
  readonly late?: TemplateWith<{ request: string }>;
  /** What it is about, as people are told it: an application by its reference, if nothing is said. */
  readonly about?: SubjectWords;
  /** Whether one may end unanswered: then the capability says what that means (`LapsesOf`). */
  readonly lapses: boolean;
}

/** How the subjects of a kind are told: what they are, and what each is called. */
interface SubjectWords {
  readonly term: Text;
  readonly name: (id: string) => Text;
}

/** An application or what came of it, by the reference of the application; the subject's own id, if nothing is said. */
export const byReference = (referenceOf: (subject: string) => string = (subject) => subject): SubjectWords => ({
  term: { ko: '접수 번호', en: 'Reference number' },
  name: (subject) => ({ ko: referenceOf(subject), en: referenceOf(subject) }),
});

/** What a request is about: what that is, and what it is called. */
export function aboutIn(
  kind: Pick<KindParts, 'about'> | undefined,
  request: Pick<PersonRequest, 'subject'>,
): { readonly term: Text; readonly name: Text } {
  const { term, name } = kind?.about ?? byReference();
  return { term, name: name(subjectId(request)) };
}

type ReminderOfEach = TemplateWith<{ requests: string[] }>;

export interface Kind extends KindParts {
  readonly name: string;
}

/** The kinds that a capability brings; what their pages show, closed ones too, is in `RequestPagesOf`. */
export type KindsOf<Capability extends keyof RequestKinds> = {
  readonly [Name in keyof RequestKinds[Capability]]: KindParts;
};

export type Kinds = ReadonlyMap<string, Kind>;

/** All kinds that capabilities bring, each with its name. */
export const kindsByName = (brought: readonly Readonly<Record<string, KindParts>>[]): Kinds =>
  new Map(
    brought.flatMap((kinds) => Object.entries(kinds).map(([name, parts]) => [name, { name, ...parts }] as const)),
  );

/** Whether one of the staff may be asked something of a kind, and may open it. */
export const mayHold = (kinds: Kinds, kind: string, { roles }: Pick<Person, 'roles'>): boolean =>
  kinds.get(kind)?.askedOf.some((role) => roles.includes(role)) ?? false;
/**
 * A stored request with whom it asks, as far as this release knows the kinds of both.
 * @throws if it is of a release that knows more
 */
export function asked(kinds: Kinds, request: PersonRequest): Asked {
  const kind = kinds.get(request.kind);
  if (!kind) throw new Fault('RequestKindUnknown', { request: request.id, kind: request.kind });
  const { assignee, ...rest } = request;
  if (!isAsked(assignee, kind.asks)) {
    throw new Fault('AssigneeUnknown', { request: request.id, kind: Object.keys(assignee).join() });
  }
  return { ...rest, assignee };
}

const isAsked = (assignee: StoredRecipient, kind: RecipientKind): assignee is Recipient => assignee[kind] !== undefined;

/** The mail that reminds of requests of a kind one by one. */
export const reminderOf = (kind: Pick<Kind, 'reminder'> | undefined): ReminderOfEach =>
  kind && 'each' in kind.reminder ? kind.reminder.each : 'request-reminder';

/** The mail that reminds of all requests of a kind, if there is one. */
export const togetherOf = (kind: Pick<Kind, 'reminder'> | undefined): TemplateWith<{ round: string }> | undefined =>
  kind && 'together' in kind.reminder ? kind.reminder.together : undefined;
