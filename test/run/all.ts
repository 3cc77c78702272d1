import { preparePython } from '../../local/python.ts';
import { wholeBudget } from '../budgets.ts';
import { conclude, npmScript, runSteps, synthesized } from './steps.ts';

/**
 * `npm test`: everything, until something fails, and at the end one line that says how many tests passed and failed.
 * The units wait for processes that they start, and the whole round for its people, so that something else runs beside
 * each of them; what uses one core runs one after the other there.
 */

// Once, before the many that would make it at the same moment.
await preparePython();
const done = await runSteps([
  // Who imports whom is among the tests of the infrastructure, which take the functions' bundles as the app has them.
  [[npmScript('test:types'), npmScript('test:style'), synthesized, npmScript('test:infra')], [npmScript('test:unit')]],
  [npmScript('test:cloud'), npmScript('test:round')],
]);
if (done.failedSteps.length === 0) {
  const { minutes, cpuSeconds } = wholeBudget;
  if (done.seconds > minutes * 60)
    console.warn(`This took longer than the ${minutes} minutes that it may take on two quiet cores.`);
  if (done.cpuSeconds / done.slowness > cpuSeconds)
    console.warn(`This used more than the ${cpuSeconds} CPU seconds of the machine of the budgets that it may use.`);
}
conclude(done);
