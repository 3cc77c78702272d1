import { createHash, type KeyObject } from 'node:crypto';
import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { Fault } from '../shared/errors.ts';
import { publicKeyOf } from './manifest.ts';

/** The key of a stage's manifests, by its id or alias. */
export const signingKey = (kms: KMSClient, keyId: string) => ({
  publicKey: async (): Promise<KeyObject> => {
    const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: keyId }));
    if (!PublicKey) throw new Fault('PublicKeyMissing');
    return publicKeyOf(PublicKey);
  },
  sign: async (text: string): Promise<Uint8Array> => {
    const { Signature } = await kms.send(
      new SignCommand({
        KeyId: keyId,
        Message: createHash('sha256').update(text).digest(),
        MessageType: 'DIGEST',
        SigningAlgorithm: 'ECDSA_SHA_256',
      }),
    );
    if (!Signature) throw new Fault('SignatureMissing');
    return Signature;
  },
});
