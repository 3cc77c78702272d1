import type { Application } from '../../functions/applications/application.ts';
import { maxShown } from '../../functions/intake/eligibility-check.ts';
import type { CapabilityOps } from '../capability-ops.ts';

const inQuestion = ({ flags }: Application): string => {
  const unmet = (flags?.rules ?? []).filter((rule) => !rule.met).map((rule) => `rule ${rule.ruleId}`);
  const { duplicates: others = [], more = 0 } = flags ?? {};
  const duplicates = others.slice(0, maxShown).map((reference) => `possible duplicate of ${reference}`);
  const rest = others.length - duplicates.length + more;
  return [...unmet, ...duplicates, ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ') || '-';
};

export const intakeOps: CapabilityOps = {
  ofApplication: async (_, application) => [['in question', inQuestion(application)]],
};
