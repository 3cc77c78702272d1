import { beforeAll, describe, expect, it } from 'vitest';
import { reviewerId } from '../../functions/reviewers/reviewer.ts';
import { eventsOf } from '../../functions/shared/audit.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { eventually } from '../support/eventually.ts';
import { ops } from '../support/ops.ts';
import { inReview, listLink, onlyReviewers, reviewedRound, reviewNumber } from '../support/screening/reviewed-round.ts';
import { visitor } from '../support/visitor.ts';

let at: TestCloud;
beforeAll(async () => {
  at = await testCloud();
});

describe('ops reviewer link', () => {
  it('says how many reviews it is about, mails a new link, and the old one opens nothing any more', async () => {
    await onlyReviewers(at, [{}, {}]);
    const round = await reviewedRound(at);
    const [applied] = await inReview(at, round);
    const { reviewer } = await reviewNumber(at, applied?.reference ?? '', 1);
    const old = await listLink(at, round, reviewer);

    const [unasked, unknown, incomplete] = await Promise.all([
      ops(at, 'reviewer', 'link', round.id, reviewer),
      ops(at, 'reviewer', 'link', round.id, 'nobody', '--yes'),
      ops(at, 'reviewer', 'link', round.id),
    ]);
    expect([unasked.code, unasked.err]).toEqual([1, expect.stringContaining('Nothing was done')]);
    expect(unasked.out).toContain(`1 reviews in ${round.id}, 1 of them open`);
    expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('nobody has no reviews')]);
    expect([incomplete.code, incomplete.err]).toEqual([1, expect.stringContaining('reviewer link ROUND PERSON')]);
    expect((await visitor(at.baseUrl).get(old)).status).toBe(200);

    const renewed = await ops(at, 'reviewer', 'link', round.id, reviewer, '--yes');
    expect([renewed.code, renewed.err]).toEqual([0, '']);
    const link = await eventually('the new link', async () => {
      const last = await listLink(at, round, reviewer);
      return last !== old && last;
    });
    expect((await visitor(at.baseUrl).get(link)).status).toBe(200);
    expect((await visitor(at.baseUrl).get(old)).status).toBe(410);
    const events = await eventsOf(
      at.db,
      at.tables.AUDIT_TABLE,
      `reviewer#${reviewerId({ roundId: round.id, person: reviewer })}`,
    );
    expect(events.at(-1)).toMatchObject({
      type: 'ReviewerLinkRenewed',
      by: expect.stringMatching(/^operator:/u),
      data: { generation: 2 },
    });
  });
});
