import { answers, apply, fill, sendVersion } from '../support/applicants.ts';
import { testCloud } from '../support/cloud.ts';
import { visitor } from '../support/visitor.ts';
import { benchAssignment } from './assignment.ts';
import { benchCommittee } from './committee.ts';
import { benchCosts } from './costs/costs.ts';
import { benchDeadline } from './deadline/deadline.ts';
import { benchLoad } from './load.ts';
import { benchRanking } from './ranking.ts';

/**
 * `npm run bench`: what things take on this machine, printed; nothing here fails because it is slow. `-- deadline` plays
 * the deadline alone, `-- costs` counts what a clean application costs, `-- load` what the start of each Lambda does.
 */

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

async function measure(what: string, times: number, act: (turn: number) => Promise<unknown>): Promise<void> {
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const begun = performance.now();
    await act(turn);
    taken.push(performance.now() - begun);
  }
  const sorted = taken.sort((a, b) => a - b);
  const ms = (share: number): string => quantile(sorted, share).toFixed(0).padStart(6);
  console.log(`${what.padEnd(52)} ${String(times).padStart(4)} ×  median ${ms(0.5)} ms   95 % ${ms(0.95)} ms`);
}

const [, , part] = process.argv;
const alone = { deadline: benchDeadline, costs: benchCosts, load: benchLoad };
if (part !== undefined) {
  const [, bench] = Object.entries(alone).find(([name]) => name === part) ?? [];
  if (!bench) throw new Error(`there is no ${part}: ${Object.keys(alone).join(', ')}`);
  await bench();
  process.exit(0);
}

await benchDeadline();

benchAssignment();

benchRanking();

await benchLoad();

await benchCosts();

const begun = performance.now();
const at = await testCloud();
console.log(
  `local cloud up and app deployed${' '.repeat(21)}    1 ×  ${((performance.now() - begun) / 1000).toFixed(1)} s`,
);
const round = await at.round();
const anyone = visitor(at.baseUrl);

await measure('start page', 50, () => anyone.get(`/rounds/${round.id}`));
const sheet = /\/assets\/[^"]+\.css/u.exec((await anyone.get('/')).html)?.[0] ?? '/';
await measure('style sheet', 50, () => anyone.get(sheet));
await measure('a whole application, start to sent', 10, () => apply(at, round));
await measure('sent to accepted', 10, async () => at.untilState((await apply(at, round)).reference, 'ACCEPTED'));

const waiting = await Promise.all(Array.from({ length: 50 }, () => fill(at, round, answers())));
const burst = performance.now();
await Promise.all(waiting.map(({ browser, check }) => browser.post('/apply/send', { version: sendVersion(check) })));
console.log(`50 applicants send at once${' '.repeat(26)}    1 ×  ${(performance.now() - burst).toFixed(0)} ms for all`);

await benchCommittee(at, measure);

console.log(`audit events made meanwhile: ${at.gateLog.keysOf('AUDIT_TABLE').length}`);
await at.cloud.stop();
process.exit(0);
