import type { RoundsTable } from '../../rounds/rounds-table.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { html } from '../../shared/pages/request.ts';
import { AccessibilityPage, PrivacyPage } from './policy-pages.tsx';

/** What every page's footer leads to. */
export const policyRoutes = ({ rounds }: { readonly rounds: Pick<RoundsTable, 'list'> }): PageRoute[] => {
  const newestFirst = async () => (await rounds.list()).toSorted((a, b) => (a.opensAt < b.opensAt ? 1 : -1));
  return [
    {
      method: 'GET',
      path: '/privacy',
      page: async ({ lang }) => html(<PrivacyPage rounds={await newestFirst()} lang={lang} />),
    },
    {
      method: 'GET',
      path: '/accessibility',
      page: async ({ lang }) => html(<AccessibilityPage rounds={await newestFirst()} lang={lang} />),
    },
  ];
};
