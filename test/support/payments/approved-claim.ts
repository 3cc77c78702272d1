import { paymentsPaths } from '../../../functions/payments/pages/payments-paths.ts';
import { plannedDay } from '../../../functions/payments/pages/result-form.tsx';
import type { LocalDate } from '../../../functions/shared/time.ts';
import type { Academy } from '../academy.ts';
import { addPeople } from '../casework/more-people.ts';
import { asTaught, claimLink, draftedClaim, finance, manager, untilClaim } from '../claims/claims.ts';
import { signIn } from '../desk/sign-in.ts';
import { decideProved, sentProved } from '../second-factor/proved.ts';
import { type Visitor, visitor, wordsOf } from '../visitor.ts';
import { putAccount } from './put-account.ts';

/** An officer of finance who has approved nothing, at their desk. */
export async function payerAtDesk(at: Academy, id = 'payer-other'): Promise<Visitor> {
  const email = `${id.replace('-', '.')}@academy.example.kr`;
  await addPeople(at, [{ id, email, roles: ['finance-officer'] }]);
  return (await signIn(at, email)).browser;
}

/** A claim that the manager and an officer of finance have approved, of a lecturer with an account. */
export async function approvedClaim(
  at: Academy,
  change: Parameters<typeof draftedClaim>[1] = {},
): Promise<{ readonly id: string; readonly lecturer: string; readonly email: string }> {
  const { id, lecturer } = await draftedClaim(at, change);
  await putAccount(at, lecturer.id, '0012-34-567890', at.now());
  const browser = visitor(at.baseUrl, { lang: 'ko' });
  await browser.post(await claimLink(at, id, 'wage-claim', lecturer.email), {
    ...asTaught(change.days ?? 1),
    confirm: 'yes',
  });
  for (const [kind, email, state] of [
    ['wage-manager', manager, 'MANAGER_APPROVED'],
    ['wage-finance', finance, 'APPROVED'],
  ] as const) {
    const path = await claimLink(at, id, kind, email);
    const revision = String((await at.claims.get(id))?.revision);
    await decideProved(at, browser, path, { outcome: 'APPROVE', revision });
    await untilClaim(at, id, state);
  }
  return { id, lecturer: lecturer.id, email: lecturer.email };
}

/** Takes the bank's file of a batch, which is proved where it has to be. */
export const takeFile = (at: Academy, browser: Visitor, batch: string): Promise<Response> =>
  sentProved(at, () => browser.once('POST', paymentsPaths.file(batch), { body: new URLSearchParams() }));

/** Sends the form of the bank's result as a browser does, with a file if there is one; proved where it has to be. */
export async function uploadResult(
  at: Academy,
  browser: Visitor,
  batch: string,
  fields: Record<string, string>,
  file?: Buffer,
) {
  const response = await sentProved(at, () => postResult(browser, batch, fields, file));
  const html = await response.text();
  return { status: response.status, html, text: wordsOf(html) };
}

/** What is entered beside the file: the day of payment, and that the sums were compared. */
export const resultFields = (day: LocalDate): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(plannedDay(day)).map(([name, values]) => [name, values.join()])),
  sure: 'yes',
});

/** The same, and stops at where it is to be proved. */
export function postResult(browser: Visitor, batch: string, fields: Record<string, string>, file?: Buffer) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  body.set('file', new Blob(file ? [Uint8Array.from(file)] : []), 'result.csv');
  return browser.once('POST', paymentsPaths.result(batch), { body });
}
