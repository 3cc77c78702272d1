import { GetFunctionConfigurationCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { Stage } from './stage.ts';

/** The id of the KMS key that signs the stage's links. */
export async function linkKeyId(at: Pick<Stage, 'named'>): Promise<string> {
  const { Environment } = await new LambdaClient({}).send(
    new GetFunctionConfigurationCommand({ FunctionName: at.named('applications-pages') }),
  );
  const id = Environment?.Variables?.LINK_KEY_ID;
  if (!id) throw new Error('the pages have no key for links');
  return id;
}
