import type { Answers, TypedPages } from '../forms/answers.ts';
import { typedWhereAsked } from '../forms/round-form.ts';
import { type Round, roundPhase } from '../rounds/round.ts';
import { decideAgainOnConflict, Fault } from '../shared/errors.ts';
import type { Lang } from '../shared/i18n.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { type Application, changedApplication, linkGenerationFor, nextState, runName } from './application.ts';
import type { SentVersion } from './applications-table.ts';
import type { Dependencies, Ports } from './dependencies.ts';
import { changedDraft, type Draft } from './draft-items.ts';
import { emailKey, identityKeys, isProvedFor, mailsGoToOffice, readerOf } from './identity.ts';
import { cancelOpenRequest } from './open-requests.ts';
import { addressChanged } from './prove-address.ts';
import { heldReceipt } from './receipt.ts';
import { moveIndexes } from './sent-indexes.ts';

type Needed = Pick<Dependencies & Ports, 'applications' | 'requests' | 'selection' | 'commit' | 'invited'>;

export type SendOutcome =
  | { readonly kind: 'sent'; readonly application: Application }
  /** The same version again: double click, retry, another tab, the back button. */
  | { readonly kind: 'repeat'; readonly application: Application }
  /** Nobody has shown that they read the mails of the address in the answers. */
  | { readonly kind: 'unproved' }
  /** Another application of the round was sent with the address, which the applicant has proved to be theirs. */
  | { readonly kind: 'email-taken' }
  | { readonly kind: 'closed' }
  /** The draft has changed since these answers were read from it. */
  | { readonly kind: 'changed'; readonly application: Application; readonly draft: Draft }
  /** Decided against or withdrawn: no longer to be changed. */
  | { readonly kind: 'final'; readonly application: Application };

export interface Sending {
  readonly reference: string;
  /** The version that the page was about to send: the form's own submission number. */
  readonly version: number;
  readonly answers: Answers;
  readonly typed: TypedPages;
  readonly lang: Lang;
  /** Who sends it, if not who reads its mails. */
  readonly by?: string;
}

/** What sending decides by, as somebody has read it. */
interface Read {
  readonly application?: Application | undefined;
  readonly draft: Draft;
}

/**
 * Sends the answers as the next version, once, and starts the run that checks them.
 * @param given what the page has read and checked, which is not read again unless somebody has changed it meanwhile
 */
export async function sendApplication(
  deps: Needed,
  round: Round,
  sending: Sending,
  now: Instant,
  given?: Read,
): Promise<SendOutcome> {
  let read = given;
  let checked = given?.draft.saves;
  return decideAgainOnConflict(async () => {
    const present = read ?? (await deps.applications.withDraft(sending.reference));
    read = undefined;
    checked ??= present.draft.saves;
    return attempt(deps, round, { ...sending, checked }, present, now);
  }, tries.ofRound);
}

async function attempt(
  deps: Needed,
  round: Round,
  sending: Sending & { /** At how many saves the draft had these answers. */ readonly checked: number },
  { application: was, draft }: Read,
  now: Instant,
): Promise<SendOutcome> {
  const { applications, commit } = deps;
  if (!was) throw new Fault('ApplicationMissing', { reference: sending.reference });
  if (sending.version <= was.version) return { kind: 'repeat', application: was };
  if (!nextState(was.state, 'submit')) return { kind: 'final', application: was };
  if (roundPhase(round, now) !== 'OPEN') return { kind: 'closed' };
  if (sending.checked !== draft.saves) return { kind: 'changed', application: was, draft };
  const email = String(sending.answers.email);
  const by = sending.by ?? readerOf(was);
  if (!isProvedFor(was, email)) return { kind: 'unproved' };
  const keys = identityKeys(round.id, sending.answers);
  const [selection, holder, open] = await Promise.all([
    deps.selection.of(round.id),
    applications.reservationOf(keys.email),
    cancelOpenRequest(deps, was, 'SUPERSEDED', by, now),
  ]);
  if (selection && !selection.open) return { kind: 'closed' };
  if (holder && holder !== was.reference) return { kind: 'email-taken' };

  const moved = was.version > 0 && was.keys !== undefined && was.keys.email !== keys.email;
  const next = changedApplication(
    was,
    now,
    {
      version: was.version + 1,
      run: was.run + 1,
      asks: was.asks + 1,
      roundVersion: round.version,
      lang: sending.lang,
      email,
      linkGeneration: linkGenerationFor(was, email),
      ...(moved && { formerEmail: was.email }),
      // What was begun by the office's mails opens it no more.
      ...(moved && was.proved && mailsGoToOffice(was) && { proved: { ...was.proved, since: was.proved.at } }),
      name: String(sending.answers.name),
      keys,
      sentAt: now,
      flags: undefined,
      decision: undefined,
      stuck: undefined,
      expiresAt: undefined,
    },
    'submit',
  );
  const version: SentVersion = {
    reference: next.reference,
    version: next.version,
    roundVersion: round.version,
    lang: sending.lang,
    sentAt: now,
    typed: typedWhereAsked(round, sending.typed),
    answers: sending.answers,
  };
  const follows = await deps.invited.sent(next, now);
  await commit({
    changes: [
      applications.save(next, was),
      applications.putDraft(next, { ...changedDraft(draft, sending.typed, now), consentsUnder: round.version }, draft),
      applications.putVersion(version),
      ...moveIndexes(applications, next, was, now),
      ...leftContact(applications, round.id, was, email),
      ...open.changes,
      ...follows.changes,
      // What is sent in the moment of the closing is in the selection, or is not sent.
      ...(selection ? [selection.stillTakes(next.reference)] : []),
    ],
    events: [
      {
        subject: next.reference,
        type: was.version === 0 ? 'ApplicationSubmitted' : 'ApplicationChanged',
        by,
        at: now,
        data: { version: next.version, round: round.id, roundVersion: round.version, run: runName(next) },
      },
      ...follows.events,
    ],
    outbox: [
      ...open.outbox,
      ...follows.outbox,
      ...(moved ? [addressChanged(next)] : []),
      { kind: 'start', machine: 'applicant-intake', name: runName(next), reference: next.reference },
    ],
    held: [heldReceipt(next)],
  });
  return { kind: 'sent', application: next };
}

/** The contact entry of a draft's address that is not the one it is sent with. */
function leftContact(applications: Dependencies['applications'], roundId: string, was: Application, email: string) {
  if (was.keys || !was.email) return [];
  const before = emailKey(roundId, was.email);
  return before === emailKey(roundId, email) ? [] : [applications.removeContact(before, was.reference)];
}
