import * as brought from './brought.ts';
import type { CapabilityOps } from './capability-ops.ts';

/** What every capability brings to the command line, in the order in which it is shown. */
export const capabilities: readonly CapabilityOps[] = Object.values<CapabilityOps>(brought);
