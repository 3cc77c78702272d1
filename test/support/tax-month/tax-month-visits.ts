import { taxMonthPaths as paths } from '../../../functions/tax-month/pages/tax-month-paths.ts';
import { taxWords } from '../../../functions/tax-month/pages/tax-words.ts';
import type { Academy } from '../academy.ts';
import { finance, manager } from '../claims/claims.ts';
import { signIn } from '../desk/sign-in.ts';
import type { Typing, Visit } from '../pages/visits.ts';

/** What officers of finance come to of a tax month, at their desks. */
export async function taxMonthVisits(at: Academy, typed: Typing): Promise<readonly Visit[]> {
  const deskOf = async (email: string) => (await signIn(at, email, { lang: typed.lang })).browser;
  const [by, other] = [await deskOf(finance), await deskOf(manager)];
  const { taxMonth, noMonth, noRole } = taxWords;
  return [
    { name: 'tax-month', path: paths.month('2027-04'), by, status: 200, heading: taxMonth },
    { name: 'tax-month-unknown', path: paths.month('2027-13'), by, status: 404, heading: noMonth },
    { name: 'tax-month-no-role', path: paths.month('2027-04'), by: other, status: 403, heading: noRole },
  ];
}
