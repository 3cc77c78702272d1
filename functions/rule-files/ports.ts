import { ruleInterests } from './rule-interests.ts';

/** What is brought for files of rules. */
export const ruleFilesPorts = { interestsIn: ruleInterests } as const;
