import { beginRun } from './test-run.ts';

/** Once for all tests of a run, before any worker starts. */
export const setup = beginRun;
