import { mailboxOf } from '../people/mailbox.ts';
import type { PeopleTable } from '../people/people-table.ts';
import { linkGenerationOf, type Person } from '../people/person.ts';
import type { SessionsTable } from '../sessions/sessions-table.ts';
import { cookie, ownName, type PageRequest } from '../shared/pages/request.ts';
import { fingerprint, type RandomBytes } from '../shared/random.ts';
import type { Instant } from '../shared/time.ts';
import type { Desk, DeskLink } from './desk.ts';

/** What it takes to know whose desk a browser has open. */
export interface DeskDependencies {
  readonly people: Pick<PeopleTable, 'get'>;
  readonly sessions: SessionsTable;
  /** What capabilities bring to desks. */
  readonly deskLinks: readonly DeskLink[];
  /** Whether the pages are at an https address. */
  readonly secure: boolean;
}

type Secure = Pick<DeskDependencies, 'secure'>;

/** A desk is closed so long after it was opened, however much it is used. */
export const deskMinutes = 8 * 60;

const cookieName = (deps: Secure): string => ownName('desk', deps);

const sessionsOf = (person: string): string => `person#${person}`;

/** What changes with the address, with a role that is lost and with links that are taken back. */
const asNow = (person: Person): string =>
  fingerprint('desk', mailboxOf(person.email), String(linkGenerationOf(person)));

/** The person and the secret of a browser's cookie, as they came. */
function credentialOf(deps: Secure, { cookies }: Pick<PageRequest, 'cookies'>) {
  const [, person, secret] = /^([a-z][a-z0-9-]{1,39})\.([\w-]{22})$/.exec(cookies[cookieName(deps)] ?? '') ?? [];
  return person && secret ? { person, secret } : undefined;
}

/**
 * The desk that a browser has open, with its person as they are now: nothing for who has none, whose eight hours are
 * over, or who has left, lost a role or got another address since.
 */
export async function openDesk(
  deps: DeskDependencies,
  request: Pick<PageRequest, 'cookies'>,
  now: Instant,
): Promise<Desk | undefined> {
  const credential = credentialOf(deps, request);
  if (!credential) return undefined;
  const [person, session] = await Promise.all([
    deps.people.get(credential.person),
    deps.sessions.open(sessionsOf(credential.person), credential.secret, now),
  ]);
  if (!person || !session || person.roles.length === 0 || session.begunAs !== asNow(person)) return undefined;
  const links = deps.deskLinks.filter(({ roles }) => roles.some((role) => person.roles.includes(role)));
  return { person, session, links };
}

/** Opens a desk in a browser for somebody who has proved the address. @returns the cookie that keeps it */
export async function beginDesk(
  deps: Pick<DeskDependencies, 'sessions' | 'secure'> & { readonly random: RandomBytes },
  person: Person,
  now: Instant,
): Promise<string> {
  const fixed = { begunAs: asNow(person), minutes: deskMinutes };
  const { secret } = await deps.sessions.begin(sessionsOf(person.id), 'code', deps.random, now, fixed);
  return cookie(cookieName(deps), `${person.id}.${secret}`, { maxAge: deskMinutes * 60, secure: deps.secure });
}

/** Closes the desk of a browser, whatever became of its person. @returns the cookie that forgets it */
export async function endDesk(
  deps: Pick<DeskDependencies, 'sessions' | 'secure'>,
  request: Pick<PageRequest, 'cookies'>,
): Promise<string> {
  const credential = credentialOf(deps, request);
  if (credential) await deps.sessions.end(sessionsOf(credential.person), credential.secret);
  return cookie(cookieName(deps), '', { maxAge: 0, secure: deps.secure });
}

/** Closes somebody's desk in every browser but this one. */
export async function endDeskElsewhere(
  deps: Pick<DeskDependencies, 'sessions' | 'secure'>,
  request: Pick<PageRequest, 'cookies'>,
  { person }: Pick<Desk, 'person'>,
): Promise<void> {
  await deps.sessions.endAll(sessionsOf(person.id), credentialOf(deps, request)?.secret);
}
