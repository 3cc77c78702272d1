import { monthSchema } from '../../claim-rules/claim.ts';
import { monthText } from '../../claims/pages/claim-texts.ts';
import type { Desk } from '../../desk/desk.ts';
import type { DeskDependencies } from '../../desk/open-desk.ts';
import { deskPage } from '../../desk/pages/desk-page.tsx';
import { deskRefusal } from '../../desk/pages/desk-refusal.tsx';
import { withDesk } from '../../desk/pages/sign-in.ts';
import { financeOfficer } from '../../lecturers/lecturer.ts';
import { paymentsPaths } from '../../payments/pages/payments-paths.ts';
import { type RequestPagesDependencies, requestRoutes } from '../../requests/pages/request-routes.tsx';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { attachment, csvType, type PageRequest, type PageResponse } from '../../shared/pages/request.ts';
import type { Dependencies } from '../dependencies.ts';
import { seeTaxMonth } from '../see-tax-month.ts';
import { dueDatesOf, taxDatesInForce } from '../tax-dates.ts';
import { taxMonthCsv } from '../tax-month.ts';
import { dueKind } from './due-kind.tsx';
import { taxMonthPaths as paths } from './tax-month-paths.ts';
import { TaxMonthView } from './tax-month-view.tsx';
import { taxWords as words } from './tax-words.ts';

type Deps = DeskDependencies & RequestPagesDependencies & Dependencies;

/** The tax month, and what finance is asked about it. */
export const taxMonthRoutes = (deps: Deps): PageRoute[] => [
  {
    method: 'GET',
    path: paths.month('{month}'),
    page: ofMonth(deps, async (desk, month, { lang, now }) => {
      const [seen, dates, filings] = await Promise.all([
        seeTaxMonth(deps, month),
        taxDatesInForce(deps, now),
        deps.filings.ofMonth(month),
      ]);
      const due = dates && dueDatesOf(month, dates);
      const title = `${words.taxMonth[lang]}: ${monthText(month)[lang]}`;
      return deskPage({ desk, lang, title, children: <TaxMonthView {...{ month: seen, due, filings, lang }} /> });
    }),
  },
  {
    method: 'GET',
    path: paths.csv('{month}'),
    page: ofMonth(deps, async (_, month, { lang }) =>
      attachment(`tax-month-${month}.csv`, csvType, taxMonthCsv(await seeTaxMonth(deps, month), lang)),
    ),
  },
  ...requestRoutes(deps, 'tax-month', { 'tax-due': dueKind(deps) }),
];

const ofMonth = (deps: Deps, page: (desk: Desk, month: string, request: PageRequest) => Promise<PageResponse>) =>
  withDesk(deps, async (desk, request) => {
    const { lang, params } = request;
    if (!desk.person.roles.includes(financeOfficer)) {
      return deskRefusal(desk, lang, { status: 403, title: words.noRole, text: words.noRoleText });
    }
    const { month = '' } = params;
    if (monthSchema.safeParse(month).success) return page(desk, month, request);
    const back = { href: paymentsPaths.list, label: words.back };
    return deskRefusal(desk, lang, { status: 404, title: words.noMonth, text: words.noMonthText, back });
  });
