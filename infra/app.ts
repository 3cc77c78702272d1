import { App, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { bundleFunctions } from './bundle.ts';
import { AppStack } from './stacks/app-stack.ts';
import { DataStack } from './stacks/data-stack.ts';
import { readStage, resourceName } from './stage.ts';

/** The whole app of one stage. The bundles have to be there before. */
export function synthesize(app: App): { readonly data: DataStack; readonly stack: AppStack } {
  const stage = readStage(app);
  const env = { account: process.env.CDK_DEFAULT_ACCOUNT, region: stage.region };
  const data = new DataStack(app, resourceName(stage, 'data'), { stage, env });
  const stack = new AppStack(app, resourceName(stage, 'app'), { stage, env, data });
  Tags.of(app).add('application', 'seoul-fintech-academy');
  Tags.of(app).add('stage', stage.name);
  if (!stage.local) Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { verbose: true }));
  return { data, stack };
}

if (import.meta.main) {
  await bundleFunctions().catch((error: unknown) => {
    // What is wrong in a source has been told by esbuild itself, with its line.
    if (!(error instanceof Error && 'errors' in error)) console.error(error);
    process.exit(1);
  });
  synthesize(new App());
}
