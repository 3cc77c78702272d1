import { unknownLinkPage } from '../../requests/pages/link-pages.tsx';
import type { Round } from '../../rounds/round.ts';
import type { VerifyLink } from '../../shared/links.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { attachment, html, type PageRequest, type PageResponse } from '../../shared/pages/request.ts';
import type { PdfFonts } from '../../shared/pdf/document.ts';
import type { Dependencies } from '../dependencies.ts';
import { type Statement, seeStatement } from '../see-statement.ts';
import { statementLines } from '../statement-lines.ts';
import { openStatementLink } from '../statement-link.ts';
import { statementPdf } from '../statement-pdf.ts';
import { renewedStatementPage, StatementPage } from './statement-page.tsx';

interface Opened {
  readonly statement: Statement;
  readonly round: Round;
  readonly path: string;
}

/** The statement of a paid claim and its PDF, for the lecturer who has the link. */
export function statementRoutes(
  deps: Dependencies & { readonly verifyLink: VerifyLink; readonly fonts: () => Promise<PdfFonts> },
): PageRoute[] {
  const byLink =
    (page: (opened: Opened, request: PageRequest) => Promise<PageResponse>) =>
    async (request: PageRequest): Promise<PageResponse> => {
      const { claim: id = '', mac = '' } = request.params;
      const link = await openStatementLink(deps, id, mac);
      const round = link.kind === 'unknown' ? undefined : await deps.rounds.current(link.claim.cohort);
      if (link.kind === 'unknown' || !round) return unknownLinkPage(request.lang);
      if (link.kind === 'renewed') return renewedStatementPage(request.lang, round);
      return page({ statement: await seeStatement(deps, link), round, path: `/statement/${id}/${mac}` }, request);
    };

  return [
    {
      method: 'GET',
      path: '/statement/{claim}/{mac}',
      page: byLink(async (opened, { lang }) => html(<StatementPage {...opened} lang={lang} />)),
    },
    {
      method: 'GET',
      path: '/statement/{claim}/{mac}/statement.pdf',
      page: byLink(async ({ statement: { claim, name, paidOn, account, issuedAt } }) => {
        const content = { claim: claim.id, month: claim.month, name, paidOn, account: account.ko, issuedAt };
        const pdf = await statementPdf({ ...content, lines: statementLines(claim) }, await deps.fonts());
        return attachment(`${claim.id}.pdf`, 'application/pdf', pdf);
      }),
    },
  ];
}
