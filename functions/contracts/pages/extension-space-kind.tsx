import { rulesOf } from '../../onboarding/case.ts';
import { allotmentKind } from '../../onboarding/pages/allotment-kind.tsx';
import type { RequestKind } from '../../requests/pages/kinds.ts';
import { lastOf } from '../../residencies/residency.ts';
import { residencyOfEvent } from '../../residencies/residency-event.ts';
import { Fault } from '../../shared/errors.ts';
import { formatDate } from '../../shared/time.ts';
import { spacesPaths } from '../../spaces/pages/spaces-paths.ts';
import { spaceText } from '../../spaces/space.ts';
import { allotForContract, heldNow, extensionSpaceKind as kind, spacesForContract } from '../extension-space.ts';
import { contractWords as words } from '../words.ts';
import type { ContractsPages } from './addendum-request-kind.tsx';

/** The manager's page for the space of a contract that is in force without one. */
export const extensionSpaceKind = (deps: ContractsPages): RequestKind =>
  allotmentKind(deps, {
    id: kind,
    lead: words.spaceLead,
    none: words.noSpace,
    wantsReason: false,
    residencyOf: async ({ subject }) => {
      const reference = residencyOfEvent(subject);
      const residency = await deps.residencies.get(reference);
      if (!residency) throw new Fault('ResidencyMissing', { reference });
      const { round } = await rulesOf(deps, residency);
      return { residency, round };
    },
    look: async (residency, now) => {
      const [proposal, held] = await Promise.all([
        spacesForContract(deps, residency, now),
        heldNow(deps, residency.id),
      ]);
      return {
        proposal,
        rows: (lang) => (held ? [{ term: words.spaceNow[lang], value: spaceText(held.space) }] : []),
      };
    },
    about: (residency, lang) => {
      const { from, to } = lastOf(residency);
      return [
        { term: words.startup[lang], value: residency.startup.name },
        { term: words.newContract[lang], value: `${formatDate(from, lang)} – ${formatDate(to, lang)}` },
      ];
    },
    allot: (given, now) => allotForContract(deps, given, now),
    given: async ({ id }) => (await heldNow(deps, id))?.space,
    below: (lang) => (
      <p>
        <a href={spacesPaths.list}>{words.toSpaces[lang]}</a>
      </p>
    ),
  });
