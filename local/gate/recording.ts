import * as z from 'zod';
import { fits, policySchema } from './evaluate.ts';

/** One permission that was asked for, however often. */
export const useSchema = z.object({
  role: z.string(),
  /** The Lambda function, or the name of the state machine. */
  by: z.string(),
  action: z.string(),
  resource: z.string(),
  allowed: z.boolean(),
});
export type Use = Readonly<z.infer<typeof useSchema>>;

export const roleSchema = z.object({ name: z.string(), policies: z.array(policySchema).readonly() });
export type Role = Readonly<z.infer<typeof roleSchema>>;

export interface Grant {
  readonly role: string;
  readonly action: string;
  readonly resource: string;
}

/** A grant that no test can use, with the reason for it. Each field may hold * and ?; a missing one fits everything. */
export interface UnusedForAReason {
  readonly role?: string;
  readonly action: string;
  readonly resource?: string;
  readonly reason: string;
}

const grantsOf = (role: Role): Grant[] =>
  role.policies
    .flatMap(({ Statement }) => Statement)
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Action = [], Resource = [] }) =>
      Action.flatMap((action) => Resource.map((resource) => ({ role: role.name, action, resource }))),
    );

/** Actions that AWS services do by themselves with a function's role, which therefore never pass the gate. */
const doneByServices = /^(logs:|xray:|dynamodb:(GetRecords|GetShardIterator|DescribeStream|ListStreams)$)/;

/**
 * The grants of these roles that nothing in the recording ever used and that have no reason.
 * @throws Error when nothing was recorded: then the gate was not in the way, and an empty answer would prove nothing.
 */
export function unusedGrants(
  recording: readonly Use[],
  roles: readonly Role[],
  reasons: readonly UnusedForAReason[] = [],
): Grant[] {
  if (recording.length === 0) throw new Error('the gate recorded no call: it was not in the way');
  if (roles.length === 0) throw new Error('there are no roles whose grants could be unused');
  return roles
    .flatMap(grantsOf)
    .filter(({ action }) => !doneByServices.test(action))
    .filter(
      (grant) =>
        !recording.some(
          (use) =>
            use.allowed &&
            use.role === grant.role &&
            fits(grant.action, use.action, true) &&
            fits(grant.resource, use.resource),
        ),
    )
    .filter(
      (grant) =>
        !reasons.some(
          ({ role = '*', action, resource = '*' }) =>
            fits(role, grant.role) && fits(action, grant.action, true) && fits(resource, grant.resource),
        ),
    );
}

/** One cloud, what was recorded in front of it, and the roles that were deployed on it. */
export interface RecordedCloud {
  readonly recording: readonly Use[];
  readonly roles: readonly Role[];
}

/**
 * The grants that were used on none of several clouds with the same app, named as on the first. Ids and the ends of
 * names differ from cloud to cloud, the order of roles and of their grants does not.
 * @throws Error when one recorded nothing, or when the clouds do not grant the same.
 */
export function unusedOnAll(
  clouds: readonly RecordedCloud[],
  reasons: readonly UnusedForAReason[] = [],
): readonly Grant[] {
  if (clouds.length === 0) throw new Error('nothing was recorded on any cloud');
  const each = clouds.map(({ recording, roles }) => {
    const sorted = roles.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const unused = new Set(unusedGrants(recording, sorted, reasons).map((grant) => JSON.stringify(grant)));
    return sorted.flatMap(grantsOf).map((grant) => ({ grant, unused: unused.has(JSON.stringify(grant)) }));
  });
  const [first = []] = each;
  const actionsOf = (grants: typeof first): string => grants.map(({ grant }) => grant.action).join(' ');
  if (each.some((grants) => actionsOf(grants) !== actionsOf(first))) {
    throw new Error('the clouds do not grant the same');
  }
  return first.flatMap(({ grant }, index) => (each.every((grants) => grants[index]?.unused) ? [grant] : []));
}
