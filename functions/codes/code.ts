import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { storedObject } from '../shared/database/stored.ts';
import { langs } from '../shared/i18n.ts';
import type { LinkTarget, SignLink } from '../shared/links.ts';
import { fingerprint } from '../shared/random.ts';
import { addMinutes, type Instant, instantSchema, secondsOf } from '../shared/time.ts';

/** How often one browser may try a code. */
export const maxAttempts = 5;

/**
 * How often all browsers together may try one code. Whoever asks from a thousand places would else have five thousand
 * guesses; the link of the mail opens all the same.
 */
export const mostGuesses = 50;

/** How long who has proved may come again with the same: a second press of the button, a first answer that was lost. */
const againMinutes = 2;

const codeMinutes = 15;
/** For how long the link of a mail opens at least. */
export const linkMinutes = 60;
/** For how long a browser may look at a challenge. */
export const lookMinutes = 60;
const hour = 60;
const day = 24 * hour;
/** Mails to one address at most, from the last that was mailed on. */
const mostMails = [
  { within: hour, most: 3 },
  { within: day, most: 6 },
] as const;

/** How long rows are kept: a day, as long as a code may be good, and what a clock may be wrong. */
const keptMinutes = day + hour;

export const challengeSchema = storedObject({
  id: z.string(),
  /** Personal data: kept for a day, to mail the code there and to say so on the page. */
  email: z.string(),
  /** What the proof is for, as whoever asked calls it. */
  about: z.string(),
  /** Whose codes these are, if they have codes and limits of their own: no other code of the address proves here. */
  scope: z.string().optional(),
  lang: z.enum(langs),
  /** Fingerprint of the secret of the browser that asked. */
  secret: z.string(),
  askedAt: instantSchema,
  until: instantSchema,
  tries: z.number().int().nonnegative(),
  /** If this challenge was mailed: until when its link opens, and whether it has. */
  mailed: storedObject({ at: instantSchema, code: z.string(), linkUntil: instantSchema }).optional(),
  linkUsedAt: instantSchema.optional(),
  /** Fingerprint of the form that used it. */
  linkUsedBy: z.string().optional(),
  /** How often the code that it has proved was entered again. */
  repeats: z.number().int().nonnegative().optional(),
  expiresAt: z.number().int(),
});
/** One browser's attempt to prove that it reads the mails of an address. */
export type Challenge = z.infer<typeof challengeSchema>;
/** An address with the codes of one scope. */
export type Addressee = Pick<Challenge, 'email' | 'scope'>;

export const addressRowSchema = storedObject({
  /** Raised with every mail and every code that is used. */
  count: z.number().int().positive(),
  /** When mails that somebody asked for were sent to it since it was last proved, the newest last. */
  mails: z.array(instantSchema),
  /** The id of its present code; none, if it was used. */
  code: z.string().optional(),
  codeUntil: instantSchema.optional(),
  guesses: z.number().int().nonnegative().optional(),
  /** The code that was last used, and the challenge that proved by it. */
  spent: storedObject({ code: z.string(), by: z.string(), at: instantSchema }).optional(),
  expiresAt: z.number().int(),
});
/** What was mailed to an address lately, and the code that it has now. */
export type AddressRow = z.infer<typeof addressRowSchema>;

export const expiryAt = (now: Instant): number => secondsOf(addMinutes(now, keptMinutes));

/** From when on another mail may go to an address. */
export function nextMailAt(mails: readonly Instant[], now: Instant): Instant {
  const free = mostMails.map(({ within, most }) => {
    const first = mails.at(-most);
    return first === undefined ? now : addMinutes(first, within);
  });
  return [now, ...free].reduce((latest, at) => (at > latest ? at : latest));
}

export const mayMail = (row: AddressRow | undefined, now: Instant): boolean => nextMailAt(row?.mails ?? [], now) <= now;

const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);

