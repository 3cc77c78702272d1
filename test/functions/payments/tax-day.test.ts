import { expect, it, vi } from 'vitest';
import { undoApproval } from '../../../functions/claims/hold-claim.ts';
import { markPaid, takeIntoBatch } from '../../../functions/claims/pay-claim.ts';
import { correctPaid } from '../../../functions/corrections/correct-paid.ts';
import { previewBatch } from '../../../functions/payments/gather-claims.ts';
import { claimsCorrect } from '../../../ops/claims/claims-correct.ts';
import { at, day, lecturerOf, lessonOf, otherIncome } from '../../support/claims/made-up.ts';
import { type OpenClaims, openClaims } from '../../support/claims/open-claims.ts';
import { putAccount } from '../../support/payments/put-account.ts';
import { exampleTax } from '../../support/wages/rules.ts';

const by = 'operator:test';

/** Business income is taxed with 5 instead of 3 % from a day on. */
const withMoreFrom = (since: string) => {
  const tax = exampleTax();
  const rate = [...tax.businessIncome.rate, { since: day(since), source: 'made up', percent: 5 }];
  return { ...tax, businessIncome: { rate } };
};

async function approved(): Promise<OpenClaims & { readonly id: string }> {
  const open = await openClaims();
  const [id = ''] = await open.month([lessonOf('L01')]);
  await putAccount(open.deps, 'kim-haon', '0012', open.clock.now);
  await open.answer(id);
  await open.asManager(id);
  await open.asFinance(id);
  return { ...open, id };
}

const paidOn = async ({ deps, clock }: OpenClaims, payOn: string) => {
  const { taken, left } = await previewBatch(deps, { id: 'pay-2704-1', payOn: day(payOn) }, undefined, clock.now);
  return left[0]?.why ?? taken.flatMap(({ incomeTax, localTax, net }) => [incomeTax, localTax, net]);
};

const approveAnew = async (open: OpenClaims, id: string) => {
  expect(await undoApproval(open.deps, { claim: id, by, reason: 'other taxes' }, open.clock.now)).toBe('done');
  await open.go(id);
  expect((await open.asManager(id)).kind).toBe('decided');
  expect((await open.asFinance(id)).kind).toBe('decided');
};

it('a claim that was promised for days of other taxes is paid once it is approved by those of the day of payment', async () => {
  const open = await approved();
  const { id, clock, rules } = open;
  await rules({ tax: withMoreFrom('2027-05-01') });
  expect(await paidOn(open, '2027-04-30')).toEqual([14_700, 1_470, 473_830]);
  expect(await paidOn(open, '2027-05-03')).toBe('other-taxes');
  clock.now = at('2027-05-03 09:00');
  await approveAnew(open, id);
  expect(await paidOn(open, '2027-05-03')).toEqual([24_500, 2_450, 463_050]);
  expect(await open.claim(id)).toMatchObject({ promisedPayDate: '2027-04-20', withholding: { on: '2027-05-03' } });
});

it('a claim is not paid on the last day of a year by the taxes of the next one, for which it was approved', async () => {
  const open = await approved();
  await open.rules({ tax: withMoreFrom('2027-04-20') });
  await approveAnew(open, open.id);
  expect(await paidOn(open, '2027-04-19')).toBe('other-taxes');
  expect(await paidOn(open, '2027-04-20')).toEqual([24_500, 2_450, 463_050]);
});

it('a claim of a lecturer who is paid as somebody else since its approval is approved anew, though it comes to the same', async () => {
  const open = await approved();
  const { id, putLecturer } = open;
  await putLecturer(otherIncome('kim-haon', { accounts: 1 }));
  expect(await paidOn(open, '2027-04-20')).toBe('other-taxes');
  await approveAnew(open, id);
  expect(await paidOn(open, '2027-04-20')).toEqual([39_200, 3_920, 446_880]);
  await putLecturer(lecturerOf('kim-haon', { accounts: 1, payee: { kind: 'institution', document: 'I-1' } }));
  expect(await paidOn(open, '2027-04-20')).toBe('other-taxes');
  await approveAnew(open, id);
  await putLecturer(lecturerOf('kim-haon', { accounts: 1, payee: { kind: 'business-with-invoice', document: 'I-1' } }));
  expect(await paidOn(open, '2027-04-20')).toBe('other-taxes');
});

it('is decided on with the taxes of today where the promised day has passed', async () => {
  const open = await openClaims();
  const [id = ''] = await open.month([lessonOf('L01')]);
  await putAccount(open.deps, 'kim-haon', '0012', open.clock.now);
  await open.rules({ tax: withMoreFrom('2027-05-01') });
  await open.answer(id);
  expect((await open.claim(id)).calculation.incomeTax).toBe(14_700);
  open.clock.now = at('2027-05-03 09:00');
  expect((await open.asManager(id)).kind).toBe('changed');
  expect((await open.claim(id)).calculation.incomeTax).toBe(24_500);
});

it('what was paid on a day of other taxes all the same is corrected by them', async () => {
  const open = await approved();
  const { id, clock, deps, rules, claim } = open;
  await rules({ tax: withMoreFrom('2027-05-01') });
  await deps.commit(takeIntoBatch(deps, await claim(id), { batch: 'pay-2704-1', by }, clock.now));
  clock.now = at('2027-05-04 09:00');
  await deps.commit(markPaid(deps, await claim(id), { paidOn: day('2027-05-03'), by }, clock.now));
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line: unknown) => void lines.push(String(line)));
  const flags = { stage: 'test', yes: true, force: false, reason: 'taxes of May' };
  await claimsCorrect({ ...deps, by, flags, now: () => clock.now }, [id]);
  log.mockRestore();
  expect(lines.at(-1)).toContain('10,780 won');
  expect(await correctPaid(deps, { claim: id, said: [], reason: 'again', by }, clock.now)).toEqual({
    kind: 'unchanged',
  });
});
