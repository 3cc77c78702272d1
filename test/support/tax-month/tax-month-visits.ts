import { monthBefore } from '../../../functions/claim-rules/pay-day.ts';
import { localDateSchema, seoulDateOf } from '../../../functions/shared/time.ts';
import { taxMonthPaths as paths } from '../../../functions/tax-month/pages/tax-month-paths.ts';
import { taxWords } from '../../../functions/tax-month/pages/tax-words.ts';
import type { Academy } from '../academy.ts';
import { finance, manager } from '../claims/claims.ts';
import { deskOf } from '../desk/sign-in.ts';
import { decidedAlready, type Typing, type Visit } from '../pages/visits.ts';
import { putTaxDates } from '../payments/put-bank-profile.ts';
import { hiddenIn, visitor } from '../visitor.ts';
import { askedDue, dueLink, paidBatch } from './paid-batch.ts';

/** What officers of finance come to of a tax month: at their desks, and by what they are asked. */
export async function taxMonthVisits(at: Academy, { lang }: Typing): Promise<readonly Visit[]> {
  const [by, other] = [await deskOf(at, finance, lang), await deskOf(at, manager, lang)];
  const month = monthBefore(seoulDateOf(at.now()).slice(0, 7));
  await putTaxDates(at, at.now());
  await paidBatch(at, localDateSchema.parse(`${month}-20`));
  const linkOf = async (due: string) => dueLink(at, await askedDue(at, { month, due }, at.now()));
  const [open, done] = [await linkOf('income-tax'), await linkOf('statements')];
  const browser = visitor(at.baseUrl, { lang });
  const { shown = [] } = hiddenIn((await browser.get(open)).html);
  const evidence = '110-2027-5-123456789';
  await browser.postStale(done, { shown, evidence: [evidence], confirm: ['yes'] });
  const { taxMonth, title, sure, noMonth, noRole } = taxWords;
  return [
    { name: 'tax-month', path: paths.month(month), by, status: 200, heading: taxMonth },
    { name: 'tax-month-unknown', path: paths.month('2027-13'), by, status: 404, heading: noMonth },
    { name: 'tax-month-no-role', path: paths.month(month), by: other, status: 403, heading: noRole },
    { name: 'tax-due', path: open, status: 200, heading: title },
    { name: 'tax-due-errors', path: open, post: { shown: shown.join() }, status: 422, heading: title },
    { name: 'tax-due-confirm', path: open, post: { shown: shown.join(), evidence }, status: 200, heading: sure },
    {
      name: 'tax-due-changed',
      path: open,
      post: { shown: '1.1.1', evidence, confirm: 'yes' },
      status: 409,
      heading: title,
    },
    { name: 'tax-due-done', path: done, status: 200, heading: decidedAlready },
  ];
}
