import { addMinutes, type Instant, type LocalDate } from '../shared/time.ts';
import {
  type Arrived,
  acceptedIn,
  documentLifecycle,
  isKept,
  type Refusal,
  type SlotFiles,
  type StoredFile,
  withFile,
  withFiles,
} from './document.ts';
import type { Content } from './file-content.ts';
import { keptName } from './file-name.ts';
import { issueFault, mostBytes, mostFiles, type Slot } from './slot.ts';

/** How long a form takes a file: to read the page, to choose, and to begin to send. */
const formMinutes = 30;
/** After how long the clock looks by itself whether something came: events may be lost. */
const lookMinutes = 10;
/** How long after the end of a form something may still be under way. */
const waitMinutes = 30;
/** How long a verdict is waited for. */
const verdictMinutes = 30;

export type BeginOutcome =
  | { readonly kind: 'begun'; readonly next: SlotFiles; readonly file: StoredFile }
  /** The form that is open already; nothing changes. */
  | { readonly kind: 'open'; readonly file: StoredFile }
  | { readonly kind: 'closed' | 'accepted' | 'too-many' | 'too-old' | 'not-yet' | 'no-date' };

/** The file that is waited for, while its form takes one. */
export const openIn = (files: readonly StoredFile[], now: Instant): StoredFile | undefined =>
  files.findLast(({ state, until }) => state === 'WAITING' && until > now);

/** A form for one more file of a slot; the one that is open already, if it would be the same. */
export function begin(
  was: SlotFiles | undefined,
  given: {
    readonly owner: string;
    readonly slot: Slot;
    readonly id: string;
    readonly by: string;
    readonly issuedOn?: LocalDate;
    /** When the slot takes no more. */
    readonly closesAt?: Instant;
    /** When the clock asks whether the owner is there still. */
    readonly ownerDueAt?: Instant;
  },
  now: Instant,
): BeginOutcome {
  const { slot, issuedOn, closesAt, owner, id, by } = given;
  const files = was?.files ?? [];
  if (closesAt !== undefined && closesAt <= now) return { kind: 'closed' };
  if (acceptedIn(files)) return { kind: 'accepted' };
  if (slot.issuedWithinDays !== undefined && issuedOn === undefined) return { kind: 'no-date' };
  const fault = issueFault(slot, issuedOn, now);
  if (fault) return { kind: fault };
  const open = openIn(files, now);
  if (open && open.issuedOn === issuedOn) return { kind: 'open', file: open };
  if (files.length >= mostFiles) return { kind: 'too-many' };
  const usual = addMinutes(now, formMinutes);
  const until = closesAt !== undefined && closesAt < usual ? closesAt : usual;
  const file: StoredFile = {
    id,
    number: files.length + 1,
    state: 'WAITING',
    begunAt: now,
    by,
    until,
    formats: slot.formats,
    ...(slot.issuedWithinDays !== undefined && { issuedWithinDays: slot.issuedWithinDays }),
    ...(issuedOn !== undefined && { issuedOn }),
    dueAt: addMinutes(now, lookMinutes),
  };
  const { ownerDueAt } = given;
  const before: SlotFiles = {
    ...(was ?? { owner, slot: slot.id, revision: 0, files: [] }),
    ...(ownerDueAt !== undefined && { ownerDueAt }),
  };
  return { kind: 'begun', next: withFiles(before, [...files, file]), file };
}

/** What was found in the bucket. */
export interface Found extends Omit<Arrived, 'format' | 'name'> {
  /** As the browser called it. */
  readonly sent: string;
  readonly content: Content;
}

/** Why what has arrived is not taken; nothing, if it is to be looked through. */
export function refusalOf(file: StoredFile, found: Found, others: readonly StoredFile[]): Refusal | undefined {
  const { content, bytes } = found;
  if (bytes === 0 || bytes > mostBytes) return 'size';
  if (content.kind === 'locked' || content.kind === 'unreadable') return content.kind;
  if (content.kind === 'macros') return 'macros';
  if (content.kind === 'unknown' || !file.formats.includes(content.format)) return 'type';
  if (content.locked) return 'locked';
  if (others.some((other) => other.id !== file.id && isKept(other) && other.sha256 === found.sha256)) return 'same';
  return issueFault(file, file.issuedOn, found.at) === 'too-old' ? 'too-old' : undefined;
}

