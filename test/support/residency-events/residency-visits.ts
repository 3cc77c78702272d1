import { addendumPaths } from '../../../functions/contracts/pages/contracts-paths.ts';
import { contractWords } from '../../../functions/contracts/words.ts';
import { deskResidencyWords as words } from '../../../functions/residency-events/pages/desk-words.ts';
import { ownPaths, residencyPaths as paths } from '../../../functions/residency-events/pages/residency-paths.ts';
import { startupWords } from '../../../functions/residency-events/pages/startup-words.ts';
import type { SignLink } from '../../../functions/shared/links.ts';
import type { Academy } from '../academy.ts';
import { deskOf } from '../desk/sign-in.ts';
import type { Typing, Visit } from '../pages/visits.ts';
import { labManager } from '../spaces/stored-spaces.ts';
import { browserOf, storedResidencies } from './stored-residencies.ts';

const same = (name: string) => ({ ko: name, en: name });

/** What those who look after residencies come to, and the page of each startup. */
export async function residencyVisits(at: Academy, typed: Typing, sign: SignLink): Promise<readonly Visit[]> {
  const { lang } = typed;
  const stored = await storedResidencies(at, lang);
  const [by, other] = await Promise.all(
    [labManager, 'sora.park@academy.example.kr'].map((email) => deskOf(at, email, lang)),
  );
  const { onboarding, resident, past, gone } = stored;
  const ids = Object.values(stored).map(({ residency }) => residency.id);
  const [first = '', second = '', third = '', fourth = ''] = ids;
  const own = (who: typeof onboarding) => browserOf(at, sign, who.residency, lang);
  return [
    { name: 'residencies', path: `${paths.list}?state=all`, by, status: 200, heading: words.title },
    { name: 'residencies-none', path: `${paths.list}?round=no-such`, by, status: 200, heading: words.title },
    { name: 'residencies-no-role', path: paths.list, by: other, status: 403, heading: words.noRole },
    {
      name: 'residencies-found',
      path: paths.search,
      by,
      post: { q: resident.name },
      status: 200,
      heading: words.found,
    },
    { name: 'residencies-search-errors', path: paths.search, by, post: { q: '' }, status: 422, heading: words.found },
    { name: 'residency-onboarding', path: paths.residency(first), by, status: 200, heading: same(onboarding.name) },
    { name: 'residency-resident', path: paths.residency(second), by, status: 200, heading: same(resident.name) },
    { name: 'residency-past', path: paths.residency(third), by, status: 200, heading: same(past.name) },
    { name: 'residency-ended', path: paths.residency(fourth), by, status: 200, heading: same(gone.name) },
    { name: 'residency-unknown', path: paths.residency('no-such'), by, status: 404, heading: words.noResidency },
    { name: 'residency-addendum', path: addendumPaths.desk(second), by, status: 200, heading: contractWords.title },
    {
      name: 'own-onboarding',
      path: ownPaths.residency,
      by: await own(onboarding),
      status: 200,
      heading: startupWords.title,
    },
    {
      name: 'own-resident',
      path: ownPaths.residency,
      by: await own(resident),
      status: 200,
      heading: startupWords.title,
    },
    { name: 'own-past', path: ownPaths.residency, by: await own(past), status: 200, heading: startupWords.title },
    { name: 'own-ended', path: ownPaths.residency, by: await own(gone), status: 200, heading: startupWords.title },
  ];
}
