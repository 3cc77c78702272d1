import * as z from 'zod';
import { listedIn } from '../rounds/in-round.ts';
import { draftDays } from '../rounds/placeholders.ts';
import { namedRun, presentRunOf, runParts } from '../runs/run.ts';
import { runIndexOf } from '../runs/run-index.ts';
import { audited } from '../shared/database/chain-head.ts';
import { storedObject } from '../shared/database/stored.ts';
import { type Lang, langs } from '../shared/i18n.ts';
import { lifecycle, type MoveOf } from '../shared/lifecycle.ts';
import { addMinutes, type Instant, instantSchema } from '../shared/time.ts';

export const applicationStates = [
  'DRAFT',
  'SUBMITTED',
  'WITH_OFFICER',
  'WITH_APPLICANT',
  'ACCEPTED',
  'REFUSED',
  'WITHDRAWN',
  /** Its round was cancelled. */
  'CANCELLED',
] as const;
export type ApplicationState = (typeof applicationStates)[number];

/** What may happen to an application, and where it leads from each state: what is not listed is refused. */
export const applicationLifecycle = lifecycle('Applications', applicationStates, {
  submit: {
    DRAFT: 'SUBMITTED',
    SUBMITTED: 'SUBMITTED',
    WITH_OFFICER: 'SUBMITTED',
    WITH_APPLICANT: 'SUBMITTED',
    ACCEPTED: 'SUBMITTED',
  },
  pass: { SUBMITTED: 'ACCEPTED' },
  askOfficer: { SUBMITTED: 'WITH_OFFICER' },
  accept: { WITH_OFFICER: 'ACCEPTED' },
  refuse: { WITH_OFFICER: 'REFUSED' },
  askApplicant: { WITH_OFFICER: 'WITH_APPLICANT' },
  answer: { WITH_APPLICANT: 'WITH_OFFICER' },
  lapse: { WITH_APPLICANT: 'WITH_OFFICER' },
  withdraw: { SUBMITTED: 'WITHDRAWN', WITH_OFFICER: 'WITHDRAWN', WITH_APPLICANT: 'WITHDRAWN', ACCEPTED: 'WITHDRAWN' },
  cancel: { SUBMITTED: 'CANCELLED', WITH_OFFICER: 'CANCELLED', WITH_APPLICANT: 'CANCELLED', ACCEPTED: 'CANCELLED' },
});
export type ApplicationMove = MoveOf<typeof applicationLifecycle>;

/** States in which a run has to be under way; the others need none. */
const withRun: readonly ApplicationState[] = ['SUBMITTED', 'WITH_OFFICER', 'WITH_APPLICANT'];

/** Where a move leads, or nothing if the lifecycle does not allow it. */
export const nextState = applicationLifecycle.next;

/** What an applicant is told from the moment on in which a round is cancelled, before its run has come to them. */
export const asCancelled = (application: Application, round: { readonly cancelled?: unknown }): Application =>
  round.cancelled && nextState(application.state, 'cancel') ? { ...application, state: 'CANCELLED' } : application;

const ruleResult = storedObject({ ruleId: z.string(), met: z.boolean() });

