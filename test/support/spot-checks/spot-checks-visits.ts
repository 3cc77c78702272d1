import type { Academy } from '../academy.ts';
import { decidedAlready, type Typing, type Visit } from '../pages/visits.ts';
import { decideProved } from '../second-factor/proved.ts';
import { visitor } from '../visitor.ts';
import { drawnClaimLink } from './drawn-claim.ts';

const title = { ko: '승인된 강사료 표본 점검', en: 'Spot check of an approved claim' };

/** The page of whoever looks at a drawn claim again: as it is, wrong, confirmed, and decided. */
export async function spotChecksVisits(at: Academy, typed: Typing): Promise<Visit[]> {
  const browser = visitor(at.baseUrl, { lang: typed.lang });
  const { path, revision } = await drawnClaimLink(at, browser);
  const decided = await drawnClaimLink(at, browser);
  await decideProved(at, browser, decided.path, { outcome: 'FINE', revision: decided.revision });
  return [
    { name: 'spot-check', path, status: 200, heading: title },
    { name: 'spot-check-errors', path, post: { outcome: 'HOLD', revision }, status: 422, heading: title },
    {
      name: 'spot-check-confirm',
      path,
      post: { outcome: 'CORRECT', reason: typed.reason, revision },
      status: 200,
      heading: { ko: '이렇게 결정하시겠습니까?', en: 'Is this your decision?' },
    },
    { name: 'spot-check-changed', path, post: { outcome: 'FINE', revision: '1' }, status: 409, heading: title },
    { name: 'spot-check-decided', path: decided.path, status: 200, heading: decidedAlready },
  ];
}
