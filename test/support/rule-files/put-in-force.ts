import type { Dependencies } from '../../../functions/app/dependencies.ts';
import { type RuleVersion, ruleSubject } from '../../../functions/rule-files/rule-version.ts';
import { decideAgainOnConflict } from '../../../functions/shared/errors.ts';
import { type Instant, localDateSchema } from '../../../functions/shared/time.ts';

const by = 'operator:test';

type Reach = Pick<Dependencies, 'commit' | 'rules'>;
type File = Pick<RuleVersion, 'slot' | 'kind' | 'text'>;

/** Puts a file of rules into force for every day, as if finance had confirmed it. Others may put the same at this moment. */
export const putInForce = (deps: Reach, file: File, now: Instant): Promise<void> =>
  decideAgainOnConflict(() => putOnce(deps, file, now));

async function putOnce({ rules, commit }: Reach, { slot, kind, text }: File, now: Instant): Promise<void> {
  const before = await rules.versionsOf(slot);
  if (before.at(-1)?.text === text) return;
  const version: RuleVersion = {
    slot,
    kind,
    number: before.length + 1,
    state: 'IN_FORCE',
    firstDay: localDateSchema.parse('2000-01-01'),
    text,
    loadedBy: by,
    loadedAt: now,
    request: 'request',
    confirmed: true,
    revision: 1,
  };
  await commit({
    changes: rules.create(version),
    events: [{ subject: ruleSubject(slot), type: 'RulesConfirmed', by, at: now }],
  });
}
