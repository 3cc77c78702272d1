import { beforeAll, expect, it } from 'vitest';
import { cancelRound } from '../../functions/cohort/cancel-round.ts';
import { forms } from '../../functions/forms/round-form.ts';
import { checkRound } from '../../functions/rounds/check-round.ts';
import { closeRound } from '../../functions/selection/close-round.ts';
import { demoApplicants } from '../../local/demo/applicants.ts';
import { demoRound } from '../../local/demo/demo-round.ts';
import { sendApplication } from '../../local/demo/send-application.ts';
import { codeTo } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { eventually } from '../support/eventually.ts';
import { openRequest, press } from '../support/intake/intake.ts';
import { requestLink } from '../support/requests/asked-by-mail.ts';

let at: TestCloud;
beforeAll(async () => {
  at = await testCloud();
});

it('the demo round gets its applications through the pages, one for the officer; nobody reviews their own bank', async () => {
  const checked = checkRound(demoRound(at.now()), Object.fromEntries(forms));
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  const { id: _, ...draft } = checked.round;
  const round = await at.round(draft, { admission: true });
  await Promise.all(
    demoApplicants.map((applicant) =>
      sendApplication(at.baseUrl, round.id, applicant, AbortSignal.timeout(60_000), (email) => codeTo(at, email)),
    ),
  );
  const sent = async () => at.applications.many(await sentIn(round.id));
  const settled = await eventually('all applications to be looked at', async () => {
    const found = await sent();
    return found.length === demoApplicants.length && found.every(({ state }) => state !== 'SUBMITTED')
      ? found
      : undefined;
  });
  const [questioned, ...others] = settled.filter(({ state }) => state !== 'ACCEPTED');
  expect([questioned?.state, others]).toEqual(['WITH_OFFICER', []]);
  expect(settled.filter(({ lang }) => lang === 'en')).toHaveLength(1);

  const { reference = '' } = questioned ?? {};
  const request = await openRequest(at, reference);
  await closeRound(at, round.id, { by: 'operator:test', reason: 'test' }, at.now());
  await press(at, await requestLink(at, request.id, 'minji.kim@academy.example.kr'), { outcome: 'ACCEPT' });
  await eventually('the reviews', async () => (await at.admissions.get(round.id))?.state === 'REVIEWING');
  const ofBank = settled.find(({ email }) => email === 'seoyun.han@example.com');
  const reviewers = (await at.screenings.get(ofBank?.reference ?? ''))?.reviews.map(({ reviewer }) => reviewer);
  expect(reviewers).toHaveLength(2);
  expect(reviewers).not.toContain('baek-seojin');
  await cancelRound(at, round.id, { by: 'operator:test', reason: 'test' }, at.now());
  await eventually('everybody told', async () => (await at.admissions.get(round.id))?.state === 'CANCELLED');
});

async function sentIn(roundId: string): Promise<readonly string[]> {
  const references: string[] = [];
  let after: string | undefined;
  do {
    const page = await at.applications.sentIn(roundId, after, 100);
    references.push(...page.references);
    after = page.after;
  } while (after !== undefined);
  return references;
}
