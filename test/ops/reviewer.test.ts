import { beforeAll, describe, expect, it } from 'vitest';
import { loadPeople } from '../../functions/people/load-people.ts';
import { reviewerId } from '../../functions/reviewers/reviewer.ts';
import { eventsOf } from '../../functions/shared/database/audit.ts';
import { mailsTo } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { eventually } from '../support/eventually.ts';
import { operator } from '../support/intake/intake.ts';
import { ops } from '../support/ops.ts';
import {
  listLink,
  reviewNumber,
  reviewPath,
  underReview,
  untilReviewersAreAwaited,
} from '../support/screening/reviewed-round.ts';
import { visitor } from '../support/visitor.ts';

let at: TestCloud;
beforeAll(async () => {
  at = await testCloud();
});

describe('ops reviewer link', () => {
  it('says how many reviews it is about, mails a new link, and the old one opens nothing any more', async () => {
    const { reference, round } = await underReview(at, [{}, {}]);
    const { reviewer } = await reviewNumber(at, reference, 1);
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

    const known = await at.people.get(reviewer);
    if (!known) throw new Error(`${reviewer} was not loaded`);
    await loadPeople(at, [{ ...known, deputy: known.deputy, roles: [] }], 'operator:test', at.now());
    const removed = await ops(at, 'reviewer', 'link', round.id, reviewer, '--yes');
    expect([removed.code, removed.err]).toEqual([1, expect.stringContaining('is no longer a reviewer')]);
  });
});

describe('ops screening close', () => {
  it('ends the wait for a reviewer with a reason, if an application has no review and nobody can be found', async () => {
    const { reference, round } = await underReview(at, [{}]);
    const only = await reviewNumber(at, reference, 1);
    await visitor(at.baseUrl).post(`${await reviewPath(at, round, only)}/conflict`, {});
    await eventually('the notice', async () =>
      (await mailsTo(at, operator)).some(
        ({ text }) => text.includes(reference) && /받은 심사가 없고|has no review/u.test(text),
      ),
    );
    await untilReviewersAreAwaited(at, reference);
    expect((await ops(at, 'round', 'status', round.id)).out).toMatch(new RegExp(`no reviewer +1: ${reference}`, 'u'));
    const close = (...words: string[]) => ops(at, 'screening', 'close', reference, '--yes', ...words);
    expect((await close()).err).toContain('Usage:');
    expect((await close('--reason', 'nobody reads it')).out).toContain('closed without a review');
    expect((await close('--reason', 'nobody reads it')).err).toContain('not under review');
    await eventually(`${round.id} is ranked`, async () => (await at.admissions.get(round.id))?.since.RANKING);
    expect((await ops(at, 'audit', 'show', reference)).out).toMatch(/ScreeningClosedUnreviewed.*nobody reads it/u);
  });
});
