import { memoryAcademy } from '../support/memory/memory-academy.ts';
import { naughtyStrings } from '../support/suites/naughty.ts';
import { naughty } from '../support/suites/naughty-strings.ts';

naughtyStrings(memoryAcademy, naughty);
