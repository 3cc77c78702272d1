import type { Desk } from '../../desk/desk.ts';
import type { DeskDependencies } from '../../desk/open-desk.ts';
import { deskRefusal } from '../../desk/pages/desk-refusal.tsx';
import { withDesk } from '../../desk/pages/sign-in.ts';
import type { AskDependencies } from '../../requests/ask.ts';
import { isHiddenFrom } from '../../residencies/hidden-from.ts';
import type { Residency } from '../../residencies/residency.ts';
import { accessed, type PageRequest, type PageResponse } from '../../shared/pages/request.ts';
import { parseReference } from '../../shared/references.ts';
import { managesSpaces } from '../../spaces/space-roles.ts';
import type { Dependencies } from '../dependencies.ts';
import type { EndReach } from '../end-contract.ts';
import { exitPaths as paths } from './exit-paths.ts';
import { exitWords as words } from './exit-words.ts';

export type MeasuresReach = DeskDependencies &
  EndReach &
  Pick<Dependencies, 'applications' | 'commit' | 'residencies' | 'rounds' | 'screenings'> &
  Pick<AskDependencies, 'people' | 'kinds' | 'interestsIn' | 'random'>;

/** A manager, the residency that they decide about, and what they ask for. */
export interface AtDesk {
  readonly desk: Desk;
  readonly residency: Residency;
  readonly request: PageRequest;
}

/** As what it is recorded that somebody looks at what is decided about a residency. */
export const measuresTask = 'measures';

/** A page about a residency, for managers of the Lab who have no interest in its startup: each is in the records of access. */
export const forManagers = (deps: MeasuresReach, page: (at: AtDesk) => Promise<PageResponse>) =>
  withDesk(deps, async (desk, request) => {
    const { lang } = request;
    if (!managesSpaces(desk.person)) {
      return deskRefusal(desk, lang, { status: 403, title: words.managersOnly, text: words.managersOnlyText });
    }
    const reference = parseReference(request.params.reference ?? '');
    const residency = reference === undefined ? undefined : await deps.residencies.get(reference);
    if (!residency || residency.erasedAt) {
      return deskRefusal(desk, lang, { status: 404, title: words.noResidency, text: words.noResidencyText });
    }
    if (await isHiddenFrom(deps, desk.person, residency)) {
      return deskRefusal(desk, lang, { status: 403, title: words.interested, text: words.interestedText });
    }
    const response = await page({ desk, residency, request });
    return accessed(response, { account: desk.person.id, of: residency.id, task: measuresTask });
  });

/** The way back from a page that there is not. */
export const toMeasures = ({ residency }: Pick<AtDesk, 'residency'>) => ({
  href: paths.measures(residency.id),
  label: words.toMeasures,
});
