import { callsTooLarge, maxBytes } from './answered-bytes.ts';
import type { GateLog } from './gate-log.ts';

/** What a test file did that takes longer the more tests ran before it; asking again tells only what is new. */
export const whatGrows = (log: Pick<GateLog, 'chasedOfOthers'>): string[] => [
  ...log.chasedOfOthers().map((request) => `the clock acted on the request ${request} of another test file`),
  ...callsTooLarge().map((call) => `one call moved more than ${maxBytes} bytes: ${call}`),
];
