import type { AwsCall } from './call.ts';
import { checksOf } from './checks.ts';
import { type Check, evaluate } from './evaluate.ts';
import type { Lookup } from './lookup.ts';
import type { Use } from './recording.ts';
import { accessDenied, type WireAnswer } from './refusal.ts';

/** What a call asked for, and the service's refusal if its role does not allow all of it. */
export interface Authorisation {
  readonly uses: readonly Use[];
  readonly refusal?: {
    readonly answer: WireAnswer;
    /** For whoever looks at the test or the log. */
    readonly told: string;
  };
}

/** Holds a Lambda's call against the policies of its role. Whatever cannot be told is refused. */
export async function authorise(call: AwsCall, lookup: Lookup): Promise<Authorisation> {
  const by = call.functionName ?? 'unknown';
  const action = `${call.service}:${call.operation}`;
  const refuse = (check: Check, because: string, role = 'unknown'): Authorisation => ({
    uses: [{ role, by, action: check.action, resource: check.resource, allowed: false }],
    refusal: {
      answer: accessDenied(call, `arn:aws:sts::${lookup.account}:assumed-role/${role}/${by}`, { ...check, because }),
      told: `${by} (role ${role}) may not ${check.action} on ${check.resource}: ${because}`,
    },
  });

  if (call.functionName === undefined) {
    return refuse(
      { action, resource: '*' },
      'the call does not name its function: it was made without the SDK or with a User-Agent of its own',
    );
  }
  const role = await lookup.roleOfFunction(call.functionName).catch((error: unknown) => String(error));
  if (typeof role === 'string') return refuse({ action, resource: '*' }, `the function has no readable role (${role})`);
  const checks = await checksOf(call, lookup).catch((error: unknown) => String(error));
  if (typeof checks === 'string')
    return refuse({ action, resource: '*' }, `the call could not be read (${checks})`, role.name);
  if (!checks) return refuse({ action, resource: '*' }, 'local/gate/checks.ts does not know this operation', role.name);

  const decided = checks.map((check) => ({ check, decision: evaluate(role.policies, check) }));
  const refused = decided.find(({ decision }) => !decision.allowed);
  return {
    ...(refused ? refuse(refused.check, refused.decision.because, role.name) : {}),
    uses: decided.map(({ check, decision }) => ({
      role: role.name,
      by,
      action: check.action,
      resource: check.resource,
      allowed: decision.allowed,
    })),
  };
}
