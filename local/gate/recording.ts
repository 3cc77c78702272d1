import { fits, type Policy } from './evaluate.ts';

/** One permission that was asked for, however often. */
export interface Use {
  readonly role: string;
  /** The Lambda function, or the name of the state machine. */
  readonly by: string;
  readonly action: string;
  readonly resource: string;
  readonly allowed: boolean;
}

export interface Role {
  readonly name: string;
  readonly policies: readonly Policy[];
}

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
