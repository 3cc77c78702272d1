import { renewalWords as words } from '../../../functions/renewals/words.ts';
import type { SignLink } from '../../../functions/shared/links.ts';
import { addDays, addMinutes } from '../../../functions/shared/time.ts';
import type { Academy } from '../academy.ts';
import type { Typing, Visit } from '../pages/visits.ts';
import { changeRound } from '../rounds/change-round.ts';
import { visitor } from '../visitor.ts';
import { storedRenewal } from './stored-renewal.ts';

/** What a startup is asked whose contract ends, and what each answer leads to. */
export async function renewalVisits(at: Academy, typed: Typing, sign: SignLink): Promise<readonly Visit[]> {
  const { lang } = typed;
  const [open, declined, gone] = [
    await storedRenewal(at, sign, { lang }),
    await storedRenewal(at, sign, { lang }),
    await storedRenewal(at, sign, { lang }),
  ];
  const [path, declinedPath, gonePath] = [await open.invite(), await declined.invite(), await gone.invite()];
  const other = visitor(at.baseUrl, { lang });
  await other.post(declinedPath, { answer: 'decline' });
  // The round is about other contracts by now.
  const { to } = gone.residency.contracts[0] ?? { to: gone.round.firstDay };
  const window = { from: addDays(to, 1), to: addDays(to, 9) };
  await changeRound(at, gone.round, { renews: { round: gone.residency.roundId, window } });
  await changeRound(at, declined.round, { closesAt: addMinutes(at.now(), 60) });
  return [
    { name: 'renewal-invited', path, status: 200, heading: words.title },
    { name: 'renewal-decline', path, post: { answer: 'decline' }, status: 200, heading: words.sure },
    { name: 'renewal-declined', path: declinedPath, status: 200, heading: words.declined },
    { name: 'renewal-gone', path: gonePath, status: 410, heading: words.gone },
    { name: 'renewal-round', path: `/rounds/${open.round.id}`, status: 200, heading: open.round.title },
  ];
}
