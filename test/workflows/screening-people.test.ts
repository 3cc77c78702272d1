import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answers, mailsTo } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { eventually } from '../support/eventually.ts';
import { operator } from '../support/intake/intake.ts';
import { ops } from '../support/ops.ts';
import {
  inReview,
  moreReviewers,
  onlyReviewers,
  reviewedRound,
  reviewNumber,
  reviewPath,
  scored,
  screeningOf,
  sendReview,
  untilScreening,
} from '../support/screening/reviewed-round.ts';
import { visitor } from '../support/visitor.ts';

let at: TestCloud;
beforeAll(async () => {
  at = await testCloud();
});

const folder = mkdtempSync(join(tmpdir(), 'sfa-people-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `ops people load` of somebody who is known, with other roles. */
async function loadWith(id: string, roles: string) {
  const was = await at.people.get(id);
  if (!was) throw new Error(`${id} was not loaded`);
  const path = join(folder, `${id}.csv`);
  const row = [id, was.name, was.email, was.lang, roles, '', '', '', was.languages.join(';'), String(was.capacity)];
  writeFileSync(path, `id,name,email,lang,roles,deputy,absences,affiliations,languages,capacity\n${row.join(',')}\n`);
  return ops(at, 'people', 'load', path, '--yes');
}

async function underReview(rows: Parameters<typeof onlyReviewers>[1]) {
  await onlyReviewers(at, rows);
  const round = await reviewedRound(at);
  const [applied] = await inReview(at, round, [answers()]);
  if (!applied) throw new Error('nobody applied');
  return { ...applied, round };
}

const untilWaiting = (reference: string) =>
  eventually(`the run of ${reference} waits`, async () => {
    const screening = await screeningOf(at, reference);
    return screening.callback !== undefined && screening;
  });

describe('a reviewer who is removed', () => {
  it('gives their open review to another at once, and their link shows nothing more', async () => {
    const { reference, round } = await underReview([{}, {}, {}]);
    const first = await reviewNumber(at, reference, 1);
    const path = await reviewPath(at, round, first);
    await untilWaiting(reference);
    expect((await loadWith(first.reviewer, '')).out).toContain('1 open reviews were ended');
    const third = await reviewNumber(at, reference, 3);
    expect(third.reviewer).not.toBe(first.reviewer);
    expect(await at.screenings.review(first.id)).toMatchObject({ state: 'UNASSIGNED' });
    const page = await visitor(at.baseUrl).post(path, scored(round, 5));
    expect([page.status, page.title]).toEqual([403, expect.stringContaining('심사위원 명단에 계시지 않습니다')]);
    expect(await at.screenings.review(first.id)).toMatchObject({ state: 'UNASSIGNED', scores: {} });
    const link = await ops(at, 'reviewer', 'link', round.id, first.reviewer, '--yes');
    expect([link.code, link.err]).toEqual([1, expect.stringContaining('is no longer a reviewer')]);
  });
});

describe('an application that nobody may review', () => {
  const judgeless = async () => {
    const { reference, round } = await underReview([{}]);
    const only = await reviewNumber(at, reference, 1);
    await visitor(at.baseUrl).post(`${await reviewPath(at, round, only)}/conflict`, {});
    await eventually('the notice', async () =>
      (await mailsTo(at, operator)).some(
        ({ text }) => text.includes(reference) && /받은 심사가 하나도 없고|has no review/u.test(text),
      ),
    );
    await untilWaiting(reference);
    return { reference, round };
  };

  it('waits, and its round with it, until a reviewer is loaded', async () => {
    const { reference, round } = await judgeless();
    expect((await ops(at, 'round', 'status', round.id)).out).toMatch(new RegExp(`no reviewer +1: ${reference}`, 'u'));
    const [person] = await moreReviewers(at, [{}]);
    expect(await screeningOf(at, reference)).toMatchObject({ state: 'REVIEWING', short: true });
    expect((await loadWith(person?.id ?? '', 'reviewer')).out).toContain('A reviewer is sought again');
    await sendReview(at, round, await reviewNumber(at, reference, 2), 4);
    await untilScreening(at, reference, 'REVIEWED');
    await eventually(`${round.id} is ranked`, async () => (await at.admissions.get(round.id))?.since.RANKING);
  });

  it('is closed by an operator with a reason, if nobody can be found', async () => {
    const { reference, round } = await judgeless();
    const close = (...words: string[]) => ops(at, 'screening', 'close', reference, '--yes', ...words);
    expect((await close()).err).toContain('Usage:');
    expect((await close('--reason', 'nobody reads it')).out).toContain('closed without a review');
    expect((await close('--reason', 'nobody reads it')).err).toContain('not under review');
    await eventually(`${round.id} is ranked`, async () => (await at.admissions.get(round.id))?.since.RANKING);
    expect((await ops(at, 'audit', 'show', reference)).out).toMatch(/ScreeningClosedUnreviewed.*nobody reads it/u);
  });
});

describe('a change that moves two scores apart', () => {
  it('opens the screening again, and brings a further reviewer', async () => {
    await onlyReviewers(at, [{}, {}, {}]);
    const round = await reviewedRound(at);
    // The second application keeps the round under review.
    const [applied] = await inReview(at, round, [answers(), answers()]);
    if (!applied) throw new Error('nobody applied');
    const { reference } = applied;
    const first = await reviewNumber(at, reference, 1);
    await sendReview(at, round, first, 4);
    await sendReview(at, round, await reviewNumber(at, reference, 2), 4);
    await untilScreening(at, reference, 'REVIEWED');
    await sendReview(at, round, first, 1);
    const third = await reviewNumber(at, reference, 3);
    expect(third.why).toBe('divergence');
    await sendReview(at, round, third, 2);
    await untilScreening(at, reference, 'REVIEWED');
    expect(await screeningOf(at, reference)).toMatchObject({ run: 2, diverged: true });
  });
});
