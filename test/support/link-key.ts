import { GetFunctionConfigurationCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { Stage } from './stage.ts';

/** What the pages of applications are told of a key of KMS. */
const keyId =
  (variable: 'LINK_KEY_ID' | 'CODE_KEY_ID') =>
  async (at: Pick<Stage, 'named'>): Promise<string> => {
    const { Environment } = await new LambdaClient({}).send(
      new GetFunctionConfigurationCommand({ FunctionName: at.named('applications-pages') }),
    );
    const id = Environment?.Variables?.[variable];
    if (!id) throw new Error(`the pages have no ${variable}`);
    return id;
  };

/** The id of the key that signs the stage's links. */
export const linkKeyId = keyId('LINK_KEY_ID');

/** The id of the key with which its codes are derived. */
export const codeKeyId = keyId('CODE_KEY_ID');
