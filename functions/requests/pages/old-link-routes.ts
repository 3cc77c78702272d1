import type { PeopleTable } from '../../people/people-table.ts';
import type { VerifyLink } from '../../shared/links.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { movedTo, type PageRequest, type PageResponse } from '../../shared/pages/request.ts';
import type { Kinds } from '../kind.ts';
import { openLink } from '../open-link.ts';
import { pathOf } from '../request-link.ts';
import type { RequestsTable } from '../requests-table.ts';
import { unknownLinkPage } from './link-pages.tsx';

/**
 * Links that were mailed, and pages that were opened, before each capability answered its own requests: genuine ones
 * lead to where they are answered now, with whatever form was sent.
 */
export function oldLinkRoutes(deps: {
  readonly requests: RequestsTable;
  readonly people: PeopleTable;
  readonly kinds: Kinds;
  readonly verifyLink: VerifyLink;
  /** Capabilities that answered requests which another answers now. */
  readonly answeredBefore: readonly string[];
}): PageRoute[] {
  const page = async ({ params, lang }: PageRequest): Promise<PageResponse> => {
    const { request: id = '', mac = '', part, item } = params;
    const link = await openLink(deps, id, mac);
    const path = link.kind === 'unknown' ? undefined : pathOf(deps.kinds, link.request, mac);
    if (path === undefined) return unknownLinkPage(lang);
    return movedTo([path, part, item].filter((one) => one !== undefined).join('/'));
  };
  const roots = [...deps.answeredBefore.map((capability) => `/r/${capability}`), '/r'];
  const paths = roots.flatMap((root) =>
    ['', '/{part}', '/{part}/{item}'].map((rest) => `${root}/{request}/{mac}${rest}`),
  );
  return paths.flatMap((path) =>
    (['GET', 'POST'] as const).map((method): PageRoute => ({ method, path, logs: ['request'], page })),
  );
}
