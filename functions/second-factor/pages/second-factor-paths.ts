import { proofRoute } from '../decision.ts';

export const secondFactorPaths = {
  passkeys: '/desk/passkeys',
  newPasskey: '/desk/passkeys/new',
  prove: proofRoute,
} as const;
