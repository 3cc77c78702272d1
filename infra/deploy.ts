import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { freeFailedCreation } from './failed-creation.ts';
import { notForAws, resourceName, type Stage, StageProblem, stageNamed, stagesInFile } from './stage.ts';

/** What a deployment asks the CDK for. */
export const cdkWords = (stage: Pick<Stage, 'name'>): readonly string[] => [
  'deploy',
  '--all',
  '--context',
  `stage=${stage.name}`,
  '--require-approval',
  'broadening',
  // What a stack that is gone has kept is taken over, instead of colliding by its name.
  '--import-existing-resources',
];

/** The stage that the words of the command name, if it can be deployed to an account. */
export function stageToDeploy(words: readonly string[], stages: unknown): Stage {
  const { values } = parseArgs({ args: [...words], options: { stage: { type: 'string' } } });
  if (!values.stage) {
    throw new StageProblem('Which stage? npm run deploy -- --stage production (stages are in cdk.json).');
  }
  const stage = stageNamed(values.stage, stages);
  if (stage.local) throw notForAws(stage.name);
  return stage;
}

const afterFailure =
  'Not everything is deployed. Put right what CloudFormation says above, and deploy again: a first deployment that failed can be tried again as often as it takes. See docs/runbook.md, "A deployment that fails, or has to be taken back".';

const protectedStill = (stack: string): string =>
  `Should its creation have failed before, switch off the termination protection of ${stack} in the console first: your credentials may not.`;

/** `npm run deploy -- --stage NAME`: the app to the stage's AWS account, all stacks in order. */
async function main(): Promise<void> {
  const stage = stageToDeploy(process.argv.slice(2), stagesInFile());
  const data = resourceName(stage, 'data');
  const before = await freeFailedCreation(data, stage.region);
  if (before === 'freed') {
    console.log(`The creation of ${data} failed before: it is made anew, and what was kept of it is taken over.`);
  }
  const root = join(import.meta.dirname, '..');
  const cdk = spawn(join(root, 'node_modules', '.bin', 'cdk'), cdkWords(stage), { stdio: 'inherit', cwd: root });
  cdk.on('exit', (code) => {
    if (code !== 0) console.error(before === 'not allowed' ? `${afterFailure} ${protectedStill(data)}` : afterFailure);
    process.exitCode = code ?? 1;
  });
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    console.error(error instanceof StageProblem ? error.message : error);
    process.exitCode = 2;
  });
}
