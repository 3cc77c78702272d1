import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import * as z from 'zod';

// As @axe-core/playwright brings it; injected by ourselves, once for all pages and widths that are looked at.
const source = readFileSync(
  createRequire(import.meta.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** Axe reads the same few colours anew at each element, a fifth of its work: each text is read once, and kept. */
const keepColours = `(() => {
  const { prototype } = axe.commons.color.Color;
  const read = prototype.parseString;
  const known = new Map();
  prototype.parseString = function (text) {
    const { r, g, b, alpha } = known.get(text) ?? read.call(this, text);
    known.set(text, { r, g, b, alpha });
    return Object.assign(this, { r, g, b, alpha });
  };
})()`;

/** What axe is to find at a width: all violations of WCAG 2.2 AA, or those alone that can differ between two widths. */
export type Rules = 'all' | 'of the layout';
const options: Readonly<Record<Rules, object>> = {
  all: { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] } },
  'of the layout': {
    runOnly: {
      type: 'rule',
      values: ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'],
    },
  },
};
/** What is told of axe's result, which also describes all that is right: to bring all of it here takes a fifth of a run. */
const script = (rules: Rules): string =>
  `axe.run(document, ${JSON.stringify({ ...options[rules], resultTypes: ['violations'], preload: false })}).then(
    ({ testEngine: { name }, passes, violations }) => ({
      name,
      passed: passes.length,
      violations: violations.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target) })),
    }),
  )`;

const resultSchema = z.object({
  name: z.literal('axe-core'),
  /** Rules of which something on the page was looked at and right: none would mean that nothing was looked at. */
  passed: z.int(),
  violations: z.array(z.object({ id: z.string(), targets: z.array(z.array(z.unknown())) })),
});

/** By how much the document is wider than its window. */
export const sidewaysScript = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

export interface AxeWindow {
  /** Shows a document as a browser has it after it loaded a page of the app. */
  show(html: string): Promise<void>;
  /** From now on the window is as wide as this. */
  resize(width: number): Promise<void>;
  /** What a script says of what is shown. */
  evaluate(script: string): Promise<unknown>;
  /** How many pixels of what is shown are beside the window. */
  sideways(): Promise<number>;
  violations(rules: Rules): Promise<string[]>;
  close(): Promise<void>;
}

/**
 * A window that stays on one page of the app, with its content security policy, and has other documents written into
 * it: to read axe, to make it ready and to run it for the first time take longer than its later runs.
 */
export async function openForAxe(browser: Browser, url: string): Promise<AxeWindow> {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(url);
  await page.evaluate(source);
  await page.evaluate(keepColours);
  const session = await context.newCDPSession(page);
  return {
    show: (html) =>
      page.evaluate(
        async (written) => {
          document.open();
          const loaded = new Promise((resolve) => window.addEventListener('load', resolve, { once: true }));
          document.write(written);
          document.close();
          await loaded;
          await document.fonts.ready;
        },
        `<!doctype html>${html.replace(/^<!doctype html>/iu, '')}`,
      ),
    // Playwright's own way takes several turns more.
    resize: async (width) => {
      await session.send('Emulation.setDeviceMetricsOverride', {
        width,
        height: 844,
        deviceScaleFactor: 1,
        mobile: false,
      });
    },
    evaluate: (given) => page.evaluate(given),
    sideways: async () => z.number().parse(await page.evaluate(sidewaysScript)),
    violations: async (rules) => {
      const result = resultSchema.parse(await page.evaluate(script(rules)));
      return result.violations.flatMap(({ id, targets }) => targets.map((target) => `${id} at ${target.join(' ')}`));
    },
    close: () => context.close(),
  };
}
