import { type Application, nextState } from '../applications/application.ts';
import { openedBy, type SessionDependencies } from '../applications/pages/context.ts';
import type { Asked, DocumentOwner } from '../documents/owners.ts';
import type { TypedPages } from '../forms/answers.ts';
import type { Person } from '../people/person.ts';
import { type Round, roundPhase } from '../rounds/round.ts';
import { slotOf } from '../rounds/round-documents.ts';
import { referenceSchema } from '../shared/references.ts';
import { type Instant, toInstant } from '../shared/time.ts';
import { attachmentWords as words } from './attachment-texts.ts';
import { askedAfter } from './attachments.ts';
import type { Dependencies } from './dependencies.ts';

type Reading = Pick<Dependencies, 'applications' | 'rounds'>;

/** An application with the round by which it is asked for documents, and what it is asked by. */
interface Asking {
  readonly application: Application;
  readonly round: Round;
  readonly typed: TypedPages;
  /** From when on nothing more is taken. */
  readonly closesAt: Instant;
}

/**
 * By which version of its round an application is asked: as long as it can be sent, by the present one, under which it
 * would be; then by that under which it was sent.
 */
async function askingOf(
  { applications, rounds }: Reading,
  reference: string,
  now: Instant,
): Promise<Asking | undefined> {
  if (!referenceSchema.safeParse(reference).success) return undefined;
  const application = await applications.get(reference);
  const current = application && (await rounds.current(application.roundId));
  if (!application || !current || application.erasedAt) return undefined;
  const { state, version, roundVersion, changedAt } = application;
  const maySend = nextState(state, 'submit') !== undefined;
  const closesAt = maySend ? (current.cancelled?.at ?? current.closesAt) : changedAt;
  if (version === 0 || (maySend && roundPhase(current, now) === 'OPEN')) {
    const { typed } = await applications.draft(reference);
    return { application, round: current, typed, closesAt };
  }
  const [made, sent] = await Promise.all([
    rounds.version(application.roundId, roundVersion),
    applications.version(reference, version),
  ]);
  return made && sent && { application, round: made, typed: sent.typed, closesAt };
}

async function askedOf(deps: Reading, reference: string, now: Instant): Promise<Asked | undefined> {
  const asking = await askingOf(deps, reference, now);
  if (!asking) return undefined;
  const { application, round, typed, closesAt } = asking;
  const documents = askedAfter(round, typed);
  if (documents.length === 0) return undefined;
  const { expiresAt, version } = application;
  return {
    title: round.title,
    slots: documents.map(slotOf),
    closesAt,
    contact: round.contact,
    isOnlyRead: true,
    back:
      version === 0 ? { href: '/apply/check', label: words.toForm } : { href: '/application', label: words.toStatus },
    ...(expiresAt !== undefined && { ownerDueAt: toInstant(new Date(expiresAt * 1000)) }),
  };
}

/**
 * The documents of applications: sent by whoever has the application open, seen by the officers of the round and whoever
 * looks after its cases. Nobody accepts or returns one: they are judged with the answers.
 * @param sees whether one of the staff may see those of an application that was sent
 */
export const applicationDocuments = (
  deps: SessionDependencies,
  sees: (application: Application, round: Round, person: Person) => Promise<boolean>,
): DocumentOwner => ({
  asked: (id, now) => askedOf(deps, id, now),
  sender: async (id, { cookies, now }) => {
    const opened = await openedBy(deps, { cookies, now });
    return opened?.application.reference === id ? opened.by : undefined;
  },
  decides: async () => false,
  reads: async (id, person) => {
    const application = await deps.applications.get(id);
    const round = application && (await deps.rounds.current(application.roundId));
    // What was never sent is nobody's but the applicant's.
    if (!application || !round || application.version === 0 || application.erasedAt) return false;
    return sees(application, round, person);
  },
});
