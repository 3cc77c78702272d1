import { accessCookie, openApplication, readCredential } from '../applications/access.ts';
import { mailsGoToOffice } from '../applications/identity.ts';
import type { ChecklistOwner, ChecklistOwners } from '../checklists/owners.ts';
import { resumeWithNews } from '../requests/ask.ts';
import { changedResidency, residencyKind } from '../residencies/residency.ts';
import type { VerifyLink } from '../shared/links.ts';
import { ownName } from '../shared/pages/request.ts';
import { startupTitle } from './ask-space.ts';
import { rulesOf } from './case.ts';
import type { Dependencies } from './dependencies.ts';
import { seesAs } from './sees-as.ts';

export type ListReach = Pick<
  Dependencies,
  'applications' | 'residencies' | 'rounds' | 'screenings' | 'sessions' | 'spaces'
> & {
  readonly verifyLink: VerifyLink;
  readonly secure: boolean;
};

/** Which doer of the lists is the startup itself. */
export const startupDoer = 'startup';

/** The lists of residencies: what is prepared for a startup. */
export const residencyLists = (deps: ListReach): ChecklistOwner => ({
  told: async (id, now) => {
    const residency = await deps.residencies.get(id);
    if (!residency || residency.erasedAt) return undefined;
    const { round } = await rulesOf(deps, residency);
    return { title: await startupTitle(deps, residency, now), contact: round.contact, contactOf: round.title };
  },
  party: async (id, doer) => {
    const residency = doer === startupDoer ? await deps.residencies.get(id) : undefined;
    return residency && { email: residency.startup.email, lang: residency.startup.lang };
  },
  /** The startup's own browser; what goes to an office is read at the desk. */
  reads: async (id, { cookies, now }) => {
    const credential = readCredential(cookies[ownName(accessCookie, deps)]);
    const opened = await openApplication(deps, credential, now);
    return opened?.application.reference === id && !mailsGoToOffice(opened.application);
  },
  manages: (id, person) => seesAs(deps, 'checklist-manager', id, person),
  filled: async (id, list, what, now) => {
    const was = what === 'required' ? await deps.residencies.get(id) : undefined;
    if (was?.state !== 'ONBOARDING') return { changes: [], events: [], outbox: [] };
    const { onboarding } = await rulesOf(deps, was);
    if (list.name !== onboarding.services.template) return { changes: [], events: [], outbox: [] };
    const { change, outbox } = resumeWithNews(was);
    return {
      changes: [deps.residencies.save(changedResidency(was, now, change), was)],
      events: [{ subject: id, type: 'OnboardingNews', by: 'system:onboarding', at: now, data: { list: list.id } }],
      outbox,
    };
  },
});

export const residencyChecklists = (deps: ListReach): ChecklistOwners => ({ [residencyKind]: residencyLists(deps) });
