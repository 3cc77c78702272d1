import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/** `npm run deploy -- --stage NAME`: the app to the AWS account of the shell's credentials, both stacks in order. */
const { values } = parseArgs({ options: { stage: { type: 'string' } } });
if (!values.stage) {
  console.error('Which stage? npm run deploy -- --stage production (stages are in cdk.json).');
  process.exit(2);
}
const cdk = join(import.meta.dirname, '..', 'node_modules', '.bin', 'cdk');
const deploy = spawn(
  cdk,
  ['deploy', '--all', '--context', `stage=${values.stage}`, '--require-approval', 'broadening'],
  {
    stdio: 'inherit',
    cwd: join(import.meta.dirname, '..'),
  },
);
deploy.on('exit', (code) => process.exit(code ?? 1));
