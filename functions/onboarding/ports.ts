import { residencyChecklists } from './checklist-owner.ts';
import { onboardingErasing } from './erase-onboarding.ts';
import { onboardingLapses } from './lapses.ts';
import { onboardingLeaving } from './let-go.ts';

/** What onboarding does when others tell it something. */
export const onboardingPorts = {
  lapses: onboardingLapses,
  leaving: onboardingLeaving,
  erasing: onboardingErasing,
  checklistOwners: residencyChecklists,
} as const;
