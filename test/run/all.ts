import { preparePython } from '../../local/python.ts';
import { wholeBudget } from '../budgets.ts';
import { conclude, npmScript, runSteps } from './steps.ts';

/**
 * `npm test`: everything, until something fails, and at the end one line that says how many tests passed and failed.
 * What uses one core runs beside something else; the units use all cores by themselves, and the cloud waits for nobody.
 */
// Once, before the many that would make it at the same moment.
await preparePython();
const done = await runSteps([
  [npmScript('test:types'), npmScript('test:lint'), npmScript('test:infra')],
  [npmScript('test:unit')],
  [npmScript('test:cloud')],
  [npmScript('test:round')],
]);
if (done.failedSteps.length === 0) {
  const { minutes, cpuSeconds } = wholeBudget;
  if (done.seconds > minutes * 60)
    console.warn(`This took longer than the ${minutes} minutes that it may take on two quiet cores.`);
  if (done.cpuSeconds > cpuSeconds) console.warn(`This used more than the ${cpuSeconds} CPU seconds that it may use.`);
}
conclude(done);
