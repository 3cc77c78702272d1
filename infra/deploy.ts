import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { notForAws, type Stage, StageProblem, stageNamed, stagesInFile } from './stage.ts';

/** What a deployment asks the CDK for. */
export const cdkWords = (stage: Pick<Stage, 'name'>): readonly string[] => [
  'deploy',
  '--all',
  '--context',
  `stage=${stage.name}`,
  '--require-approval',
  'broadening',
];

/** The stage that the words of the command name, where it can be deployed to an account. */
export function stageToDeploy(words: readonly string[], stages: unknown): Stage {
  const { values } = parseArgs({ args: [...words], options: { stage: { type: 'string' } } });
  if (!values.stage) {
    throw new StageProblem('Which stage? npm run deploy -- --stage production (stages are in cdk.json).');
  }
  const stage = stageNamed(values.stage, stages);
  if (stage.local) throw notForAws(stage.name);
  return stage;
}

/** `npm run deploy -- --stage NAME`: the app to the stage's AWS account, all stacks in order. */
async function main(): Promise<void> {
  const stage = stageToDeploy(process.argv.slice(2), stagesInFile());
  const root = join(import.meta.dirname, '..');
  const cdk = spawn(join(root, 'node_modules', '.bin', 'cdk'), cdkWords(stage), { stdio: 'inherit', cwd: root });
  cdk.on('exit', (code) => process.exit(code ?? 1));
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    console.error(error instanceof StageProblem ? error.message : error);
    process.exitCode = 2;
  });
}
