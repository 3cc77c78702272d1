import { type Round, roundPhase } from '../rounds/round.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Lang } from '../shared/i18n.ts';
import { newReference } from '../shared/references.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { type Application, newApplication } from './application.ts';
import type { Dependencies } from './dependencies.ts';
import { changedDraft, nothingTyped } from './draft-items.ts';
import { emailPageOf } from './email-page-of.ts';
import { emailKey } from './identity.ts';
import { proveAddress } from './prove-address.ts';

type Needed = Pick<Dependencies, 'applications' | 'commit' | 'random'>;

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
  const { applications, commit, random } = deps;
  const key = emailKey(round.id, email);
  return decideAgainOnConflict(async () => {
    const { sent, drafts, others, claimed } = await under(deps, key);
    const mine = sent ?? drafts[0];
    if (mine) return proveAddress(deps, round, mine, email, now);
    if (roundPhase(round, now) !== 'OPEN') return others[0] && proveAddress(deps, round, others[0], email, now);
    const reference = newReference(round.code, random(16));
    const application = newApplication({
      reference,
      roundId: round.id,
      roundVersion: round.version,
      lang,
      email,
      now,
      closesAt: round.closesAt,
    });
    const page = emailPageOf(round);
    await commit({
      changes: [
        applications.create(application),
        applications.beginDraftWith(key, application, claimed),
        applications.putContact(key, reference, application.expiresAt),
        ...(page ? [applications.putDraft(application, begun(page.id, email, now), nothingTyped)] : []),
      ],
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

const begun = (page: string, email: string, now: Instant) =>
  changedDraft(nothingTyped, { [page]: { email: [email] } }, now);

/** All that is kept under an address, each newest first. */
async function under({ applications }: Needed, key: string) {
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
