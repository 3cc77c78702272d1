import type { Dependencies } from '../../functions/app/dependencies.ts';
import type { Application } from '../../functions/applications/application.ts';
import { presentRequest } from '../../functions/applications/open-requests.ts';
import { maxShown } from '../../functions/intake/eligibility-check.ts';
import type { CapabilityOps } from '../capability-ops.ts';
import { holderOf } from '../commands/holder-of.ts';

/** @param titleOf the words of a condition; its id is what decisions and audit call it */
const inQuestion = ({ flags }: Application, titleOf: (rule: string) => string | undefined): string => {
  const unmet = (flags?.rules ?? [])
    .filter((rule) => !rule.met)
    .map(({ ruleId }) => `rule ${ruleId} (${titleOf(ruleId) ?? 'no rule of the round any more'})`);
  const { duplicates: others = [], more = 0 } = flags ?? {};
  const duplicates = others.slice(0, maxShown).map((reference) => `possible duplicate of ${reference}`);
  const rest = others.length - duplicates.length + more;
  return [...unmet, ...duplicates, ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ') || '-';
};

/** Who has the question or the decision of an application. */
async function holders(deps: Dependencies, reference: string): Promise<readonly string[]> {
  const application = await deps.applications.get(reference);
  return application ? holderOf(await presentRequest(deps, application)) : [];
}

export const intakeOps: CapabilityOps = {
  holders: { 'applicant-intake': holders },
  ofApplication: async ({ rounds }, application) => {
    const round = await rounds.version(application.roundId, application.roundVersion);
    const titleOf = (rule: string) => round?.eligibility.find(({ id }) => id === rule)?.title.en;
    return [['in question', inQuestion(application, titleOf)]];
  },
};
