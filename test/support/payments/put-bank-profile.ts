import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dependencies } from '../../../functions/app/dependencies.ts';
import { bankSlot } from '../../../functions/bank-files/bank-profile-kind.ts';
import type { Instant } from '../../../functions/shared/time.ts';
import { root } from '../../../local/paths.ts';
import { putInForce } from '../rule-files/put-in-force.ts';
import { profileYaml } from './profiles.ts';

/** Another version of a bank's profile, in force as if finance had confirmed it. */
export const putBankProfile = (deps: Reach, bank: string, now: Instant): Promise<void> =>
  putInForce(deps, { slot: bankSlot(bank), kind: 'bank-profile', text: profileYaml(bank) }, now);

/** The due dates of the repository. */
export const putTaxDates = (deps: Reach, now: Instant): Promise<void> => {
  const text = readFileSync(join(root, 'rules/payments/tax-dates.yaml'), 'utf8');
  return putInForce(deps, { slot: 'tax-dates', kind: 'tax-dates', text }, now);
};

type Reach = Pick<Dependencies, 'commit' | 'rules'>;
