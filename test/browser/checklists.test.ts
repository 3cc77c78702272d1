import { afterAll, beforeAll, expect, it } from 'vitest';
import { assets } from '../../functions/assets/assets.lambda.ts';
import { bytesOf } from '../../functions/assets/assets.ts';
import type { Lang } from '../../functions/shared/i18n.ts';
import type { PageRoute } from '../../functions/shared/pages/handler.ts';
import { checklistVisits } from '../support/checklists/checklist-visits.ts';
import { checklistWorld } from '../support/checklists/checklist-world.ts';
import { type ServedChecklists, serveChecklists } from '../support/checklists/served-checklists.ts';
import { type AxeWindow, openForAxe } from '../support/pages/axe.ts';
import { testBrowser } from '../support/pages/browser.ts';
import { fetchPage, widths } from '../support/pages/open-page.ts';
import type { Visit } from '../support/pages/visits.ts';

/*
 * No programme has checklists on the cloud yet: their pages are those of this process, for owners of the tests, in a
 * browser with the sheet of the app.
 */

const assetRoutes = [...assets].map(
  ([path, asset]): PageRoute => ({
    method: 'GET',
    path,
    page: async () => ({
      status: 200,
      headers: { 'Content-Type': asset.type },
      body: bytesOf(asset).toString('base64'),
      isBase64Encoded: true,
    }),
  }),
);

let served: ServedChecklists;
let axe: AxeWindow;
let visits: readonly Visit[];
beforeAll(async () => {
  const at = await checklistWorld();
  served = await serveChecklists(at, assetRoutes);
  visits = await checklistVisits(at, served);
  axe = await openForAxe(await testBrowser(), served.baseUrl);
}, 120_000);
afterAll(async () => {
  await axe.close();
  await served.close();
});

/** Where all rules are tried: between the two languages, at both widths of every page. */
const allRulesAt: Readonly<Record<Lang, number>> = { ko: widths.phone, en: widths.desktop };

async function problemsOf(visit: Visit, lang: Lang): Promise<string[]> {
  const { status, html } = await fetchPage(visit, served.baseUrl, lang);
  const { heading, looks } = await axe.look(
    html,
    [320, widths.phone, widths.desktop].map((width) => ({
      width,
      rules: width === allRulesAt[lang] ? 'all' : undefined,
    })),
  );
  const problems = [
    status === visit.status ? '' : `status ${status}`,
    heading.includes(visit.heading[lang]) ? '' : `heading ${heading}`,
    ...looks.map(({ width, sideways }) => (sideways > 0 ? `scrolls sideways at ${width} px` : '')),
    ...looks.flatMap(({ width, violations }) => violations.map((violation) => `${violation} at ${width} px`)),
  ];
  return problems.filter((problem) => problem !== '').map((problem) => `${visit.name} in ${lang}: ${problem}`);
}

it.each(['ko', 'en'] as const)(
  'every page of checklists holds at both widths, for everybody, in %s',
  async (lang) => {
    const problems: string[] = [];
    for (const visit of visits) problems.push(...(await problemsOf(visit, lang)));
    expect(problems).toEqual([]);
  },
  120_000,
);
