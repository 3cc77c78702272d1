import type { Desk } from '../../desk/desk.ts';
import { deskRefusal } from '../../desk/pages/desk-refusal.tsx';
import { withDesk } from '../../desk/pages/sign-in.ts';
import { recordDeskRead } from '../../desk/record-desk-read.ts';
import { isHiddenFrom } from '../../residencies/hidden-from.ts';
import type { Residency } from '../../residencies/residency.ts';
import { accessed, type PageRequest, type PageResponse } from '../../shared/pages/request.ts';
import { parseReference } from '../../shared/references.ts';
import type { ResidencyPagesDependencies } from '../pages-dependencies.ts';
import { decidesAboutResidencies, maySeeResidencies } from '../reader-roles.ts';
import { deskResidencyWords as words } from './desk-words.ts';
import { residencyPaths } from './residency-paths.ts';

/** A page for those who look after residencies; everybody else signs in, or is told that it is not for them. */
export const forReaders = (
  deps: ResidencyPagesDependencies,
  page: (desk: Desk, request: PageRequest) => Promise<PageResponse>,
) =>
  withDesk(deps, async (desk, request) =>
    maySeeResidencies(desk.person)
      ? page(desk, request)
      : deskRefusal(desk, request.lang, { status: 403, title: words.noRole, text: words.noRoleText }),
  );

/** Whoever looks, and the residency that they look at. */
export interface Looking {
  readonly desk: Desk;
  readonly residency: Residency;
  readonly request: PageRequest;
}

/** A page of a residency: not for whoever has an interest in the startup. */
export const ofResidency = (deps: ResidencyPagesDependencies, page: (at: Looking) => Promise<PageResponse>) =>
  forReaders(deps, async (desk, request) => {
    const { lang } = request;
    const back = { href: residencyPaths.list, label: words.toList };
    const reference = parseReference(request.params.reference ?? '');
    const residency = reference === undefined ? undefined : await deps.residencies.get(reference);
    if (!residency) {
      return deskRefusal(desk, lang, {
        status: 404,
        title: words.noResidency,
        text: words.noResidencyText,
        back,
      });
    }
    if (await isHiddenFrom(deps, desk.person, residency)) {
      return deskRefusal(desk, lang, { status: 403, title: words.hiddenTitle, text: words.hiddenText, back });
    }
    return page({ desk, residency, request });
  });

/** A page on which something is decided about a residency: it goes into the records of access too. */
export const forDeciders = (deps: ResidencyPagesDependencies, page: (at: Looking) => Promise<PageResponse>) =>
  ofResidency(deps, async (at) => {
    const { desk, residency, request } = at;
    if (decidesAboutResidencies(desk.person)) {
      if (request.method === 'GET')
        await recordDeskRead(deps, desk, { of: residency.id, task: 'decision' }, request.now);
      return accessed(await page(at), { account: desk.person.id, of: residency.id, task: 'decision' });
    }
    return deskRefusal(desk, request.lang, {
      status: 403,
      title: words.noRole,
      text: words.managerText,
      back: { href: residencyPaths.residency(residency.id), label: words.toResidency },
    });
  });
