import * as z from 'zod';

const oneOrMore = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (Array.isArray(value) ? value : [value]));

const statementSchema = z.object({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Action: oneOrMore.optional(),
  NotAction: oneOrMore.optional(),
  Resource: oneOrMore.optional(),
  NotResource: oneOrMore.optional(),
  Condition: z.record(z.string(), z.record(z.string(), z.union([z.boolean(), z.number(), oneOrMore]))).optional(),
});
type Statement = z.infer<typeof statementSchema>;

/** An identity-based policy as IAM stores it. */
export const policySchema = z.object({
  Version: z.string().optional(),
  Statement: z
    .union([statementSchema, z.array(statementSchema)])
    .transform((value) => (Array.isArray(value) ? value : [value])),
});
export type Policy = z.infer<typeof policySchema>;

/** One thing that a call needs to be allowed. */
export interface Check {
  readonly action: string;
  readonly resource: string;
  /** Condition keys in lower case: what the service would put into the request's context. */
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
}

export interface Decision {
  readonly allowed: boolean;
  /** As the service words it: "no identity-based policy allows the … action". */
  readonly because: string;
}

/** Whether a text fits a pattern with * (any characters) and ? (one character). */
export const fits = (pattern: string, text: string, ignoreCase = false): boolean =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '[\\s\\S]*')
      .replaceAll('?', '[\\s\\S]')}$`,
    ignoreCase ? 'i' : '',
  ).test(text);

type Test = (wanted: string, found: string) => boolean;
const equal: Test = (wanted, found) => wanted === found;
const like: Test = (wanted, found) => fits(wanted, found);

/** The operators known here; each other one makes its statement unusable, see `statementDecides`. */
const operators: Readonly<Record<string, { test: Test; negated?: true }>> = {
  StringEquals: { test: equal },
  StringNotEquals: { test: equal, negated: true },
  StringEqualsIgnoreCase: { test: (wanted, found) => wanted.toLowerCase() === found.toLowerCase() },
  StringLike: { test: like },
  StringNotLike: { test: like, negated: true },
  ArnEquals: { test: like },
  ArnLike: { test: like },
  Bool: { test: (wanted, found) => wanted.toLowerCase() === found.toLowerCase() },
};

type Verdict = 'applies' | 'does not apply' | 'not understood';

function conditionHolds(condition: NonNullable<Statement['Condition']>, check: Check): Verdict {
  for (const [name, keys] of Object.entries(condition)) {
    const [, set, operatorName = '', ifExists] = /^(ForAllValues:|ForAnyValue:)?(\w+?)(IfExists)?$/.exec(name) ?? [];
    const operator = operators[operatorName];
    if (!operator) return 'not understood';
    for (const [key, value] of Object.entries(keys)) {
      const wanted = Array.isArray(value) ? value : [String(value)];
      if (wanted.some((text) => text.includes('${'))) return 'not understood';
      const context = check.context?.[key.toLowerCase()];
      if (context === undefined) {
        if (ifExists || operator.negated || set === 'ForAllValues:') continue;
        return 'does not apply';
      }
      const found = typeof context === 'string' ? [context] : context;
      const holds = (text: string) => wanted.some((one) => operator.test(one, text)) !== (operator.negated ?? false);
      if (set === 'ForAnyValue:' ? !found.some(holds) : !found.every(holds)) return 'does not apply';
    }
  }
  return 'applies';
}

function statementDecides(statement: Statement, check: Check): Verdict {
  const { Action: actions, Resource: resources } = statement;
  if (!actions || !resources || statement.NotAction || statement.NotResource) return 'not understood';
  if (!actions.some((pattern) => fits(pattern, check.action, true))) return 'does not apply';
  if (resources.some((pattern) => pattern.includes('${'))) return 'not understood';
  if (!resources.some((pattern) => fits(pattern, check.resource))) return 'does not apply';
  return statement.Condition ? conditionHolds(statement.Condition, check) : 'applies';
}

/**
 * IAM's decision for identity-based policies: a Deny wins, an Allow is needed. It fails closed: what it does not
 * understand (NotAction, policy variables, unknown condition operators) never allows, and denies if it says Deny.
 */
export function evaluate(policies: readonly Policy[], check: Check): Decision {
  // A role asks for the same things again and again.
  const known = decided.get(policies) ?? new Map<string, Decision>();
  decided.set(policies, known);
  const key = JSON.stringify(check);
  const decision = known.get(key) ?? decide(policies, check);
  known.set(key, decision);
  return decision;
}

const decided = new WeakMap<readonly Policy[], Map<string, Decision>>();

function decide(policies: readonly Policy[], check: Check): Decision {
  const verdicts = policies
    .flatMap(({ Statement }) => Statement)
    .map((statement) => ({ effect: statement.Effect, verdict: statementDecides(statement, check) }));
  const denied = verdicts.find(({ effect, verdict }) => effect === 'Deny' && verdict !== 'does not apply');
  if (denied) {
    return denied.verdict === 'applies'
      ? { allowed: false, because: 'an explicit deny in an identity-based policy' }
      : { allowed: false, because: 'a Deny statement is beyond what the local gate understands' };
  }
  if (verdicts.some(({ effect, verdict }) => effect === 'Allow' && verdict === 'applies')) {
    return { allowed: true, because: 'allowed' };
  }
  return verdicts.some(({ verdict }) => verdict === 'not understood')
    ? { allowed: false, because: 'the statement that might allow it is beyond what the local gate understands' }
    : { allowed: false, because: `no identity-based policy allows the ${check.action} action` };
}
