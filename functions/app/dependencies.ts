import type { Ports } from '../applications/dependencies.ts';
import type { Dependencies as Highest } from '../cohort/dependencies.ts';

/** All that use cases reach: what the highest capability knows includes what those below it bring. */
export type Dependencies = Highest & Ports;
