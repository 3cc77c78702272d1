import type { LapsesOf } from '../requests/lapse.ts';
import { lapseDocuments } from './ask-documents.ts';
import type { onboardingKinds } from './request-kinds.ts';

/** What a lapse of each of onboarding's kinds does. */
export const onboardingLapses = (deps: Parameters<typeof lapseDocuments>[0]): LapsesOf<typeof onboardingKinds> => ({
  'onboarding-documents': (request, now) => lapseDocuments(deps, request, now),
});
