import { ownRuleKinds, type RuleKind } from '../rule-files/rule-kinds.ts';
import * as brought from './ports-brought.ts';

interface BringsRuleKinds {
  readonly ruleKinds?: readonly RuleKind[];
  readonly [other: string]: unknown;
}

/** All kinds of files that finance confirms: of the room itself, and of those above it. */
export const ruleKinds: readonly RuleKind[] = [
  ...ownRuleKinds,
  ...Object.values<BringsRuleKinds>(brought).flatMap((ports) => ports.ruleKinds ?? []),
];
