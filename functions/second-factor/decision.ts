import * as z from 'zod';
import type { Text } from '../shared/i18n.ts';
import { fingerprint } from '../shared/random.ts';

/** What somebody is about to decide, whole: a proof of one decision is none of any other. */
export interface Decision {
  /** Who decides, as the people file calls them. */
  readonly person: string;
  /** What it is about: the id of a request, or of a batch. */
  readonly subject: string;
  /** The revision of it that the person was shown. */
  readonly revision: number;
  readonly outcome: string;
  /** Whole won. */
  readonly amount: number;
  /** How the page puts it, in the words of whoever asks: what is decided, and how. Ids and months, and no names. */
  readonly words: { readonly subject: Text; readonly outcome: Text };
}

type Parts = readonly [string, string, number, string, number, string, string, string, string];

const partsOf = ({ person, subject, revision, outcome, amount, words }: Decision): Parts => [
  person,
  subject,
  revision,
  outcome,
  amount,
  words.subject.ko,
  words.subject.en,
  words.outcome.ko,
  words.outcome.en,
];

/**
 * Under what a proof of it is found. The words are part of it: an address is signed by nobody, and who was shown other
 * words than those of the decision has proved something else.
 */
export const decisionKey = (decision: Decision): string => fingerprint('decision', ...partsOf(decision).map(String));

const id = z.string().regex(/^[\w#.-]{1,80}$/u);
const personId = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/u);
const word = z.string().min(1).max(200);
const partsSchema = z.tuple([personId, id, z.int().nonnegative(), id, z.int(), word, word, word, word]);

const packed = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function unpacked(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

const ownPath = /^\/(?![/\\])[\x21-\x7e]{0,1000}$/u;

const proofPage = '/desk/prove';
/** The pattern of `proofPath`. */
export const proofRoute = `${proofPage}/{decision}/{back}`;

/**
 * The page where its person proves a decision; from there they are led on to a path of ours, which takes the proof.
 * @param back opened with a GET: where the decision is confirmed
 */
export const proofPath = (decision: Decision, back: string): string =>
  `${proofPage}/${packed(partsOf(decision))}/${packed(back)}`;

/** What an address of the page says; nothing if it is none that `proofPath` makes. */
export function readProofPath(params: Readonly<Record<string, string>>) {
  const parts = partsSchema.safeParse(unpacked(params.decision ?? '')).data;
  const back = z
    .string()
    .regex(ownPath)
    .safeParse(unpacked(params.back ?? '')).data;
  if (!parts || back === undefined) return undefined;
  const [person, subject, revision, outcome, amount, subjectKo, subjectEn, outcomeKo, outcomeEn] = parts;
  const words = { subject: { ko: subjectKo, en: subjectEn }, outcome: { ko: outcomeKo, en: outcomeEn } };
  const decision: Decision = { person, subject, revision, outcome, amount, words };
  // One address for each: whatever else decodes to the same is none of ours.
  const isOurs = packed(partsOf(decision)) === params.decision && packed(back) === params.back;
  return isOurs ? { decision, back } : undefined;
}