export const applicationSchema = storedObject({
  reference: z.string(),
  state: z.enum(applicationStates),
  revision: z.number().int().positive(),
  ...audited,
  roundId: z.string(),
  /** The version of the round under which it was last sent (for a draft: begun). */
  roundVersion: z.number().int().positive(),
  /** The residency that is to be extended, in a round of renewal. */
  renews: z.string().optional(),
  lang: z.enum(langs),
  /** How often answers were sent, an answer to an officer's question included; 0 for a draft. */
  version: z.number().int().nonnegative(),
  ...runParts,
  /** How often the intake officer was, or is about to be, asked. */
  asks: z.number().int().nonnegative(),
  linkGeneration: z.number().int().positive(),
  /** Fingerprints of the secrets of browsers that began before sessions were rows: good until the address is proved. */
  sessions: z.array(z.string()),
  /**
   * Whose mails the applicant has shown to read: the address, when, and since when any was proved. What began before
   * that without a proof opens it no more. Personal data, as `email`.
   */
  proved: storedObject({ email: z.string(), at: instantSchema, since: instantSchema }).optional(),
  /** The address before the present one, which is told of the change. Personal data, as `email`. */
  formerEmail: z.string().optional(),
  /**
   * The officer who began it at the desk for somebody who cannot use mail, and their words about it. Personal data but for
   * who and when: kept as long as the application, shown to no reviewer.
   */
  help: storedObject({
    by: z.string(),
    at: instantSchema,
    /** The office's address for it, to which mails go until the applicant proves one of their own. */
    email: z.string().optional(),
    reason: z.string().optional(),
    /** To what the applicant consented, as the page said it; and who told whom, when and how. */
    consent: storedObject({ to: z.string(), words: z.string() }).optional(),
    /** How the office reaches the applicant: a telephone number, a postal address. */
    reach: z.string().optional(),
  }).optional(),
  /** Where mails go. Personal data: contact, kept as long as the application. */
  email: z.string().optional(),
  name: z.string().optional(),
  /** What its round's index by time finds it by, once it was sent. Personal data, as `name`. */
  nameFolded: z.string().optional(),
  inRound: z.string().optional(),
  /** Index keys made of the e-mail, phone and person of the last sent version. */
  keys: storedObject({ email: z.string(), phone: z.string(), person: z.string() }).optional(),
  createdAt: instantSchema,
  sentAt: instantSchema.optional(),
  linkMailedAt: instantSchema.optional(),
  /** Why an officer was asked: the rules and the other applications in question. */
  flags: storedObject({
    rules: z.array(ruleResult),
    duplicates: z.array(z.string()),
    /** How many more others there are than are listed. */
    more: z.number().int().positive().optional(),
  }).optional(),
  /** Who withdrew it: the applicant or who helps them, or an operator in their place with a reason. */
  withdrawal: storedObject({ at: instantSchema, by: z.string(), reason: z.string().optional() }).optional(),
  decision: storedObject({
    outcome: z.enum(['ACCEPTED', 'REFUSED']),
    at: instantSchema,
    /** `rules` if every rule was met, else the person's id. */
    by: z.string(),
    request: z.string().optional(),
    version: z.number().int(),
    roundVersion: z.number().int(),
    rules: z.array(ruleResult),
    /** The officer's words to the applicant. */
    reason: z.string().optional(),
  }).optional(),
  erasedAt: instantSchema.optional(),
  /** Seconds since 1970 (DynamoDB's time to live), for drafts that were never sent. */
  expiresAt: z.number().int().optional(),
});
export type Application = z.infer<typeof applicationSchema>;

/** Another address makes every link that went to the one before worthless. */
export const linkGenerationFor = (application: Application, email: string): number =>
  application.linkGeneration + (application.email === undefined || application.email === email ? 0 : 1);

/** The name of the present run: the reference, then `REF_2`, `REF_3` … for every later one. */
export const runName = (application: Pick<Application, 'reference' | 'run' | 'runName'>): string =>
  presentRunOf(application.reference, application);

/** An unsent draft outlives its last change by `draftDays` at least; it is never gone before its round closes. */
export const draftExpiry = (now: Instant, closesAt: Instant): number =>
  Math.floor(Math.max(Date.parse(now), Date.parse(closesAt)) / 1000) + draftDays * 86_400;

export function newApplication(given: {
  readonly reference: string;
  readonly roundId: string;
  readonly roundVersion: number;
  readonly lang: Lang;
  /** The address, which was just proved. */
  readonly email: string;
  readonly now: Instant;
  readonly closesAt: Instant;
  readonly help?: Application['help'];
  readonly renews?: string | undefined;
}): Application {
  return {
    reference: given.reference,
    state: 'DRAFT',
    revision: 1,
    roundId: given.roundId,
    roundVersion: given.roundVersion,
    lang: given.lang,
    version: 0,
    run: 0,
    asks: 0,
    linkGeneration: 1,
    sessions: [],
    email: given.email,
    proved: { email: given.email, at: given.now, since: given.now },
    ...(given.help && { help: given.help }),
    ...(given.renews !== undefined && { renews: given.renews }),
    createdAt: given.now,
    changedAt: given.now,
    expiresAt: draftExpiry(given.now, given.closesAt),
  };
}

/** The next revision of an application, by a move of the lifecycle or, without one, in the same state. */
export function changedApplication(
  application: Application,
  now: Instant,
  change: Partial<Application>,
  move?: ApplicationMove,
): Application {
  const state = applicationLifecycle.moved(application.state, move);
  const named = namedRun(application.reference, application, change);
  const next = { ...application, ...named, ...change, state, revision: application.revision + 1, changedAt: now };
  const needsRun = runIndexOf(next.reference, { stuck: next.stuck, inRun: applicationInRun(next) });
  return { ...next, ...listedIn(next), needsRun };
}

/** Whether a question may be mailed again: not more often than every five minutes. */
export const mayMailAgain = (application: Application, now: Instant): boolean =>
  application.linkMailedAt === undefined || addMinutes(application.linkMailedAt, 5) <= now;

/** Whether a run has to be under way, were it not stuck. */
export const applicationInRun = (application: Pick<Application, 'state'>): boolean =>
  withRun.includes(application.state);

export const needsRun = (application: Pick<Application, 'state' | 'stuck'>): boolean =>
  applicationInRun(application) && application.stuck === undefined;
