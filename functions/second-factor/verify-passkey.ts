import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import * as z from 'zod';
import { countsOn, type Passkey } from './passkey.ts';

/** Whom passkeys are for: browsers give a passkey to no other host, and say on which origin it signed. */
export interface RelyingParty {
  readonly id: string;
  readonly origin: string;
}

/** By the configured address of the pages, and by no header that somebody sends. */
export const relyingPartyOf = (baseUrl: string): RelyingParty => {
  const { hostname, origin } = new URL(baseUrl);
  return { id: hostname, origin };
};

/** Why a passkey was not taken, for the audit. */
export type PasskeyFault =
  | 'algorithm'
  | 'challenge'
  | 'counter'
  | 'malformed'
  | 'not-present'
  | 'not-verified'
  | 'origin'
  | 'relying-party'
  | 'signature'
  | 'unknown-passkey';

/** The algorithms that are asked for: ES256, and RS256 of older Windows. */
export const algorithms = [-7, -257];

const base64url = z.string().regex(/^[\w-]+$/u);
const assertionSchema = z.object({
  id: base64url.max(1400),
  clientDataJSON: base64url,
  authenticatorData: base64url,
  signature: base64url,
});
const attestationSchema = z.object({
  id: base64url.max(1400),
  clientDataJSON: base64url,
  attestationObject: base64url,
  transports: z.array(z.string().regex(/^[a-z-]{1,20}$/u)).max(10),
});

const longest = 20_000;

/** What the page's script has posted, in JSON. */
function posted<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> | undefined {
  if (text.length > longest) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** What the library's refusals mean; it has no codes for them. */
const meanings: readonly (readonly [RegExp, PasskeyFault])[] = [
  [/response challenge/u, 'challenge'],
  [/origin/u, 'origin'],
  [/RP ID/u, 'relying-party'],
  [/could not be verified/u, 'not-verified'],
  [/not present/u, 'not-present'],
  [/public key alg/u, 'algorithm'],
];

const faultOf = (error: unknown): PasskeyFault =>
  meanings.find(([words]) => error instanceof Error && words.test(error.message))?.[1] ?? 'malformed';

export type Signed = { readonly passkey: Passkey } | { readonly fault: PasskeyFault };

/** Checks what one of somebody's passkeys has signed. @returns the passkey as it is afterwards, but for its use */
export async function verifySigned(
  given: { readonly credential: string; readonly challenge: string; readonly passkeys: readonly Passkey[] },
  { id: expectedRPID, origin: expectedOrigin }: RelyingParty,
): Promise<Signed> {
  const signed = posted(assertionSchema, given.credential);
  if (!signed) return { fault: 'malformed' };
  const passkey = given.passkeys.find(({ id }) => id === signed.id);
  if (!passkey) return { fault: 'unknown-passkey' };
  const { id, ...response } = signed;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { id, rawId: id, type: 'public-key', response, clientExtensionResults: {} },
      expectedChallenge: given.challenge,
      expectedOrigin,
      expectedRPID,
      requireUserVerification: true,
      // The counter is looked at below, so that a copied passkey is told from one that signs wrongly.
      credential: { id, publicKey: Uint8Array.from(Buffer.from(passkey.publicKey, 'base64url')), counter: 0 },
    });
    if (!verified) return { fault: 'signature' };
    const { newCounter: counter, credentialBackedUp: synced } = authenticationInfo;
    return countsOn(passkey, counter) ? { passkey: { ...passkey, counter, synced } } : { fault: 'counter' };
  } catch (error) {
    return { fault: faultOf(error) };
  }
}

/** Checks a passkey that was just made. Who made the device is neither asked nor kept. */
export async function verifyMade(
  given: { readonly credential: string; readonly challenge: string },
  { id: expectedRPID, origin: expectedOrigin }: RelyingParty,
): Promise<{ readonly made: Omit<Passkey, 'addedAt'> } | { readonly fault: PasskeyFault }> {
  const attested = posted(attestationSchema, given.credential);
  if (!attested) return { fault: 'malformed' };
  const { id, transports, ...response } = attested;
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: { id, rawId: id, type: 'public-key', response, clientExtensionResults: {} },
      expectedChallenge: given.challenge,
      expectedOrigin,
      expectedRPID,
      requireUserVerification: true,
      supportedAlgorithmIDs: [...algorithms],
    });
    if (!registrationInfo) return { fault: 'signature' };
    const { credential, credentialBackedUp: synced } = registrationInfo;
    const publicKey = Buffer.from(credential.publicKey).toString('base64url');
    return { made: { id: credential.id, publicKey, counter: credential.counter, transports, synced } };
  } catch (error) {
    return { fault: faultOf(error) };
  }
}