/** An address to which one more mail goes; the code that it has, if any, stays as it is. */
export function withMail(was: AddressRow | undefined, now: Instant): AddressRow {
  return {
    ...was,
    count: (was?.count ?? 0) + 1,
    mails: [...(was?.mails ?? []), now].slice(-Math.max(...mostMails.map(({ most }) => most))),
    expiresAt: expiryAt(now),
  };
}

/** Whether an address has a code that may be entered. */
export const hasCode = (
  row: AddressRow | undefined,
  now: Instant,
): row is AddressRow & { readonly code: string; readonly codeUntil: Instant } =>
  row?.code !== undefined && row.codeUntil !== undefined && row.codeUntil > now && (row.guesses ?? 0) < mostGuesses;

/**
 * An address to which its code is mailed: the present one once more, so that no mail makes the one before worthless.
 * If no other may follow soon, code and link are good until one may: nobody is locked out by who asks in their place.
 */
export function withCodeMailed(
  was: AddressRow | undefined,
  now: Instant,
  newCode: () => string,
): { readonly row: AddressRow; readonly code: string; readonly linkUntil: Instant } {
  const kept = hasCode(was, now) ? { code: was.code, guesses: was.guesses ?? 0 } : { code: newCode(), guesses: 0 };
  const mailed = withMail(was, now);
  const next = nextMailAt(mailed.mails, now);
  return {
    row: { ...mailed, ...kept, codeUntil: later(addMinutes(now, codeMinutes), next) },
    code: kept.code,
    linkUntil: later(addMinutes(now, linkMinutes), next),
  };
}

/** Whether what proved at a moment still does for whoever it proved for. */
export const mayComeAgain = (provedAt: Instant, now: Instant): boolean => now < addMinutes(provedAt, againMinutes);

export const challengeUntil = (now: Instant): Instant => addMinutes(now, codeMinutes);

/** Under what an address is found: never the address itself. */
export const addressKeyOf = ({ email, scope }: Addressee): string =>
  fingerprint('code', ...(scope === undefined ? [] : [scope]), email.normalize('NFKC').toLowerCase());

const digits = 6;

/** What a code and the links that are mailed with it are made of. It is stored nowhere, and only who may use the key can tell it. */
const macOf = async (sign: SignLink, code: string, to: Addressee): Promise<Buffer> =>
  Buffer.from(await sign({ purpose: 'code', id: code, generation: 1, assignee: addressKeyOf(to) }), 'base64url');

const codeIn = (mac: Buffer): string => String(mac.readUIntBE(0, 6) % 10 ** digits).padStart(digits, '0');

/** Another for each challenge that the code was mailed for; neither tells anything of the code, nor the code of them. */
const linkIn = (mac: Buffer, challenge: string): string =>
  createHmac('sha256', mac).update(`code-link ${challenge}`).digest('base64url');

/** The code of an id: six digits of a MAC. */
export const deriveCode = async (sign: SignLink, code: string, to: Addressee): Promise<string> =>
  codeIn(await macOf(sign, code, to));

type Mailed = Addressee & Pick<Challenge, 'id'>;

/** A code with the proof in the link of a challenge's mail, both of one call of the key. */
export async function deriveCodeAndLink(
  sign: SignLink,
  code: string,
  challenge: Mailed,
): Promise<{ readonly code: string; readonly link: string }> {
  const mac = await macOf(sign, code, challenge);
  return { code: codeIn(mac), link: linkIn(mac, challenge.id) };
}

/** Whether two codes are the same, in a time that tells nothing. */
export const sameCode = (a: string, b: string): boolean => {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
};

/** Where the link of a challenge's mail leads. */
export const codeLinkPath = '/continue';

/** What the link of a challenge's mail was signed over by the key of links, before it came of the code's MAC. */
export const earlierCodeLink = ({ id, ...to }: Mailed): LinkTarget => ({
  purpose: 'code-link',
  id,
  generation: 1,
  assignee: addressKeyOf(to),
});
