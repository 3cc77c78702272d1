/* What capabilities bring to the command line. */
export { screeningOps } from './screening/screening-ops.ts';
