import { testCloud } from '../support/cloud.ts';
import { naughtyStrings } from '../support/suites/naughty.ts';
import { naughty } from '../support/suites/naughty-strings.ts';

/* More of them in this process: test/functions/in-process/naughty-strings.test.ts; all of them in test/soak. */
const some = [
  ...naughty.slice(-16),
  ...naughty.filter((one) => /<script>alert|'; ?DROP TABLE|Ω≈ç√∫|𠜎/u.test(one)).slice(0, 6),
];
naughtyStrings(testCloud, some);
