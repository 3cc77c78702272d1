import * as z from 'zod';
import { shardOf } from '../shared/database/shard.ts';
import { storedObject } from '../shared/database/stored.ts';
import type { MachineName, MailOf, MailTemplate, Recipient } from '../shared/names.ts';
import { addMinutes, type Instant, instantSchema } from '../shared/time.ts';
import { mailClasses } from './mail-classes.ts';

/**
 * To whom a mail goes, as it is stored: one id under its kind, which may be one that only another release knows. The
 * address is looked up at the moment of sending.
 */
export const storedRecipientSchema = z
  .record(z.string(), z.string().optional())
  .refine((to) => Object.values(to).filter((id) => id !== undefined).length === 1, 'is one id under its kind');
export type StoredRecipient = Readonly<z.infer<typeof storedRecipientSchema>>;

const messageSchema = z.discriminatedUnion('kind', [
  /** A mail: the template and the ids of its data, never rendered text. */
  storedObject({
    kind: z.literal('mail'),
    template: z.string(),
    to: storedRecipientSchema,
    ids: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  }),
  /** The start of a run, by its name. */
  storedObject({ kind: z.literal('start'), machine: z.string(), name: z.string(), reference: z.string() }),
  /** The resumption of a run that waits on a callback. */
  storedObject({ kind: z.literal('resume'), callback: z.string() }),
]);
/** As it is stored: by older or newer code, too, whose templates this code need not have. */
export type StoredMessage = z.infer<typeof messageSchema>;

type MailDraft = {
  readonly [Name in MailTemplate]: { readonly kind: 'mail'; readonly to: Recipient } & MailOf<Name>;
}[MailTemplate];
type StartDraft = Extract<StoredMessage, { kind: 'start' }> & { readonly machine: MachineName };
/** What has to leave the system, as a use case states it. */
export type OutboxDraft = MailDraft | StartDraft | Extract<StoredMessage, { kind: 'resume' }>;

/** What leaves only after some time, unless another commit has dropped it, by its id, by then. */
export interface HeldDraft {
  readonly id: string;
  readonly seconds: number;
  readonly message: OutboxDraft;
}

export const entrySchema = storedObject({
  id: z.string(),
  errand: messageSchema,
  /** Of a mail, to whom it goes: of the index by which somebody's mails are found. */
  recipient: z.string().optional(),
  /** SENDING under a lease; DONE, DROPPED (pointless by the time) and FAILED (given up) are final. */
  state: z.enum(['PENDING', 'SENDING', 'DONE', 'DROPPED', 'FAILED']),
  attempts: z.number().int().nonnegative(),
  createdAt: instantSchema,
  /** Attempts that certainly sent nothing; one that neither failed so nor finished may have left a copy. */
  failures: z.number().int().nonnegative(),
  /** How often it was deferred by a state that will pass; such attempts are not counted. */
  deferrals: z.number().int().nonnegative().optional(),
  /** The queue and its shard, of the index of what is due; absent once the entry is final. */
  due: z.string().optional(),
  nextAttemptAt: instantSchema,
  /** Of one that is held back: the stream does not deliver it, and nobody does before. */
  heldUntil: instantSchema.optional(),
  leaseUntil: instantSchema.optional(),
  /** Of the last lease: by it a worker knows its own. */
  leaseToken: z.string().optional(),
  finishedAt: instantSchema.optional(),
  /** The last error's name, why it was dropped, or what SES or Step Functions gave. */
  note: z.string().optional(),
  /** Seconds since 1970: DynamoDB's time to live, for entries that are DONE or DROPPED. */
  expiresAt: z.number().int().optional(),
});
export type OutboxEntry = z.infer<typeof entrySchema>;

/** What is to leave: stored under its name of the first release, which is read here alone (docs/adr/0023). */
export const messageOf = ({ errand }: Pick<OutboxEntry, 'errand'>): OutboxEntry['errand'] => errand;

