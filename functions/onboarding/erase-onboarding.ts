import { agreementsErasing } from '../agreements/erase-agreements.ts';
import type { Erasing } from '../applications/leaving.ts';
import { checklistsErasing } from '../checklists/erase-checklists.ts';
import { documentsErasing } from '../documents/erase-documents.ts';
import { withoutWords } from '../residencies/measure.ts';
import { changedResidency, type Residency, withoutReason } from '../residencies/residency.ts';
import type { Instant } from '../shared/time.ts';
import { ownerOf } from './asked-documents.ts';
import type { Dependencies } from './dependencies.ts';

const by = 'system:retention';

/** Without what tells whose it was; from when to when it had which space stays. */
const erasedResidency = (was: Residency, now: Instant): Residency => {
  const { kind, lang } = was.startup;
  const startup = { kind, lang, name: '', representative: '', email: '' };
  const contracts = was.contracts.map(withoutReason);
  const measures = was.measures && withoutWords(was);
  return changedResidency(was, now, {
    startup,
    contracts,
    measures,
    endReason: undefined,
    changeAsked: undefined,
    erasedAt: now,
  });
};

/** What a residency keeps of a startup and its people: erased with the application, and not while it is in the Lab. */
export const onboardingErasing = (
  deps: Pick<Dependencies, 'agreements' | 'checklists' | 'documents' | 'requests' | 'residencies'>,
): Erasing => ({
  holds: async ({ reference }) => {
    const state = (await deps.residencies.get(reference))?.state;
    return state === 'ONBOARDING' || state === 'RESIDENT';
  },
  words: async (reference, now) => {
    const was = await deps.residencies.get(reference);
    if (!was || was.erasedAt) return [];
    const owner = ownerOf(reference);
    const [agreements, lists, files] = await Promise.all([
      agreementsErasing(deps, owner, by, now),
      checklistsErasing(deps, { owner, by }, now),
      documentsErasing(deps, owner, now),
    ]);
    return [...agreements, ...lists.changes, ...files];
  },
  person: async (reference, now) => {
    const was = await deps.residencies.get(reference);
    return was && !was.erasedAt ? [deps.residencies.save(erasedResidency(was, now), was)] : [];
  },
});
