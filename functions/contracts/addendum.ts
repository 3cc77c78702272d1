import type { Addendum } from '../residencies/contract-change.ts';
import type { Residency, Startup } from '../residencies/residency.ts';

/** What an addendum can change, in the order in which people read it. */
export const addendumFields = [
  'kind',
  'name',
  'number',
  'representative',
  'position',
  'email',
  'mobile',
  'desks',
] as const;
export type AddendumField = (typeof addendumFields)[number];
export type Changes = Pick<Addendum, AddendumField>;

/** What of a residency an addendum is about. */
export type Party = Pick<Residency, 'startup' | 'desks'>;

const nowOf = ({ startup, desks }: Party): Changes => ({
  kind: startup.kind,
  name: startup.name,
  number: startup.number ?? '',
  representative: startup.representative,
  position: startup.position ?? '',
  email: startup.email,
  mobile: startup.mobile ?? '',
  desks,
});

/** Only what would be different. */
export function onlyDifferent(party: Party, wanted: Changes): Changes {
  const present = nowOf(party);
  return Object.fromEntries(
    addendumFields.flatMap((field) =>
      wanted[field] === undefined || wanted[field] === present[field] ? [] : [[field, wanted[field]]],
    ),
  );
}

/** Which fields a change would make different. */
export const fieldsIn = (changes: Changes): AddendumField[] =>
  addendumFields.filter((field) => changes[field] !== undefined);

export interface FieldChange {
  readonly field: AddendumField;
  /** Empty for nothing. */
  readonly was: string;
  readonly becomes: string;
}

/** What changes from what to what, as it is stored. */
export const changesFrom = (party: Party, changes: Changes): FieldChange[] => {
  const present = nowOf(party);
  return fieldsIn(changes).map((field) => ({
    field,
    was: String(present[field] ?? ''),
    becomes: String(changes[field] ?? ''),
  }));
};

/** Whose residency it is, and for how many desks, once a change is in force. */
export function afterAddendum(party: Party, changes: Changes): Party {
  const { desks, ...startup } = { ...nowOf(party), ...changes };
  const { kind, name, representative, email, number, position, mobile } = startup;
  const next: Startup = {
    ...party.startup,
    kind: kind ?? party.startup.kind,
    name: name ?? party.startup.name,
    representative: representative ?? party.startup.representative,
    email: email ?? party.startup.email,
    number: number || undefined,
    position: position || undefined,
    mobile: mobile || undefined,
  };
  return { startup: next, desks: desks ?? party.desks };
}

export type NotChanged =
  | { readonly kind: 'nothing-changes' }
  /** A founder founds a firm, and nothing else becomes of anybody. */
  | { readonly kind: 'kind-stays' }
  /** A firm has a number, and a founder has none. */
  | { readonly kind: 'number-missing' | 'number-without-firm' };

/** Why a residency cannot be changed like this. */
export function refusalOf(party: Party, changes: Changes): NotChanged | undefined {
  if (fieldsIn(changes).length === 0) return { kind: 'nothing-changes' };
  const founds = changes.kind === 'firm' && party.startup.kind === 'founder';
  if (changes.kind !== undefined && !founds) return { kind: 'kind-stays' };
  const after = afterAddendum(party, changes).startup;
  if (after.kind === 'founder') return after.number === undefined ? undefined : { kind: 'number-without-firm' };
  return after.number === undefined ? { kind: 'number-missing' } : undefined;
}

/** Whether somebody else speaks for the startup, or is written to, from then on. */
export const changesWhoIsAsked = ({ representative, email }: Changes): boolean =>
  representative !== undefined || email !== undefined;
