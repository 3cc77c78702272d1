import type { DeskRequests } from '../desk/desk.ts';
import type { Dependencies } from '../residencies/dependencies.ts';
import { startupAtDesk } from '../residencies/startup-at-desk.ts';
import { residencyChecklists } from './checklist-owner.ts';
import { onboardingErasing } from './erase-onboarding.ts';
import { onboardingLapses } from './lapses.ts';
import { onboardingLeaving } from './let-go.ts';

/** What onboarding does when others tell it something. */
export const onboardingPorts = {
  onDesk: (deps: Pick<Dependencies, 'residencies'>): DeskRequests => ({
    'onboarding-check': startupAtDesk(deps),
    'space-allotment': startupAtDesk(deps),
  }),
  lapses: onboardingLapses,
  leaving: onboardingLeaving,
  erasing: onboardingErasing,
  checklistOwners: residencyChecklists,
} as const;
