import {
  GetFunctionConfigurationCommand,
  LambdaClient,
  paginateListFunctions,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import type { TestCloud } from './cloud.ts';

/**
 * Takes from every function what shows faults on the test stage, so that they log as on a real stage.
 * @returns gives it back
 */
export async function hideFaults({ named }: Pick<TestCloud, 'named'>): Promise<() => Promise<void>> {
  const lambda = new LambdaClient({});
  const names: string[] = [];
  for await (const { Functions = [] } of paginateListFunctions({ client: lambda }, {})) {
    names.push(...Functions.flatMap(({ FunctionName }) => (FunctionName?.startsWith(named('')) ? [FunctionName] : [])));
  }
  const was = await Promise.all(
    names.map(async (FunctionName) => {
      const { Environment } = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
      return { FunctionName, Variables: Environment?.Variables ?? {} };
    }),
  );
  const showing = was.filter(({ Variables }) => Variables.SHOW_FAULTS === 'yes');
  if (showing.length === 0) throw new Error('no function shows faults: is the name of the variable another one?');
  const set = async (value: 'yes' | 'no') => {
    for (const { FunctionName, Variables } of showing) {
      const Environment = { Variables: { ...Variables, SHOW_FAULTS: value } };
      await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName, Environment }));
    }
  };
  await set('no');
  return () => set('yes');
}
