import { GenerateMacCommand, KMSClient, KMSInvalidMacException, VerifyMacCommand } from '@aws-sdk/client-kms';
import { forService } from './aws/client-timeouts.ts';
import { Fault } from './errors.ts';

/** What a link opens. The address in it is the id and the MAC; the rest is read from the entity. */
export interface LinkTarget {
  /** What it opens, as the capability names it: a MAC for one purpose opens nothing else. */
  readonly purpose: string;
  readonly id: string;
  /** Raised to revoke every link made before. */
  readonly generation: number;
  /** The person id or the reference of whom it was made for. */
  readonly assignee: string;
  /** The generation of the assignee's own links, if they have one: raised to revoke all that they were ever mailed. */
  readonly own?: number;
}

export type SignLink = (target: LinkTarget) => Promise<string>;
export type VerifyLink = (target: LinkTarget, mac: string) => Promise<boolean>;

/** Without an own generation as it was before there were any, so that links that were mailed then still open. */
const message = ({ purpose, id, generation, assignee, own = 0 }: LinkTarget): Uint8Array =>
  new TextEncoder().encode(JSON.stringify([purpose, id, generation, assignee, ...(own > 0 ? [own] : [])]));

/** The path of a signed link below the pages that open it, for example `/a/<reference>/<mac>`. */
export const linkPath = (target: { readonly path: string } & Pick<LinkTarget, 'id'>, mac: string): string =>
  `${target.path}/${target.id}/${mac}`;

const macPattern = /^[A-Za-z0-9_-]{43}$/;

/** Signs links with KMS HMAC-SHA-256; only the mail dispatcher's role may. */
export const linkSigner =
  (keyId: string, kms = new KMSClient(forService())): SignLink =>
  async (target) => {
    const { Mac } = await kms.send(
      new GenerateMacCommand({ KeyId: keyId, MacAlgorithm: 'HMAC_SHA_256', Message: message(target) }),
    );
    if (!Mac) throw new Fault('MacMissing');
    return Buffer.from(Mac).toString('base64url');
  };

/** Checks a link's MAC with KMS; what cannot be a MAC is refused without a call. */
export const linkVerifier =
  (keyId: string, kms = new KMSClient(forService())): VerifyLink =>
  async (target, mac) => {
    if (!macPattern.test(mac)) return false;
    try {
      const { MacValid } = await kms.send(
        new VerifyMacCommand({
          KeyId: keyId,
          MacAlgorithm: 'HMAC_SHA_256',
          Message: message(target),
          Mac: Buffer.from(mac, 'base64url'),
        }),
      );
      return MacValid === true;
    } catch (error) {
      if (error instanceof KMSInvalidMacException) return false;
      throw error;
    }
  };
