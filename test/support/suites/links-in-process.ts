import { beforeAll, describe } from 'vitest';
import type { Academy } from '../academy.ts';
import { memoryAcademy } from '../memory/memory-academy.ts';
import { everyKindOfLink } from '../pages/every-link.ts';
import { looksChangeNothing, randomMacsOpenNothing } from './links.ts';

/** Every kind of link, looked at and guessed so many times. */
export function linksInProcess(given: { readonly looks: number; readonly macs: number }): void {
  let at: Academy;
  let made: Awaited<ReturnType<typeof everyKindOfLink>>;
  beforeAll(async () => {
    at = await memoryAcademy();
    made = await everyKindOfLink(at, await at.round());
  }, 120_000);

  describe('links in this process', () => {
    looksChangeNothing(() => ({ at, made }), given.looks);
    randomMacsOpenNothing(() => ({ at, made }), given.macs);
  });
}
