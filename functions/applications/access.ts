import type { VerifyLink } from '../shared/links.ts';
import { fingerprint } from '../shared/random.ts';
import { referenceSchema } from '../shared/references.ts';
import type { Application } from './application.ts';
import type { ApplicationsTable } from './applications-table.ts';

/** How a browser shows whose application it has: the secret of its own session, or the MAC of a mailed link. */
export type Credential =
  | { readonly kind: 'session'; readonly reference: string; readonly secret: string }
  | { readonly kind: 'link'; readonly reference: string; readonly mac: string };

export const accessCookie = 'application';

const separator = '.';

export const credentialCookie = (credential: Credential): string =>
  credential.kind === 'session'
    ? ['s', credential.reference, credential.secret].join(separator)
    : ['l', credential.reference, credential.mac].join(separator);

/** What is no reference is looked up nowhere: a key that is too long for a table would be a fault. */
export const isReference = (written: string | undefined): written is string =>
  referenceSchema.safeParse(written).success;

/** Reads the cookie; anything that we did not write is no credential. */
export function readCredential(cookie: string | undefined): Credential | undefined {
  const [kind, reference, proof, ...more] = (cookie ?? '').split(separator);
  if (!isReference(reference) || !proof || more.length > 0) return undefined;
  if (kind === 's') return { kind: 'session', reference, secret: proof };
  if (kind === 'l') return { kind: 'link', reference, mac: proof };
  return undefined;
}

/** The application that a credential opens, or nothing: unknown, forged and revoked are answered the same. */
export async function openApplication(
  { applications, verifyLink }: { readonly applications: ApplicationsTable; readonly verifyLink: VerifyLink },
  credential: Credential | undefined,
): Promise<Application | undefined> {
  if (!credential) return undefined;
  const application = await applications.get(credential.reference);
  if (!application || application.erasedAt) return undefined;
  const opens =
    credential.kind === 'session'
      ? application.sessions.includes(fingerprint(credential.secret))
      : await verifyLink(applicationLink(application), credential.mac);
  return opens ? application : undefined;
}

export const applicationLink = (application: Pick<Application, 'reference' | 'linkGeneration'>) => ({
  path: '/a',
  purpose: 'application',
  id: application.reference,
  generation: application.linkGeneration,
  assignee: application.reference,
});
