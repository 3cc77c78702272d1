import { memoryAcademy } from '../../support/memory/memory-academy.ts';
import { naughty } from '../../support/naughty.ts';
import { naughtyStrings } from '../../support/naughty-suite.ts';

naughtyStrings(memoryAcademy, naughty);
