import { agreementsLapses } from './lapses.ts';

/** What agreements bring for others. */
export const agreementsPorts = {
  roles: ['signatory'],
  recipients: ['signer'],
  lapses: agreementsLapses,
} as const;
