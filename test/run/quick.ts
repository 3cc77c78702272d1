import { base, changedFiles } from './changes.ts';
import { changedUnits, conclude, quickChecks, runSteps } from './steps.ts';

/** `npm run test:quick`: types, lint, and the units of what changed since this branch left main. */
const since = base();
conclude(await runSteps([[...quickChecks(changedFiles(since)), changedUnits(since)]]));
