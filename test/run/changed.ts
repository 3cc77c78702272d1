import { base, changedFiles } from './changes.ts';
import { forgetKeptClouds } from './kept-cloud.ts';
import { changedUnits, conclude, quickChecks, runSteps, type Step, synthesized } from './steps.ts';
import { touchedCloudFiles } from './touched.ts';

/**
 * `npm run test:changed`: what test:quick does, and then the files on the cloud that have to do with what changed since
 * this branch left main. The deployed clouds are kept between calls; `-- --fresh` begins with new ones.
 */
if (process.argv.includes('--fresh')) forgetKeptClouds();
const changed = changedFiles(base());
const files = touchedCloudFiles(changed);
console.log(
  files.length > 0
    ? `On the cloud, after types, lint and units:\n${files.map((file) => `  ${file}`).join('\n')}`
    : 'What changed has to do with no file on the cloud: types, lint and units only.',
);
const onTheCloud: Step = { name: 'the cloud files', command: ['vitest', 'run', '--project', 'cloud', ...files] };
const first = [...quickChecks(changed), ...changedUnits(changed)];
conclude(
  // One core has little to do towards the end of the first.
  await runSteps(files.length > 0 ? [[...first, synthesized], [onTheCloud]] : [first], { SFA_KEEP_CLOUD: '1' }),
);
