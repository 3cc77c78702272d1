import * as z from 'zod';
import { type CloudAddress, calling, elements, jsonService, queryService } from '../aws-query.ts';
import { type Policy, policySchema } from './evaluate.ts';
import type { Role } from './recording.ts';
import type { World } from './world.ts';

/** What the gate asks the cloud itself, remembered until something is deployed. */
export interface Lookup extends World {
  roleOfFunction(functionName: string): Promise<Role>;
  role(name: string): Promise<Role>;
  /** All Lambda functions by name. */
  functions(): Promise<readonly string[]>;
  forget(): void;
}

const account = '000000000000';
const configurationSchema = z.object({ Role: z.string() });
const functionsSchema = z.object({
  Functions: z.array(z.object({ FunctionName: z.string() })),
  NextMarker: z.string().nullish(),
});
const keySchema = z.object({ KeyMetadata: z.object({ Arn: z.string() }) });
const machinesSchema = z.object({ stateMachines: z.array(z.object({ stateMachineArn: z.string() })) });
const machineSchema = z.object({ definition: z.string() });

/** Looks things up at the cloud behind the gate, never through the gate. */
export function createLookup(cloud: CloudAddress): Lookup {
  const forgetters = new Set<() => void>();

  /** Asks for each key once, until something is deployed. */
  const remembering = <Value>(find: (key: string) => Promise<Value>) => {
    const known = new Map<string, Promise<Value>>();
    forgetters.add(() => known.clear());
    return (key = ''): Promise<Value> => {
      const found = known.get(key) ?? find(key);
      known.set(key, found);
      found.catch(() => known.delete(key));
      return found;
    };
  };

  const iam = (action: string, parameters: Readonly<Record<string, string>>) =>
    queryService(cloud, 'iam', { Action: action, ...parameters });

  const lambda = async (path: string): Promise<unknown> => {
    const response = await fetch(`${cloud.endpoint}/2015-03-31/functions${path}`, {
      headers: calling(cloud, 'lambda'),
    });
    if (!response.ok) throw new Error(`lambda ${path}: ${response.status}`);
    return response.json();
  };

  const inline = async (role: string): Promise<Policy[]> => {
    const names = elements(await iam('ListRolePolicies', { RoleName: role }), 'PolicyNames').flatMap((list) =>
      elements(list, 'member'),
    );
    return Promise.all(
      names.map(async (name) =>
        readDocument(await iam('GetRolePolicy', { RoleName: role, PolicyName: name }), 'PolicyDocument'),
      ),
    );
  };

  const attached = async (role: string): Promise<Policy[]> =>
    Promise.all(
      elements(await iam('ListAttachedRolePolicies', { RoleName: role }), 'PolicyArn').map(async (arn) => {
        const [version = 'v1'] = elements(await iam('GetPolicy', { PolicyArn: arn }), 'DefaultVersionId');
        return readDocument(await iam('GetPolicyVersion', { PolicyArn: arn, VersionId: version }), 'Document');
      }),
    );

  const role = remembering(
    async (name): Promise<Role> => ({ name, policies: [...(await inline(name)), ...(await attached(name))] }),
  );
  const roleNameOf = remembering(async (functionName) => {
    const { Role: arn } = configurationSchema.parse(await lambda(`/${functionName}/configuration`));
    return arn.split('/').at(-1) ?? arn;
  });
  const identities = remembering(async () =>
    elements(await queryService(cloud, 'ses', { Action: 'ListIdentities' }), 'Identities').flatMap((list) =>
      elements(list, 'member'),
    ),
  );
  const keyArn = remembering(async (id) => {
    const described = await jsonService(cloud, 'kms', 'TrentService.DescribeKey', { KeyId: id });
    return keySchema.parse(described).KeyMetadata.Arn;
  });
  const callbackMachines = remembering(async () => {
    const { stateMachines } = machinesSchema.parse(
      await jsonService(cloud, 'states', 'AWSStepFunctions.ListStateMachines', { maxResults: 1000 }),
    );
    const described = await Promise.all(
      stateMachines.map(async ({ stateMachineArn }) => {
        const machine = machineSchema.parse(
          await jsonService(cloud, 'states', 'AWSStepFunctions.DescribeStateMachine', { stateMachineArn }),
        );
        return machine.definition.includes('.waitForTaskToken') ? [stateMachineArn] : [];
      }),
    );
    return described.flat();
  });

  return {
    region: cloud.region,
    account,
    forget: () => {
      for (const forget of forgetters) forget();
    },
    role,
    roleOfFunction: async (functionName) => role(await roleNameOf(functionName)),
    functions: async () => {
      const { Functions } = functionsSchema.parse(await lambda('?MaxItems=1000'));
      return Functions.map(({ FunctionName }) => FunctionName);
    },
    identities,
    keyArn: async (id) => {
      if (/^arn:aws:kms:[^:]+:\d+:key\//.test(id)) return id;
      return id.includes('alias/') ? keyArn(id) : `arn:aws:kms:${cloud.region}:${account}:key/${id}`;
    },
    callbackMachines,
  };
}

function readDocument(xml: string, element: string): Policy {
  const [document = ''] = elements(xml, element);
  return policySchema.parse(JSON.parse(decodeURIComponent(document)));
}
