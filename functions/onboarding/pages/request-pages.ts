import type { RequestPagesOf } from '../../requests/pages/kinds.ts';
import { checkKind } from './check-kind.tsx';
import { documentsKind, type OnboardingPages } from './documents-kind.tsx';
import { spaceKind } from './space-kind.tsx';

/** The pages of onboarding's requests, by their kind. */
export const onboardingRequestPages = (deps: OnboardingPages): RequestPagesOf<'onboarding'> => ({
  'onboarding-documents': documentsKind(deps),
  'onboarding-check': checkKind(deps),
  'space-allotment': spaceKind(deps),
});
