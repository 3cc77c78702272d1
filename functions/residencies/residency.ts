import * as z from 'zod';
import { applicantKinds } from '../forms/lab-v1/kind.ts';
import type { ContractDays } from '../residency-rules/terms.ts';
import { namedRun, runParts } from '../runs/run.ts';
import { runIndexOf } from '../runs/run-index.ts';
import { audited } from '../shared/database/chain-head.ts';
import { storedObject } from '../shared/database/stored.ts';
import { Fault } from '../shared/errors.ts';
import { langs } from '../shared/i18n.ts';
import { lifecycle, type MoveOf } from '../shared/lifecycle.ts';
import { type Instant, instantSchema, localDateSchema } from '../shared/time.ts';
import type { Holder } from '../spaces/space.ts';
import { addendumSchema } from './contract-change.ts';
import { measureSchema } from './measure.ts';

export const residencyStates = [
  /** The seat is accepted: documents, signatures, space and services are under way. */
  'ONBOARDING',
  'RESIDENT',
  /** The last contract is over and the space was given back. */
  'ENDED',
  /** It ended before it began: the seat went on to the next of the waitlist, or the startup withdrew. */
  'NOT_BEGUN',
] as const;

export const residencyLifecycle = lifecycle('Residencies', residencyStates, {
  begin: { ONBOARDING: 'RESIDENT' },
  drop: { ONBOARDING: 'NOT_BEGUN' },
  end: { RESIDENT: 'ENDED' },
});
export type ResidencyMove = MoveOf<typeof residencyLifecycle>;

/** Whose residency it is: of a founder it becomes the firm that they found. */
export const startupSchema = storedObject({
  kind: z.enum(applicantKinds),
  /** The firm, or the team of a founder. */
  name: z.string(),
  /** The business registration number, or that of its country; a founder has none. */
  number: z.string().optional(),
  representative: z.string(),
  position: z.string().optional(),
  email: z.string(),
  mobile: z.string().optional(),
  lang: z.enum(langs),
});
export type Startup = z.infer<typeof startupSchema>;

/** A contract by days, the first and the last one included. */
export const contractSchema = storedObject({
  /** From 1; an extension is the next one. */
  number: z.number().int().positive(),
  from: localDateSchema,
  to: localDateSchema,
  /** The agreement that both sides sign for it. */
  agreement: z.string().optional(),
  /** That one side ended it before its last day, which `to` then is. */
  endedEarly: storedObject({
    by: z.enum(['startup', 'management']),
    noticedOn: localDateSchema,
    /** Its last day without that. */
    insteadOf: localDateSchema,
    at: instantSchema,
    /** The words of whoever gave notice. */
    reason: z.string().optional(),
  }).optional(),
});
export type Contract = z.infer<typeof contractSchema>;

/** How long a startup stays, in months, as its round said when it accepted the place. */
export const keptTermsSchema = storedObject({
  id: z.string(),
  months: z.number().int().positive(),
  extendedBy: z.number().int().positive().optional(),
  mostMonths: z.number().int().positive(),
});

/** One startup in the Lab, from the accepted seat to the end. Its id is the reference of its application. */
export const residencySchema = storedObject({
  id: z.string(),
  roundId: z.string(),
  /** The version of the round whose rules hold for it. */
  roundVersion: z.number().int().positive(),
  seat: z.string(),
  state: z.enum(residencyStates),
  revision: z.number().int().positive(),
  ...audited,
  ...runParts,
  startup: startupSchema,
  terms: keptTermsSchema,
  /** Desks that it asked for, and if it needs a space that is reached and used without steps. */
  desks: z.number().int().positive(),
  needsAccess: z.boolean(),
  /** The first, planned from the round's first day, and its extensions. */
  contracts: z.array(contractSchema).min(1),
  acceptedAt: instantSchema,
  /** The last day for its documents. */
  documentsDueOn: localDateSchema,
  /** How often its documents were asked for, or returned. */
  asks: z.number().int().nonnegative().default(0),
  /** Since when all that is required is accepted. */
  documentsAcceptedAt: instantSchema.optional(),
  /** Something happened that the run has not looked at yet. */
  news: z.boolean().default(false),
  /** The callback on which the run waits. */
  callback: z.string().optional(),
  /** It did not begin, and its run has not yet taken back all that it had. */
  takesBack: z.boolean().optional(),
  /** Contracts: what the startup asks to be changed, until the manager has decided about the request. Personal data. */
  changeAsked: storedObject({ request: z.string(), change: addendumSchema }).optional(),
  /** Why it ended, as the startup is told; the words of a person. */
  endReason: z.string().optional(),
  /** exits: what the management has decided about it, the oldest first. */
  measures: z.array(measureSchema).optional(),
  erasedAt: instantSchema.optional(),
  since: instantSchema,
});
export type Residency = z.infer<typeof residencySchema>;

/** What spaces, documents, checklists and agreements call what keeps them. */
export const residencyKind = 'residency';

/** A startup as spaces know it. */
export const holderOf = ({ id }: Pick<Residency, 'id'>): Holder => ({ kind: residencyKind, id });

/** Whether a run of startup-lab-onboarding has to be under way, were it not stuck. */
export const onboardingInRun = ({ state, takesBack }: Pick<Residency, 'state' | 'takesBack'>): boolean =>
  state === 'ONBOARDING' || takesBack === true;

const indexed = (next: Residency): Residency => ({
  ...next,
  needsRun: runIndexOf(next.id, { stuck: next.stuck, inRun: onboardingInRun(next) }),
});

export const newResidency = (
  given: Omit<Residency, 'state' | 'revision' | 'run' | 'changedAt' | 'since' | 'acceptedAt' | 'asks' | 'news'>,
  now: Instant,
): Residency =>
  indexed({
    ...given,
    state: 'ONBOARDING',
    revision: 1,
    run: 1,
    changedAt: now,
    since: now,
    acceptedAt: now,
    asks: 1,
    news: false,
  });

/** The next revision, by a move of the lifecycle or, without one, in the same state. */
export function changedResidency(
  was: Residency,
  now: Instant,
  change: Partial<Residency>,
  move?: ResidencyMove,
): Residency {
  const state = residencyLifecycle.moved(was.state, move);
  const named = namedRun(was.id, was, change);
  return indexed({
    ...was,
    ...named,
    ...change,
    state,
    revision: was.revision + 1,
    changedAt: now,
    ...(move && { since: now }),
  });
}

/** The first contract, with which the residency begins. */
export function firstOf({ contracts }: Pick<Residency, 'contracts'>): Contract {
  const [first] = contracts;
  if (!first) throw new Fault('ResidencyMissing');
  return first;
}

/** The contract with which the residency ends, as far as is known. */
export const lastOf = (residency: Pick<Residency, 'contracts'>): Contract =>
  residency.contracts.at(-1) ?? firstOf(residency);

/** All days of a residency, from its first contract to its last one, which an early end brings forward. */
export const daysOfResidency = (residency: Pick<Residency, 'contracts'>): ContractDays => ({
  from: firstOf(residency).from,
  to: lastOf(residency).to,
});

/** Without the words in which somebody gave notice. */
export function withoutReason({ endedEarly, ...contract }: Contract): Contract {
  if (!endedEarly) return contract;
  const { reason: _words, ...rest } = endedEarly;
  return { ...contract, endedEarly: rest };
}
