import { base } from './changes.ts';
import { changedUnits, conclude, npmScript, runSteps } from './steps.ts';

/** `npm run test:quick`: types, lint, and the units of what changed since this branch left main. */
conclude(await runSteps([[npmScript('test:types'), npmScript('test:lint'), changedUnits(base())]]));
