import { machinesOf } from '../../functions/app/machines.ts';
import { committeeKey } from '../../functions/committee/committee-requests.ts';
import { redrive } from '../../functions/runs/redrive.ts';
import { rankApplicants } from '../../functions/selection/rank-applicants.ts';
import { instantSchema } from '../../functions/shared/time.ts';
import type { TestCloud } from '../support/cloud.ts';
import { eventually } from '../support/eventually.ts';
import { mailsIn } from '../support/mails.ts';
import { memoryRound } from '../support/memory/memory-round.ts';
import { plainScores, storeReviewed, toRanking } from '../support/selection/ranked-round.ts';
import { visitor } from '../support/visitor.ts';

const many = 5000;
const rows = 1000;
const member = 'jung-haneul';

const wanted = (count: number) => Array.from({ length: count }, (_, index) => ({ scores: plainScores(index, count) }));

type Measure = (what: string, times: number, act: (turn: number) => Promise<unknown>) => Promise<void>;

/** Ranking 5,000 applications, and the committee's page with 1,000 rows. */
export async function benchCommittee(at: TestCloud, measure: Measure): Promise<void> {
  await rankInMemory(measure);
  await pageOfThousand(at, measure);
}

/** The whole step, without the network: reads, severity, ranking, hash, entries in pages. */
async function rankInMemory(measure: Measure): Promise<void> {
  const now = instantSchema.parse('2027-02-16T09:00:00Z');
  const stored = await memoryRound(now, {}, { quick: true });
  await storeReviewed(stored.deps, stored.round, wanted(many), now);
  await toRanking(stored.deps, stored.round, now);
  const step = await stored.step();
  await measure(`the step that ranks ${many}, tables in memory`, 1, () => rankApplicants(stored.deps, step, now));
  const used = Math.round(process.memoryUsage().rss / 2 ** 20);
  console.log(`memory of the process after it, tables included: ${used} MB`);
}

async function pageOfThousand(at: TestCloud, measure: Measure): Promise<void> {
  const round = await at.round({}, { admission: true });
  await storeReviewed(at, round, wanted(rows), at.now());
  await toRanking(at, round, at.now());
  await measure(`${rows} applications ranked on the local cloud`, 1, async () => {
    await redrive(at.commit, machinesOf(at)['cohort-admission'], round.id, 'operator:test', at.now());
    await eventually('the committee is asked', async () => at.requests.byAskKey(committeeKey(round.id, 1, member)), {
      seconds: 120,
    });
  });
  const request = await at.requests.byAskKey(committeeKey(round.id, 1, member));
  const link = await eventually(
    'the mail to a member',
    async () =>
      (await mailsIn(at.cloud).all()).flatMap(
        ({ text }) => new RegExp(`/r/[a-z]+/${request?.id}/[\\w-]+`, 'u').exec(text)?.[0] ?? [],
      )[0],
  );
  const browser = visitor(at.baseUrl);
  const { html } = await browser.get(link);
  console.log(`the committee's page with ${rows} rows: ${(Buffer.byteLength(html) / 1024).toFixed(0)} KB`);
  await measure(`the committee's page with ${rows} rows`, 10, () => browser.get(link));
  const path = /\/r\/[^"]+\/case\/[^"]+/u.exec(html)?.[0] ?? link;
  await measure('a case behind it', 10, () => browser.get(path));
}
