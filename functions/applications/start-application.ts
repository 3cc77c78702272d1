import { type Round, roundPhase } from '../rounds/round.ts';
import type { Change } from '../shared/database/database.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Lang } from '../shared/i18n.ts';
import { newReference } from '../shared/references.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { type Application, newApplication } from './application.ts';
import type { Dependencies, Ports } from './dependencies.ts';
import { emailKey } from './identity.ts';
import { proveAddress } from './prove-address.ts';

type Needed = Pick<Dependencies & Ports, 'applications' | 'invited' | 'commit' | 'random'>;

/**
 * The application of whoever has proved an address: the one that was sent, else the draft last changed, else a new one
 * while the round is open, else what else there is; nothing if there is none.
 */
export async function startApplication(
  deps: Needed,
  round: Round,
  { email, lang }: { readonly email: string; readonly lang: Lang },
  now: Instant,
): Promise<Application | undefined> {
  const { commit, random } = deps;
  const key = emailKey(round.id, email);
  return decideAgainOnConflict(async () => {
    const { sent, drafts, others, claimed } = await under(deps, key);
    const mine = sent ?? drafts[0];
    if (mine) return proveAddress(deps, round, mine, email, now);
    if (roundPhase(round, now) !== 'OPEN') return others[0] && proveAddress(deps, round, others[0], email, now);
    if (round.renews) return deps.invited.begin(round, { email, lang }, now);
    const reference = newReference(round.code, random(16));
    const { application, changes } = begunApplication(deps, round, { reference, email, lang, claimed }, now);
    await commit({
      changes,
      events: [
        {
          subject: reference,
          type: 'ApplicationStarted',
          by: 'applicant',
          at: now,
          data: { round: round.id, roundVersion: round.version },
        },
      ],
    });
    return application;
  }, tries.contested);
}

/** A new application whose address is proved, and all that is stored with it. Whoever begins it commits it. */
export function begunApplication(
  { applications }: Pick<Dependencies, 'applications'>,
  round: Round,
  given: Pick<Application, 'reference' | 'lang' | 'help' | 'renews'> & {
    readonly email: string;
    /** What the address was claimed for before. */
    readonly claimed?: string | undefined;
  },
  now: Instant,
): { readonly application: Application; readonly changes: readonly Change[] } {
  const { claimed, ...own } = given;
  const { id: roundId, version: roundVersion, closesAt } = round;
  const application = newApplication({ ...own, roundId, roundVersion, closesAt, now });
  const key = emailKey(roundId, own.email);
  return {
    application,
    changes: [
      applications.create(application),
      applications.beginDraftWith(key, application, claimed),
      applications.putContact(key, application.reference, application.expiresAt),
    ],
  };
}

/** All that is kept under an address, each newest first. */
async function under({ applications }: Pick<Needed, 'applications'>, key: string) {
  const [holder, references, claimed] = await Promise.all([
    applications.reservationOf(key),
    applications.underContact(key),
    applications.draftBegunWith(key),
  ]);
  const all = [...new Set([...references, ...(holder ? [holder] : []), ...(claimed ? [claimed] : [])])];
  const found = (await applications.many(all))
    .filter(({ erasedAt, email, roundId }) => !erasedAt && email !== undefined && emailKey(roundId, email) === key)
    .sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
  return {
    claimed,
    sent: found.find(({ reference }) => reference === holder),
    drafts: found.filter(({ state }) => state === 'DRAFT'),
    others: found.filter(({ state }) => state !== 'DRAFT'),
  };
}
