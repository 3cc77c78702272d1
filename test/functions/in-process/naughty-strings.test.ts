import { memoryAcademy } from '../../support/memory/memory-academy.ts';
import { testSeed } from '../../support/seed.ts';
import { naughtyStrings } from '../../support/suites/naughty.ts';
import { someNaughty } from '../../support/suites/naughty-strings.ts';

/* All of them in test/soak. */
const seed = testSeed();
console.log(`a third of the naughty strings (seed ${seed})`);
naughtyStrings(memoryAcademy, someNaughty(seed));