/** By what a worker holds an entry: the attempt that it began. */
export type Lease = Pick<OutboxEntry, 'id' | 'attempts'>;

/** What a worker has taken: an entry, or what could not be read of it. */
export type Leased =
  | { readonly kind: 'entry'; readonly entry: OutboxEntry }
  | { readonly kind: 'unreadable'; readonly lease: Lease };

/**
 * How many shards spread a queue of the index of what is due, so that a burst of submissions has no hot partition: many
 * where entries are stored, few where they wait.
 */
const shardsIn = (queue: Queue): number => (queue === 'due' || queue === 'start' ? 8 : 2);

/**
 * Where an entry waits in the index of what is due. Mails are stored as `due`, like everything that earlier releases
 * stored: `commit` does not know the templates. The dispatcher moves what cannot leave at once to the queue of its class.
 */
export const queues = ['start', ...mailClasses, 'due'] as const;
export type Queue = (typeof queues)[number];

/** Every shard of a queue, by its key in the index of what is due. */
export const shardsOf = (queue: Queue): string[] =>
  Array.from({ length: shardsIn(queue) }, (_, shard) => `${queue}-${shard}`);

/** The shard of a queue in which an entry waits. */
export const dueIn = (queue: Queue, id: string): string => `${queue}-${shardOf(id, shardsIn(queue))}`;

/** What the commit of an entry was about, which its id begins with (`commit`); nothing for what no commit has stored. */
export const subjectOfEntry = (id: string): string => id.split('.').slice(0, -2).join('.');

/** To whom a mail goes, as the index of mails names them: `applicant#A-27H1-7K3Q-9MX4`. */
export function recipientKey(to: StoredRecipient): string {
  const [[kind, id] = ['', '']] = Object.entries(to).filter(([, one]) => one !== undefined);
  return `${kind}#${id}`;
}

/** The entry of a message that may leave at once. `commit` stores it with the change that it tells of. */
export const newEntry = (message: OutboxDraft | StoredMessage, id: string, at: Instant): OutboxEntry => ({
  id,
  errand: message,
  ...(message.kind === 'mail' && { recipient: recipientKey(message.to) }),
  state: 'PENDING',
  attempts: 0,
  failures: 0,
  createdAt: at,
  due: dueIn(message.kind === 'mail' ? 'due' : 'start', id),
  nextAttemptAt: at,
});

/** The entry of a message that leaves after some time. `commit` stores it, and drops it if a later change needs it no more. */
export const heldEntry = ({ message, id, seconds }: HeldDraft, at: Instant): OutboxEntry => {
  const until = addMinutes(at, seconds / 60);
  return { ...newEntry(message, id, at), nextAttemptAt: until, heldUntil: until };
};

/** Whether an entry waits, and no try of it may have sent anything. */
export const hasNotLeft = ({ state, attempts, failures }: OutboxEntry): boolean =>
  state === 'PENDING' && attempts === failures;

/** Minutes until the next try after `attempts` failed ones: 1, 2, 4 … at most 240. */
export const backOffMinutes = (attempts: number): number => Math.min(240, 2 ** Math.max(0, attempts - 1));

/**
 * Minutes until the next try after `deferrals` that met a state which will pass: at most 16, so that what waits for an
 * operator leaves soon after.
 */
export const deferralMinutes = (deferrals: number): number => Math.min(16, 2 ** Math.max(0, deferrals - 1));

/** For how many days an entry is kept that is done or was dropped. */
export const keptDays = 180;

/** How long one try may take before the sweep believes that its worker died, in minutes. */
export const leaseMinutes = 2;

/** What a try takes at most, its slot, SES and the tables together. Functions begin none when less time is left. */
export const minutesATry = 1;

/** What has to be left of a lease when a mail is handed to SES: SES's time-out, and the call before it. */
export const minutesToSend = 0.5;

/** Whether an earlier try of a leased entry ended without a word, so that what it sent may go out a second time. */
export const secondCopyPossible = (leased: OutboxEntry): boolean => leased.attempts - 1 > leased.failures;
