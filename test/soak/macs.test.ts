import { beforeAll } from 'vitest';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { randomMacsAreRefused } from '../support/suites/macs.ts';

let at: TestCloud;
beforeAll(async () => {
  at = await testCloud();
});

randomMacsAreRefused(() => at, 10_000);
