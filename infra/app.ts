import { App, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { bundleFunctions } from './bundle.ts';
import { environmentOf, readStage } from './read-stage.ts';
import { AppStack } from './stacks/app-stack.ts';
import { DataStack } from './stacks/data-stack.ts';
import { MailStack } from './stacks/mail-stack.ts';
import { OperationsStack } from './stacks/operations-stack.ts';
import { SafetyStack } from './stacks/safety-stack.ts';
import { resourceName, StageProblem } from './stage.ts';

/** The whole app of one stage. The bundles have to be there before. */
export function synthesize(app: App): {
  readonly data: DataStack;
  readonly mail: MailStack | undefined;
  readonly safety: SafetyStack | undefined;
  readonly stack: AppStack;
  readonly operations: OperationsStack;
} {
  const stage = readStage(app);
  const env = environmentOf(stage);
  const data = new DataStack(app, resourceName(stage, 'data'), { stage, env });
  const mail = stage.mailIdentityExists ? undefined : new MailStack(app, resourceName(stage, 'mail'), { stage, env });
  // The local cloud refuses what is in it: docs/adr/0036.
  const safety = stage.local ? undefined : new SafetyStack(app, resourceName(stage, 'safety'), { stage, env });
  safety?.addStackDependency(data);
  const stack = new AppStack(app, resourceName(stage, 'app'), { stage, env, data });
  const operations = new OperationsStack(app, resourceName(stage, 'operations'), { stage, env, app: stack });
  operations.addStackDependency(stack);
  if (mail) {
    // A stage whose data stack still has the identity gives it up first.
    mail.addStackDependency(data);
    stack.addStackDependency(mail);
  }
  Tags.of(app).add('application', 'seoul-fintech-academy');
  Tags.of(app).add('stage', stage.name);
  if (!stage.local) Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { verbose: true }));
  return { data, mail, safety, stack, operations };
}

/** Problems of the stage are told in words, and what is wrong in a source esbuild itself has told, with its line. */
function tell(error: unknown): never {
  if (error instanceof StageProblem) console.error(`\n${error.message}\n`);
  else if (!(error instanceof Error && 'errors' in error)) console.error(error);
  process.exit(1);
}

if (import.meta.main) {
  const app = new App();
  try {
    environmentOf(readStage(app));
    await bundleFunctions();
    synthesize(app);
  } catch (error) {
    tell(error);
  }
}
