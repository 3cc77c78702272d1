import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import * as z from 'zod';

/** What a page asks the browser for, as its script reads it. */
export interface AskedOfBrowser {
  readonly challenge: string;
  readonly host: string;
}

/** In what an answer differs from an honest one. */
export interface Lie {
  readonly challenge?: string;
  readonly origin?: string;
  readonly host?: string;
  readonly type?: string;
  readonly id?: string;
  readonly counter?: number;
  /** That it signs with another key. */
  readonly forged?: boolean;
  /** That nobody has touched it, or was recognised. */
  readonly absent?: boolean;
  readonly unverified?: boolean;
}

const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest();
const jwkSchema = z.object({ x: z.string(), y: z.string() });
const newKeys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** What a page asks for; nothing if it asks for no passkey. */
export function askedIn(html: string): AskedOfBrowser | undefined {
  const [, challenge] = /data-challenge="([\w-]+)"/u.exec(html) ?? [];
  const [, host] = /data-host="([^"]+)"/u.exec(html) ?? [];
  return challenge && host ? { challenge, host } : undefined;
}

/**
 * An authenticator in this process, with the browser around it: one key of ES256, a counter, attestation "none".
 * https://www.w3.org/TR/webauthn-3/#sctn-authenticator-data
 */
export function softwareAuthenticator(
  origin: string,
  own: { readonly keys?: ReturnType<typeof newKeys>; readonly id?: string; readonly counter?: number } = {},
) {
  const { keys = newKeys(), id = randomBytes(16).toString('base64url') } = own;
  let { counter = 0 } = own;

  const clientData = (type: string, asked: AskedOfBrowser, lie: Lie): Buffer =>
    Buffer.from(
      JSON.stringify({
        type: lie.type ?? type,
        challenge: lie.challenge ?? asked.challenge,
        origin: lie.origin ?? origin,
        crossOrigin: false,
      }),
    );
  const authenticatorData = (asked: AskedOfBrowser, lie: Lie, made: Uint8Array = new Uint8Array()): Buffer => {
    const flags = (lie.absent ? 0 : 1) | (lie.unverified ? 0 : 4) | (made.length > 0 ? 64 : 0);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(lie.counter ?? counter);
    return Buffer.concat([sha256(lie.host ?? asked.host), Buffer.of(flags), count, made]);
  };

  return {
    id,
    /** Answers a page that asks for a new passkey. */
    make: (asked: AskedOfBrowser, lie: Lie = {}): string => {
      const client = clientData('webauthn.create', asked, lie);
      const authData = Uint8Array.from(authenticatorData(asked, lie, attested(id, keys.publicKey)));
      const attestation = isoCBOR.encode(
        new Map<string, string | Uint8Array<ArrayBuffer> | Map<string, string>>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', authData],
        ]),
      );
      return JSON.stringify({
        id: lie.id ?? id,
        clientDataJSON: client.toString('base64url'),
        attestationObject: Buffer.from(attestation).toString('base64url'),
        transports: ['internal'],
      });
    },
    /** Answers a page that asks for a signature, and counts. */
    sign: (asked: AskedOfBrowser, lie: Lie = {}): string => {
      counter += 1;
      const client = clientData('webauthn.get', asked, lie);
      const authData = authenticatorData(asked, lie);
      const key = lie.forged ? newKeys().privateKey : keys.privateKey;
      return JSON.stringify({
        id: lie.id ?? id,
        clientDataJSON: client.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: sign('sha256', Buffer.concat([authData, sha256(client)]), key).toString('base64url'),
      });
    },
    /** The same key in another device, which goes on counting by itself. */
    copy: () => softwareAuthenticator(origin, { keys, id, counter }),
  };
}
export type Authenticator = ReturnType<typeof softwareAuthenticator>;

/** The credential that is attested: no maker, its id and its public key in COSE. */
function attested(id: string, key: KeyObject): Buffer {
  const { x, y } = jwkSchema.parse(key.export({ format: 'jwk' }));
  const credential = Buffer.from(id, 'base64url');
  const length = Buffer.alloc(2);
  length.writeUInt16BE(credential.length);
  const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'base64url'));
  const cose = isoCBOR.encode(
    new Map<number, number | Uint8Array<ArrayBuffer>>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, bytes(x)],
      [-3, bytes(y)],
    ]),
  );
  return Buffer.concat([Buffer.alloc(16), length, credential, cose]);
}
