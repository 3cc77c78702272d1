import type { DeskLink } from '../desk/desk.ts';
import { financeOfficer } from '../lecturers/lecturer.ts';
import { bankProfileKind } from './bank-profile-kind.ts';
import { paymentsNotices } from './notices.ts';
import { paymentsPaths } from './pages/payments-paths.ts';
import { taxDatesKind } from './tax-dates.ts';

/** What officers of finance have at their desks beside their requests. */
export const paymentsPorts = {
  deskLinks: [
    { href: paymentsPaths.list, label: { ko: '강사료 지급', en: 'Payments' }, roles: [financeOfficer] },
  ] satisfies readonly DeskLink[],
  ruleKinds: [bankProfileKind, taxDatesKind],
  notices: paymentsNotices,
} as const;
