import * as z from 'zod';
import { isOperator } from '../people/operator.ts';
import type { Person } from '../people/person.ts';
import { audited } from '../shared/database/chain-head.ts';
import { storedObject } from '../shared/database/stored.ts';
import { lifecycle } from '../shared/lifecycle.ts';
import { instantSchema, type LocalDate, localDateSchema } from '../shared/time.ts';

const ruleStates = ['PROPOSED', 'IN_FORCE', 'SUPERSEDED', 'REFUSED'] as const;

/** What is loaded is proposed; a second person of finance puts it in force or refuses it, and a later one replaces it. */
export const ruleLifecycle = lifecycle('Files of rules', ruleStates, {
  confirm: { PROPOSED: 'IN_FORCE' },
  refuse: { PROPOSED: 'REFUSED' },
  supersede: { PROPOSED: 'SUPERSEDED', IN_FORCE: 'SUPERSEDED' },
});

/** One version of a file of rules, as it was loaded. */
export const ruleVersionSchema = storedObject({
  /** What only one file is in force of at a time: `rate-card`, `tax`, `budget-2027`. */
  slot: z.string(),
  kind: z.string(),
  /** Of the version in its slot, from 1. */
  number: z.number().int().positive(),
  state: z.enum(ruleStates),
  /** The first day on which it says something else than the version before. */
  firstDay: localDateSchema,
  /** The file itself. */
  text: z.string(),
  loadedBy: z.string(),
  loadedAt: instantSchema,
  /** The request in which finance decides about it. */
  request: z.string(),
  decidedBy: z.string().optional(),
  decidedAt: instantSchema.optional(),
  /** Whether it was ever in force. */
  confirmed: z.boolean().default(false),
  /** Why finance refused it. */
  reason: z.string().optional(),
  revision: z.number().int().positive(),
  ...audited,
});
export type RuleVersion = z.infer<typeof ruleVersionSchema>;

/** What finance is asked about, as requests and the audit name it. */
export const ruleSubject = (slot: string): string => `rules#${slot}`;

export const slotOf = (subject: string): string | undefined => /^rules#([a-z0-9-]{1,80})$/.exec(subject)?.[1];

/** The version that applies on a day: of those that were confirmed and have begun, the latest. */
export const inForceOn = (versions: readonly RuleVersion[], day: LocalDate): RuleVersion | undefined =>
  versions.findLast(({ confirmed, firstDay }) => confirmed && firstDay <= day);

/** The version with which a new one is compared: the last that was confirmed. */
export const lastConfirmed = (versions: readonly RuleVersion[]): RuleVersion | undefined =>
  versions.findLast(({ confirmed }) => confirmed);

/** As the audit knows the operator. */
export const loaderOf = ({ loadedBy }: Pick<RuleVersion, 'loadedBy'>): string => loadedBy.replace(/^operator:/u, '');

/** Whether somebody of the staff is who has loaded a version. */
export const hasLoaded = (
  { loadedBy }: Pick<RuleVersion, 'loadedBy'>,
  person: Pick<Person, 'id' | 'email' | 'operatorNames'>,
): boolean => isOperator(loadedBy, person);
