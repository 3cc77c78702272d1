import { it } from 'vitest';
import { testCloud } from '../support/cloud.ts';
import { everyPage } from '../support/every-page.ts';
import { reviewVisits } from '../support/review-visits.ts';
import { typing } from '../support/visits.ts';

it('time', async () => {
  const at = await testCloud();
  const t = Date.now();
  await reviewVisits(at, typing.en);
  console.log('reviewVisits alone', Date.now() - t);
  const u = Date.now();
  const { undo, visits } = await everyPage(at, 'en');
  console.log('everyPage', Date.now() - u, visits.length);
  await undo();
}, 560_000);
