import type { SignLink } from '../../shared/links.ts';
import { check, decode, type FieldError, type Typed } from '../../shared/pages/form.ts';
import {
  cookie,
  html,
  ownName,
  type PageRequest,
  type PageResponse,
  seeOther,
  switchedTo,
} from '../../shared/pages/request.ts';
import { fingerprint } from '../../shared/random.ts';
import { type AskDependencies, askForCode } from '../ask-for-code.ts';
import { type Challenge, lookMinutes, nextMailAt } from '../code.ts';
import { enterCode } from '../enter-code.ts';
import { likelyMeant, unknownEnding } from '../mail-domains.ts';
import { AddressForm, addressPage, CodePage, codePage, type ProofPlace } from './code-pages.tsx';
import { mailWords, noEnding, wrongWords } from './code-words.ts';

/** What it takes to prove an address. */
export type ProofDependencies = AskDependencies & {
  /** Of the key that codes are derived with. */
  readonly signCode: SignLink;
  readonly secure: boolean;
};

/** Whoever has codes of their own is proved beside everybody else in one browser. */
const cookieOf = (deps: Secure, own: ProofPlace['own']): string => ownName(own ? `code-${own.scope}` : 'code', deps);
const cookieAge = lookMinutes * 60;

type Secure = Pick<ProofDependencies, 'secure'>;

export const forgetCode = (deps: Secure, own?: ProofPlace['own']): string =>
  cookie(cookieOf(deps, own), '', { maxAge: 0, secure: deps.secure });

/** The challenge of a browser, for what it is about; nothing if it has none, or one of something else. */
async function challengeOf(
  deps: Pick<ProofDependencies, 'codes' | 'secure'>,
  { cookies }: PageRequest,
  { own }: Pick<ProofPlace, 'own'>,
  about: string,
): Promise<{ readonly challenge: Challenge; readonly secret: string } | undefined> {
  const [id = '', secret = '', ...more] = (cookies[cookieOf(deps, own)] ?? '').split('.');
  if (!/^[0-9a-f]{32}$/.test(id) || more.length > 0) return undefined;
  const challenge = await deps.codes.challenge(id);
  const isIts = challenge?.about === about && challenge.scope === own?.scope;
  return isIts && challenge.secret === fingerprint(secret) ? { challenge, secret } : undefined;
}

/** Takes an address that was typed: asks back about a slip, or mails its code and goes on to where it is entered. */
export async function takeAddress(
  deps: ProofDependencies,
  place: ProofPlace,
  about: string,
  request: PageRequest,
): Promise<PageResponse> {
  const typed = decode(addressPage, request.form);
  const switched = switchedTo(request.form);
  const lang = switched ?? place.lang;
  const view = (errors: readonly FieldError[], status: number, meant?: Parameters<typeof AddressForm>[0]['meant']) =>
    html(<AddressForm {...{ ...place, lang, typed, errors, meant }} />, { status });
  if (switched) return view([], 200);
  const checked = check(addressPage, typed, lang);
  if (!checked.ok) return view(checked.errors, 422);
  const { email } = checked.values;
  const ending = place.anyEnding ? undefined : unknownEnding(email);
  const meant = likelyMeant(email);
  const slip = meant && { typed: email, meant, mayStay: ending === undefined };
  if (ending !== undefined)
    return view([{ field: 'email', message: noEnding(ending, meant)[lang] }], 422, slip || undefined);
  if (slip && request.form.get('sure')?.[0] !== 'yes') return view([], 200, slip);
  return mailCode(deps, place, about, email, request);
}

/** Mails the code of an address and goes on to where it is entered. */
export async function mailCode(
  deps: ProofDependencies,
  place: ProofPlace,
  about: string,
  email: string,
  { lang, source, now }: PageRequest,
): Promise<PageResponse> {
  const { template = 'address-code', scope } = place.own ?? {};
  const mail = (challenge: string) => ({ kind: 'mail', template, to: { challenge }, ids: {} }) as const;
  const asked = await askForCode(deps, { email, about, scope, lang, source, mail }, now);
  if (asked.kind === 'too-often') {
    const errors = [{ field: 'email', message: (place.own?.words ?? mailWords).tooOften[lang] }];
    return html(<AddressForm {...{ ...place, typed: { email: [email] }, errors }} />, { status: 429 });
  }
  const kept = cookie(cookieOf(deps, place.own), `${asked.id}.${asked.secret}`, {
    maxAge: cookieAge,
    secure: deps.secure,
  });
  return seeOther(`${place.base}/code`, { cookies: [kept] });
}

/** Where the code is entered; whoever has asked for none is led to where the address is. */
export async function showCode(
  deps: ProofDependencies,
  place: ProofPlace,
  about: string,
  request: PageRequest,
  shown: { readonly typed: Typed; readonly errors: readonly FieldError[] } = { typed: {}, errors: [] },
): Promise<PageResponse> {
  const found = await challengeOf(deps, request, place, about);
  if (!found) return seeOther(`${place.base}/address`);
  const { challenge } = found;
  const [row, problem] = await Promise.all([deps.codes.address(challenge), deps.addresses.problemOf(challenge.email)]);
  const mails = row?.mails ?? [];
  const mail = { last: mails.at(-1), next: nextMailAt(mails, request.now), bounced: problem !== undefined };
  return html(<CodePage {...{ ...place, challenge, mail, ...shown }} />, {
    status: shown.errors.length > 0 ? 422 : 200,
  });
}

/** Takes a code that was typed: what was proved, or the page that says what is wrong. */
export async function takeCode(
  deps: ProofDependencies,
  place: ProofPlace,
  about: string,
  request: PageRequest,
): Promise<{ readonly email: string } | { readonly page: PageResponse }> {
  const typed = decode(codePage, request.form);
  const switched = switchedTo(request.form);
  const lang = switched ?? place.lang;
  const page = async (errors: readonly FieldError[]) => ({
    page: await showCode(deps, { ...place, lang }, about, request, { typed, errors }),
  });
  if (switched) return page([]);
  const checked = check(codePage, typed, lang);
  if (!checked.ok) return page(checked.errors);
  const found = await challengeOf(deps, request, place, about);
  if (!found) return page([]);
  const { challenge, secret } = found;
  const entered = await enterCode(deps, { id: challenge.id, secret, code: checked.values.code }, request.now);
  if (entered.kind === 'proved') return { email: challenge.email };
  const message =
    entered.kind === 'wrong' ? wrongWords(entered.triesLeft)[lang] : (place.own?.words ?? mailWords).over[lang];
  return page([{ field: 'code', message }]);
}
