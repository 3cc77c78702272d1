import { describe, expect, it, vi } from 'vitest';
import { markPaid, takeIntoBatch } from '../../../functions/claims/pay-claim.ts';
import { claimsAct, claimsDraft, claimsList } from '../../../ops/claims/claims-commands.ts';
import { claimsCorrect } from '../../../ops/claims/claims-correct.ts';
import { claimsExtra } from '../../../ops/claims/claims-extra.ts';
import { claimsRepaid } from '../../../ops/claims/claims-repaid.ts';
import { at, cohort, day, lecturerOf, lessonOf } from '../../support/claims/made-up.ts';
import { type OpenClaims, openClaims } from '../../support/claims/open-claims.ts';

const by = 'operator:test';
const flags = { stage: 'test', yes: true, force: false, reason: 'made up' };
const contextOf = ({ deps, clock }: OpenClaims) => ({ ...deps, flags, by, now: () => clock.now });

/** What a command prints, or complains of. */
async function said(run: () => Promise<void>): Promise<string> {
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line: unknown) => void lines.push(String(line)));
  await run().catch((error: unknown) => void lines.push(String(error)));
  log.mockRestore();
  return lines.join('\n');
}

describe('the commands about claims', () => {
  it('draft what was taught and say of whom something is missing, once; and list the month with its sum', async () => {
    const open = await openClaims();
    for (const id of ['kim-haon', 'lee-sol']) await open.putLecturer(lecturerOf(id));
    await open.putLecturer(lecturerOf('lee-sol', { grade: 'grade-9' }));
    await open.putTimetable([
      lessonOf('L01'),
      lessonOf('L02', { lecturer: 'lee-sol' }),
      lessonOf('L03', { lecturer: 'no-body' }),
    ]);
    const context = contextOf(open);
    const first = await said(() => claimsDraft(context, [cohort, '2027-03']));
    expect(first).toMatch(/W-2703-\S+ {2}kim-haon\n/u);
    expect(first).toContain('not drafted: lee-sol, of whom is missing: grade grade-9');
    expect(first).toContain('not drafted: no-body is not loaded');
    expect(first).toContain('1 drafted, 2 not.');
    expect(await said(() => claimsDraft(context, [cohort, '2027-03']))).toContain('0 drafted, 2 not.');
    expect(await said(() => claimsDraft(context, [cohort, '2027-3']))).toContain(
      'is 2027-3, and should be like 2027-03',
    );
    expect(await said(() => claimsDraft(context, ['no-cohort', '2027-03']))).toContain('has no timetable');
    const asking = { ...context, flags: { ...flags, yes: false } };
    const early = { ...asking, now: () => at('1999-12-31 09:00') };
    const refused = await said(() => claimsDraft(early, [cohort, '2027-03']));
    expect(refused).toContain('Finance has not confirmed: rate-card, tax, claims');
    expect(refused).not.toContain('is emailed');
    const listed = await said(() => claimsList(context, '2027-03'));
    expect(listed).toMatch(/kim-haon .+ DRAFTED .+ 490,000 won, paid 473,830 won {2}by 2027-04-20/u);
    expect(listed).toContain('1 claims of 2027-03, 490,000 won.');
  });

  it('stop a claim and let it go on, with a reason, and say when it is too late', async () => {
    const open = await openClaims();
    const [id = ''] = await open.month([lessonOf('L01')]);
    const context = contextOf(open);
    expect(await said(() => claimsAct(context, 'hold', id))).toContain('It is on hold.');
    expect(await said(() => claimsList(context, '2027-03'))).toContain('ASKED, on hold');
    expect(await said(() => claimsAct(context, 'release', id))).toContain('It is released.');
    expect(await said(() => claimsAct(context, 'undo', id))).toContain('Nothing has changed.');
    expect(await said(() => claimsAct(context, 'cancel', id))).toContain('It is cancelled.');
    expect(await said(() => claimsAct(context, 'hold', id))).toContain('Nothing was done: it is in a batch');
    expect(await said(() => claimsAct(context, 'hold', 'W-2703-0000-0000'))).toContain('There is no claim');
  });

  it('add a manuscript and travel before finance approves, and take them away; the claim is checked and decided anew', async () => {
    const open = await openClaims();
    const [id = ''] = await open.month([lessonOf('L01')]);
    const context = contextOf(open);
    const add = (...words: string[]) => said(() => claimsExtra(context, [id, ...words]));
    expect(await add('L01', 'travel', '20000')).toContain('the lecturer has not answered yet');
    await open.answer(id);
    await open.asManager(id);
    expect(await add('L01', 'lunch', '20000')).toContain('Usage');
    expect(await add('L09', 'travel', '20000')).toContain('has no lesson L09 that was taught');
    expect(await add('L01', 'manuscript', '100000')).toContain('It is checked again with it.');
    expect(await open.claim(id)).toMatchObject({ state: 'CONFIRMED', approvals: [] });
    await open.go(id);
    expect(await add('L01', 'travel', '20000')).toContain('It is checked again with it.');
    await open.go(id);
    expect((await open.claim(id)).calculation).toMatchObject({ gross: 610_000, incomeTax: 17_700, localTax: 1_770 });
    expect(await add('L01', 'travel', '0')).toContain('It is checked again with it.');
    await open.go(id);
    expect(await add('L01', 'travel', '0')).toContain('Nothing has changed.');
    await open.asManager(id);
    await open.asFinance(id);
    expect(await open.claim(id)).toMatchObject({ state: 'APPROVED', calculation: { gross: 590_000 } });
    expect(await add('L01', 'travel', '20000')).toContain('or it is approved');
  });

  it('correct what was paid: less in the next claim, or back from whoever teaches no more', async () => {
    const open = await openClaims();
    const later = lessonOf('L02', { date: day('2027-04-05') });
    const [id = ''] = await open.month([lessonOf('L01'), later]);
    const context = contextOf(open);
    expect(await said(() => claimsCorrect(context, [id, 'L01', 'NOT']))).toContain('It is not paid yet');
    await open.answer(id);
    await open.asManager(id);
    await open.asFinance(id);
    await open.deps.commit(takeIntoBatch(open.deps, await open.claim(id), { batch: 'B1', by }, open.clock.now));
    await open.deps.commit(
      markPaid(open.deps, await open.claim(id), { paidOn: day('2027-04-20'), by }, open.clock.now),
    );
    expect(await said(() => claimsCorrect(context, [id, 'L09', 'NOT']))).toContain('has no lesson L09');
    expect(await said(() => claimsCorrect(context, [id, 'L01', '19:00-22:00']))).toContain('It comes to the same.');
    expect(await said(() => claimsCorrect(context, [id, 'L01', '19:00-21:00']))).toContain(
      'The next claim has 116,040 won less; without one it is settled by itself.',
    );
    open.clock.now = at('2027-04-21 09:00');
    expect(await said(() => claimsRepaid(context, [id, '1', '2027-04-21']))).toContain('Nothing of it is to be paid');
    await open.putTimetable([lessonOf('L01'), { ...later, cancelled: true }]);
    expect(await said(() => claimsCorrect(context, [id, 'L01', 'NOT']))).toMatch(
      /pay back 357,790 won by 2027-\d\d-\d\d\./u,
    );
    expect(await said(() => claimsRepaid(context, [id, '357791', '2027-04-21']))).toContain('only 357,790 won are');
    expect(await said(() => claimsRepaid(context, [id, '57790', '2027-04-22']))).toContain('is not there yet');
    expect(await said(() => claimsRepaid(context, [id, '57,790', '2027-04-21']))).toContain('Usage');
    expect(await said(() => claimsRepaid(context, [id, '57790', '2027-04-21']))).toContain('300,000 won are still');
    expect(await said(() => claimsRepaid(context, [id, '300000', '2027-04-21']))).toContain('All of it is paid back');
  });
});