/** A file without what is known only of one that is kept. What the clock has to take away is due at once. */
const refusedFor = (file: StoredFile, refusal: Refusal, now: Instant): StoredFile => {
  const { sha256: _hash, name: _name, ...rest } = file;
  return { ...rest, state: documentLifecycle.moved(file.state, 'refuse'), refusal, dueAt: now };
};

/** The slot once a file that was waited for has come, and why it is not taken, if it is not. */
export function arrive(
  was: SlotFiles,
  file: StoredFile,
  found: Found,
  now: Instant,
): { readonly next: SlotFiles; readonly refusal?: Refusal } {
  const { content, versionId, bytes, sha256 } = found;
  const refusal = refusalOf(file, found, was.files);
  const here: StoredFile = {
    ...file,
    state: documentLifecycle.moved(file.state, 'arrive'),
    versionId,
    arrivedAt: found.at,
    bytes,
    sha256,
    ...(content.kind === 'known' && { format: content.format, name: keptName(found.sent, content.format, was.slot) }),
    dueAt: addMinutes(now, verdictMinutes),
  };
  return refusal ? { next: withFile(was, refusedFor(here, refusal, now)), refusal } : { next: withFile(was, here) };
}

/** What whoever looks through files says of one. */
export type Verdict = 'clean' | 'threat' | 'locked' | 'unreadable';

/** The slot once there is a verdict on a file that has arrived, or none came in time. */
export function judge(was: SlotFiles, file: StoredFile, verdict: Verdict | 'late', now: Instant): SlotFiles {
  if (verdict !== 'clean') return withFile(was, refusedFor(file, verdict, now));
  // By then its form may have been used again.
  return withFile(was, { ...file, state: documentLifecycle.moved(file.state, 'clear'), dueAt: pastAt(file) });
}

/** From when on nothing can come any more with a form. */
const pastAt = ({ until }: Pick<StoredFile, 'until'>): Instant => addMinutes(until, waitMinutes);
export const isPast = (file: Pick<StoredFile, 'until'>, now: Instant): boolean => pastAt(file) <= now;

/** Whether it was tried long enough to find out what a file is. */
export const isGivenUp = ({ until }: Pick<StoredFile, 'until'>, now: Instant): boolean =>
  addMinutes(until, 2 * waitMinutes) <= now;

/** The slot once it is sure that no file came with a form. */
export const lapse = (was: SlotFiles, file: StoredFile): SlotFiles => {
  const { dueAt: _due, ...rest } = file;
  return withFile(was, { ...rest, state: documentLifecycle.moved(file.state, 'lapse') });
};

/** The slot once the bucket has of a file what is kept of it, and nothing more can come. */
export const cleared = (was: SlotFiles, file: StoredFile): SlotFiles => {
  const { dueAt: _due, ...rest } = file;
  return withFile(was, rest);
};

/** The slot of an owner who is there still, to be looked at again at a time, if at any. */
export function ownerSeen({ ownerDueAt: _due, ...was }: SlotFiles, askAgainAt: Instant | undefined): SlotFiles {
  return withFiles({ ...was, ...(askAgainAt !== undefined && { ownerDueAt: askAgainAt }) }, was.files);
}

/** The slot with nothing personal in it; the clock takes away what the bucket has. */
export const erased = ({ ownerDueAt: _due, ...was }: SlotFiles, now: Instant): SlotFiles =>
  withFiles(
    was,
    was.files.map(({ id, number, state, begunAt, by, until, formats }) => ({
      id,
      number,
      state: state === 'ERASED' ? state : documentLifecycle.moved(state, 'erase'),
      begunAt,
      by,
      until,
      formats,
      dueAt: now,
    })),
  );
