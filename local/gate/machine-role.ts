import * as z from 'zod';
import { type Check, evaluate, type Policy } from './evaluate.ts';

const stateSchema = z.object({
  Type: z.string(),
  Resource: z.string().optional(),
  Arguments: z.unknown().optional(),
  Parameters: z.unknown().optional(),
  Branches: z.array(z.unknown()).optional(),
  ItemProcessor: z.unknown().optional(),
  Iterator: z.unknown().optional(),
});
type State = z.infer<typeof stateSchema>;
const machineSchema = z.object({ States: z.record(z.string(), stateSchema) });

/** An integration that the machine's role does not allow, or that this check does not know. */
interface MissingGrant {
  /** The state's name. */
  readonly state: string;
  readonly action: string;
  readonly resource: string;
  readonly because: string;
}

export interface MachineCheck {
  readonly missing: readonly MissingGrant[];
  /** What the machine needs and its role allows, to be counted as used. */
  readonly used: readonly { readonly state: string; readonly action: string; readonly resource: string }[];
}

/** All states, those inside of Map and Parallel too. */
function statesOf(definition: unknown): [string, State][] {
  return Object.entries(machineSchema.parse(definition).States).flatMap(([name, state]): [string, State][] => [
    [name, state],
    ...[state.ItemProcessor, state.Iterator, ...(state.Branches ?? [])]
      .filter((inner) => inner !== undefined)
      .flatMap(statesOf),
  ]);
}

const sdkServices: Readonly<Record<string, string>> = { sfn: 'states', eventbridge: 'events', cloudwatchlogs: 'logs' };

/** The argument that names the resource, by the action's service. */
const resourceArguments: Readonly<Record<string, readonly string[]>> = {
  lambda: ['FunctionName'],
  sns: ['TopicArn', 'TargetArn'],
  sqs: ['QueueUrl'],
  states: ['StateMachineArn', 'ExecutionArn'],
  dynamodb: ['TableName'],
};

const argumentsSchema = z.record(z.string(), z.unknown()).catch({});

/** `arn:aws:states:::aws-sdk:dynamodb:getItem` and the like as the IAM action that it needs. */
function actionOf(resource: string): { service: string; action: string } | undefined {
  const integration = /^arn:[^:]+:states:::(.+?)(?:\.(?:sync(?::2)?|waitForTaskToken))?$/
    .exec(resource)?.[1]
    ?.split(':');
  if (!integration) return undefined;
  const [sdk, service = '', operation = ''] = integration[0] === 'aws-sdk' ? integration : ['', ...integration];
  const name = sdk ? (sdkServices[service] ?? service) : service;
  if (name === 'lambda' && operation === 'invoke') return { service: name, action: 'lambda:InvokeFunction' };
  if (name === 'events' && operation === 'putEvents') return { service: name, action: 'events:PutEvents' };
  return { service: name, action: `${name}:${operation.charAt(0).toUpperCase()}${operation.slice(1)}` };
}

function checkOf(state: State): Check | undefined {
  const { Resource: resource = '' } = state;
  if (/^arn:[^:]+:lambda:[^:]*:[^:]*:function:/.test(resource)) return { action: 'lambda:InvokeFunction', resource };
  const found = actionOf(resource);
  if (!found) return undefined;
  const given = argumentsSchema.parse(state.Arguments ?? state.Parameters ?? {});
  const [target] = (resourceArguments[found.service] ?? [])
    .map((name) => given[name])
    .filter((value) => typeof value === 'string');
  if (found.service === 'events') return { action: found.action, resource: 'arn:aws:events:*:*:event-bus/default' };
  return target === undefined || target.startsWith('{%')
    ? undefined
    : { action: found.action, resource: arnOf(found.service, target) };
}

/** Names and addresses as the ARNs of the local cloud. */
function arnOf(service: string, target: string): string {
  if (target.startsWith('arn:')) return target;
  if (service === 'dynamodb') return `arn:aws:dynamodb:ap-northeast-2:000000000000:table/${target}`;
  if (service === 'sqs') return `arn:aws:sqs:ap-northeast-2:000000000000:${target.split('/').at(-1)}`;
  return `arn:aws:lambda:ap-northeast-2:000000000000:function:${target}`;
}

/**
 * Holds every integration of a rendered state machine against the policies of the machine's role, because the local
 * cloud never does. An integration whose resource cannot be read from the definition counts as missing.
 * @throws Error for a definition without a single integration: nothing would be proved.
 */
export function checkMachineRole(definition: unknown, policies: readonly Policy[]): MachineCheck {
  const tasks = statesOf(definition).filter(([, { Type }]) => Type === 'Task');
  if (tasks.length === 0) throw new Error('the state machine has no Task: there is nothing to check');
  const results = tasks.map(([state, task]) => {
    const check = checkOf(task);
    if (!check) {
      const resource = task.Resource ?? 'none';
      return {
        state,
        action: 'unknown',
        resource,
        allowed: false,
        because: 'the integration or its resource is not known to local/gate/machine-role.ts',
      };
    }
    return { state, action: check.action, resource: check.resource, ...evaluate(policies, check) };
  });
  return {
    missing: results
      .filter(({ allowed }) => !allowed)
      .map(({ state, action, resource, because }) => ({ state, action, resource, because })),
    used: results.filter(({ allowed }) => allowed).map(({ state, action, resource }) => ({ state, action, resource })),
  };
}
