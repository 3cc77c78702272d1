import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { type Decision, proofPath, takeProof } from '../../functions/second-factor/proofs.ts';
import { eventsOf } from '../../functions/shared/database/audit.ts';
import { Conflict } from '../../functions/shared/errors.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { deskCode } from '../support/desk/sign-in.ts';
import { staff } from '../support/intake/intake.ts';
import { ops } from '../support/ops.ts';
import { openForAxe } from '../support/pages/axe.ts';
import { testBrowser } from '../support/pages/browser.ts';
import { fillAndSend, fillIn, follow, openScripted, widths } from '../support/pages/open-page.ts';

let at: TestCloud;
beforeAll(async () => {
  at = await testCloud();
});

const words = { subject: { ko: '3월 강사료', en: 'Wages of March' }, outcome: { ko: '승인', en: 'Approve' } };
const pathOf = (page: Page): string => new URL(page.url()).pathname;

/** What an operator is shown who asks for a code: the code alone, on a line of its own. */
async function toldCode(...given: readonly string[]): Promise<string> {
  const { out, err } = await ops(at, 'passkey', ...given, '--reason', 'called back', '--yes');
  const code = /^\d{6}$/mu.exec(out)?.[0];
  if (!code) throw new Error(`no code was told: ${err}`);
  return code;
}

it('a passkey of the browser is added at the desk and proves one decision, and a code another without it', async () => {
  const person = await staff(at);
  const context = await openScripted(await testBrowser(), widths.phone);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('WebAuthn.enable', {});
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });

  await page.goto(`${at.baseUrl}/desk/passkeys?lang=ko`);
  await fillAndSend(page, { email: person.email });
  await fillAndSend(page, { code: await deskCode(at, person.email) });
  expect(pathOf(page)).toBe('/desk/passkeys');
  await fillIn(page, { code: await toldCode('code', person.id) });
  await follow(page, page.locator('#by-code button'));
  expect(await page.locator('#no-passkey').isVisible()).toBe(false);
  await follow(page, page.locator('#by-passkey button'));
  expect(await page.locator('.desk-list li').count()).toBe(1);

  const decision: Decision = {
    person: person.id,
    subject: 'a-claim',
    revision: 2,
    outcome: 'APPROVE',
    amount: 446_880,
    words,
  };
  await page.goto(`${at.baseUrl}${proofPath(decision, '/desk/away')}`);
  expect(await page.locator('main').innerText()).toContain('446,880원');
  const axe = await openForAxe(await testBrowser(), at.baseUrl);
  const both = [widths.phone, widths.desktop].map((width) => ({ width, rules: 'all' as const }));
  for (const { sideways, violations } of (await axe.look(await page.content(), both)).looks)
    expect([sideways, violations]).toEqual([0, []]);
  await axe.close();

  // Nobody is recognised: the browser says no, and the page what else there is.
  await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
  await page.locator('#by-passkey button').click();
  await page.locator('#passkey-failed').waitFor({ state: 'visible' });
  expect(await takeProof(at, decision, at.now())).toBeUndefined();
  await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
  await follow(page, page.locator('#by-passkey button'));
  expect(pathOf(page)).toBe('/desk/away');

  const changes = [await takeProof(at, decision, at.now())].filter((change) => change !== undefined);
  const event = { subject: 'a-claim', type: 'TestMovedTheClock', by: `person:${person.id}`, at: at.now() } as const;
  expect(changes).toHaveLength(1);
  await at.commit({ changes, events: [event] });
  await expect(at.commit({ changes, events: [event] })).rejects.toThrow(Conflict);
  expect(await takeProof(at, decision, at.now())).toBeUndefined();

  const another = { ...decision, subject: 'another-claim' };
  const code = await toldCode('decision-code', person.id, another.subject);
  await page.goto(`${at.baseUrl}${proofPath(another, '/desk/away')}`);
  await fillIn(page, { code: code === '000000' ? '000001' : '000000' });
  await follow(page, page.locator('#by-code button'));
  expect(await page.locator('.summary').innerText()).toContain('4번 더');
  await fillIn(page, { code });
  await follow(page, page.locator('#by-code button'));
  expect(pathOf(page)).toBe('/desk/away');
  expect(await takeProof(at, another, at.now())).toBeDefined();

  await context.close();

  const [passkey = ''] = (await ops(at, 'passkey', 'list', person.id)).out.split(' ');
  const removed = await ops(at, 'passkey', 'remove', person.id, passkey, '--reason', 'lost', '--yes');
  expect(removed.out).toContain('Removed.');
  const told = await eventsOf(at.db, at.tables.AUDIT_TABLE, `person#${person.id}`);
  expect(told.map(({ type }) => type).filter((type) => type !== 'PersonLoaded')).toEqual([
    'PasskeyCodeGiven',
    'PasskeyCodeUsed',
    'PasskeyAdded',
    'DecisionProved',
    'DecisionCodeGiven',
    'SecondFactorRefused',
    'DecisionProved',
    'PasskeyRemoved',
  ]);
});
