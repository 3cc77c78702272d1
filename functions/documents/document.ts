import * as z from 'zod';
import { audited } from '../shared/database/chain-head.ts';
import { storedObject } from '../shared/database/stored.ts';
import { lifecycle } from '../shared/lifecycle.ts';
import { type Instant, instantSchema, localDateSchema } from '../shared/time.ts';
import { type Format, formatNames } from './formats.ts';

export const documentStates = [
  /** A form was shown with which it can be sent. */
  'WAITING',
  /** It is here, of a right type, and is looked through for what is harmful. */
  'ARRIVED',
  'CLEAN',
  'ACCEPTED',
  'RETURNED',
  'REFUSED',
  /** No file came with the form. */
  'LAPSED',
  'ERASED',
] as const;
export type DocumentState = (typeof documentStates)[number];

/** What may happen to one file that was asked for. */
export const documentLifecycle = lifecycle('Documents', documentStates, {
  arrive: { WAITING: 'ARRIVED' },
  lapse: { WAITING: 'LAPSED' },
  clear: { ARRIVED: 'CLEAN' },
  refuse: { ARRIVED: 'REFUSED' },
  accept: { CLEAN: 'ACCEPTED' },
  return: { CLEAN: 'RETURNED' },
  erase: {
    WAITING: 'ERASED',
    ARRIVED: 'ERASED',
    CLEAN: 'ERASED',
    ACCEPTED: 'ERASED',
    RETURNED: 'ERASED',
    REFUSED: 'ERASED',
    LAPSED: 'ERASED',
  },
});

/** Why a file is not taken: found by the app itself, and nothing of it is kept. */
export const refusals = [
  'type',
  'macros',
  'size',
  'same',
  'too-old',
  'threat',
  /** Could not be looked through: a password, no answer in time, anything else. */
  'locked',
  'late',
  'unreadable',
] as const;
export type Refusal = (typeof refusals)[number];

/** Why somebody returns a document. */
export const returnReasons = ['too-old', 'other-document', 'illegible', 'incomplete', 'other'] as const;
export type ReturnReason = (typeof returnReasons)[number];

/** States in which what was sent is kept. */
const kept: readonly DocumentState[] = ['ARRIVED', 'CLEAN', 'ACCEPTED', 'RETURNED'];
export const isKept = ({ state }: Pick<StoredFile, 'state'>): boolean => kept.includes(state);

/** Whether it was found to be clean, so that somebody may have it. */
export const isSafe = (file: Pick<StoredFile, 'state'>): boolean => isKept(file) && file.state !== 'ARRIVED';

export const fileSchema = storedObject({
  /** Also its key in the bucket: random, and tells nothing. */
  id: z.string(),
  /** Among the files of its slot, from 1 on. */
  number: z.number().int().positive(),
  state: z.enum(documentStates),
  begunAt: instantSchema,
  by: z.string(),
  /** Until when the form takes it. */
  until: instantSchema,
  /** What it was asked for with, whatever is asked for later. */
  formats: z.array(z.enum(formatNames)),
  issuedWithinDays: z.number().int().positive().optional(),
  /** The day of issue as whoever sent it says. */
  issuedOn: localDateSchema.optional(),
  /** The version of its object that counts: the first. */
  versionId: z.string().optional(),
  arrivedAt: instantSchema.optional(),
  /** Personal data, as people call files by names: kept as long as the file. */
  name: z.string().optional(),
  format: z.enum(formatNames).optional(),
  bytes: z.number().int().nonnegative().optional(),
  sha256: z.string().optional(),
  refusal: z.enum(refusals).optional(),
  decided: storedObject({
    by: z.string(),
    at: instantSchema,
    reason: z.enum(returnReasons).optional(),
    /** To whoever sent it; personal data perhaps. */
    words: z.string().optional(),
  }).optional(),
  /** When the clock looks at it: whether something came, whether there is a verdict, whether nothing is left of it. */
  dueAt: instantSchema.optional(),
});
export type StoredFile = z.infer<typeof fileSchema>;

export const filesSchema = storedObject({
  /** `kind#id`, as a capability brings it. */
  owner: z.string(),
  slot: z.string(),
  revision: z.number().int().positive(),
  ...audited,
  files: z.array(fileSchema),
  /** When the clock asks whether the owner is there still. */
  ownerDueAt: instantSchema.optional(),
  /** In the index of what the clock looks at, while it has a reason. */
  due: z.string().optional(),
  dueAt: instantSchema.optional(),
});
/** All files that were sent for one slot, the oldest first. */
export type SlotFiles = z.infer<typeof filesSchema>;

/** What is accepted stays as it is. */
export const acceptedIn = (files: readonly StoredFile[]): StoredFile | undefined =>
  files.find(({ state }) => state === 'ACCEPTED');

/** The value of `due`: few enough are under way at once for one partition. */
export const dueKey = 'due';

/** With its files, due when the first of them is, or its owner. */
export function withFiles(was: SlotFiles, files: readonly StoredFile[]): SlotFiles {
  const { due: _due, dueAt: _dueAt, ...rest } = was;
  const [dueAt] = [...files, { dueAt: rest.ownerDueAt }].flatMap((due) => due.dueAt ?? []).sort();
  return { ...rest, revision: was.revision + 1, files: [...files], ...(dueAt && { due: dueKey, dueAt }) };
}

/** With one file in the place of what it was. */
export const withFile = (was: SlotFiles, file: StoredFile): SlotFiles =>
  withFiles(
    was,
    was.files.map((other) => (other.id === file.id ? file : other)),
  );

/** What is known of a file once it is here. */
export interface Arrived {
  readonly versionId: string;
  readonly at: Instant;
  readonly bytes: number;
  readonly sha256: string;
  readonly name?: string;
  readonly format?: Format;
}
