import { testCloud } from '../support/cloud.ts';
import { benchCommittee } from './committee.ts';

const at = await testCloud();
await benchCommittee(at, async (what, times, act) => {
  const taken: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const b = performance.now();
    await act(i);
    taken.push(performance.now() - b);
  }
  console.log(what, times, taken.sort((a, b) => a - b)[Math.floor(times / 2)]?.toFixed(0), 'ms');
});
await at.cloud.stop();
process.exit(0);
