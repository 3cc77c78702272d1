import type { RequestKind } from '../../requests/pages/kinds.ts';
import { allotTo, spaceKind as kind, proposalFor, spaceOf } from '../ask-space.ts';
import { onboardingWords as words } from '../words.ts';
import { allotmentKind } from './allotment-kind.tsx';
import { startupRows } from './check-kind.tsx';
import { caseOf, type OnboardingPages } from './documents-kind.tsx';

/** The manager's page for the first space of a startup. */
export const spaceKind = (deps: OnboardingPages): RequestKind =>
  allotmentKind(deps, {
    id: kind,
    lead: words.spaceLead,
    none: words.none,
    wantsReason: true,
    residencyOf: (request) => caseOf(deps, request),
    look: async (residency, now) => {
      const [proposal, application] = await Promise.all([
        proposalFor(deps, residency, now),
        deps.applications.get(residency.id),
      ]);
      const sent = application && (await deps.applications.version(application.reference, application.version));
      const needs = sent?.answers.accessNeeds;
      return {
        proposal,
        rows: (lang) => [
          { term: words.desks[lang], value: String(residency.desks) },
          ...(typeof needs === 'string' && needs !== '' ? [{ term: words.access[lang], value: needs }] : []),
        ],
      };
    },
    about: startupRows,
    allot: (given, now) => allotTo(deps, given, now),
    given: (residency, now) => spaceOf(deps, residency, now),
  });
