/* The repositories of all capabilities: each brings those of the ones below it too, so that the highest are enough. */
export { agreementsParts } from '../agreements/parts.ts';
export { caseworkParts } from '../casework/parts.ts';
export { checklistsParts } from '../checklists/parts.ts';
export { onboardingParts } from '../onboarding/parts.ts';
export { paymentsParts } from '../payments/parts.ts';
export { secondFactorParts } from '../second-factor/parts.ts';
export { spacesParts } from '../spaces/parts.ts';
export { taxMonthParts } from '../tax-month/parts.ts';
