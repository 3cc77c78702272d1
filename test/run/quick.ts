import { base, changedFiles } from './changes.ts';
import { changedUnits, conclude, quickChecks, runSteps } from './steps.ts';

/** `npm run test:quick`: types, lint, and the units of what changed since this branch left main. */
const changed = changedFiles(base());
conclude(await runSteps([[...quickChecks(changed), ...changedUnits(changed)]]));
