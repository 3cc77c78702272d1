import type { Session } from '../sessions/session.ts';
import type { SessionsTable } from '../sessions/sessions-table.ts';
import type { VerifyLink } from '../shared/links.ts';
import { fingerprint } from '../shared/random.ts';
import { referenceSchema } from '../shared/references.ts';
import type { Instant } from '../shared/time.ts';
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

/**
 * The application that a credential opens, with its session if there is one, or nothing: unknown, forged, ended and
 * revoked are answered the same.
 * @param get how the application is read, by who reads more with it
 */
export async function openApplication(
  deps: {
    readonly applications: ApplicationsTable;
    readonly sessions: SessionsTable;
    readonly verifyLink: VerifyLink;
  },
  credential: Credential | undefined,
  now: Instant,
  get: (reference: string) => Promise<Application | undefined> = deps.applications.get,
): Promise<{ readonly application: Application; readonly session?: Session } | undefined> {
  if (!credential) return undefined;
  const { reference } = credential;
  const [application, session] = await Promise.all([
    get(reference),
    credential.kind === 'session' ? deps.sessions.open(reference, credential.secret, now) : undefined,
  ]);
  if (!application || application.erasedAt) return undefined;
  if (credential.kind === 'link') {
    return (await deps.verifyLink(applicationLink(application), credential.mac)) ? { application } : undefined;
  }
  if (session) return isAfterProof(session, application) ? { application, session } : undefined;
  // Begun before sessions were rows; none of these is left once the address is proved.
  return application.sessions.includes(fingerprint(credential.secret)) ? { application } : undefined;
}

/** A session that was begun before anybody had proved the address may be anybody's. */
const isAfterProof = ({ begunAt }: Session, { proved }: Application): boolean =>
  proved === undefined || begunAt >= proved.since;

export const applicationLink = (application: Pick<Application, 'reference' | 'linkGeneration'>) => ({
  path: '/a',
  purpose: 'application',
  id: application.reference,
  generation: application.linkGeneration,
  assignee: application.reference,
});
