import { beforeAll, describe } from 'vitest';
import type { Academy } from '../../support/academy.ts';
import { memoryAcademy } from '../../support/memory/memory-academy.ts';
import { everyKindOfLink } from '../../support/pages/every-link.ts';
import { looksChangeNothing, randomMacsOpenNothing } from '../../support/suites/links.ts';

let at: Academy;
let made: Awaited<ReturnType<typeof everyKindOfLink>>;
beforeAll(async () => {
  at = await memoryAcademy();
  made = await everyKindOfLink(at, await at.round());
}, 120_000);

describe('links in this process', () => {
  looksChangeNothing(() => ({ at, made }), 2_000);
  randomMacsOpenNothing(() => ({ at, made }), 1_000);
});
