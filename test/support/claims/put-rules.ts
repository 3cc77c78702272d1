import type { Dependencies } from '../../../functions/app/dependencies.ts';
import type { WageRules } from '../../../functions/claims/wage-rules.ts';
import type { Instant } from '../../../functions/shared/time.ts';
import { putInForce } from '../rule-files/put-in-force.ts';

/** Puts rules into force, as if finance had confirmed them, for every day. */
export async function putRules(
  deps: Pick<Dependencies, 'commit' | 'rules'>,
  { card, tax, settings }: Omit<WageRules, 'settingsVersion' | 'versions'>,
  now: Instant,
): Promise<void> {
  const files = [
    { slot: 'rate-card', value: card },
    { slot: 'tax', value: tax },
    { slot: 'claims', value: settings },
  ];
  for (const { slot, value } of files) {
    await putInForce(deps, { slot, kind: slot, text: JSON.stringify(value) }, now);
  }
}
