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

/**
 * What axe is to find at a width: all violations of WCAG 2.2 AA, those alone that can differ between two widths, or of
 * these those that can differ between two languages as well.
 */
export type Rules = 'all' | 'of the layout' | 'of words';
const reported = { resultTypes: ['violations'], preload: false };
const options: Readonly<Record<Rules, object>> = {
  all: { ...reported, runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] } },
  'of the layout': {
    ...reported,
    runOnly: {
      type: 'rule',
      values: ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'],
    },
  },
  'of words': { ...reported, runOnly: { type: 'rule', values: ['target-size'] } },
};
/** How a page is looked at: how wide its window is, and whether axe looks at it too. */
export interface Look {
  readonly width: number;
  readonly rules?: Rules | undefined;
}

const seenSchema = z.object({
  lang: z.string(),
  title: z.string(),
  heading: z.string(),
  text: z.string(),
  looks: z.array(
    z.object({
      width: z.int(),
      /** How many pixels of the page are beside its window. */
      sideways: z.number(),
      /** Violations, as `rule at element`. */
      violations: z.array(z.string()),
    }),
  ),
});
/** What is seen of a page: its words, and one entry for each look. */
export type Seen = Readonly<z.infer<typeof seenSchema>>;

/** Writes a document into the frame and looks at it: of axe's result, which also tells all that is right, the rest stays. */
const lookScript = `async ({ written, looks }) => {
  const frame = document.querySelector('iframe');
  const { contentWindow: view, contentDocument: shown } = frame;
  const widen = (width) => Object.assign(frame.style, { width: width + 'px' });
  widen(looks[0].width);
  shown.open();
  const loaded = new Promise((resolve) => view.addEventListener('load', resolve, { once: true }));
  shown.write(written);
  shown.close();
  await loaded;
  const { documentElement: html, body, title } = shown;
  const { innerText: text } = body;
  await shown.fonts.ready;
  const seen = { lang: html.lang, title, heading: shown.querySelector('h1')?.innerText ?? '', text, looks: [] };
  for (const { width, options } of looks) {
    widen(width);
    const sideways = html.scrollWidth - html.clientWidth;
    const { passes, violations } = options ? await view.axe.run(shown, options) : { passes: [true], violations: [] };
    if (passes.length + violations.length === 0) throw new Error('axe found nothing to look at');
    seen.looks.push({
      width,
      sideways,
      violations: violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ' at ' + target.join(' '))),
    });
  }
  return seen;
}`;

export interface AxeWindow {
  /** Shows a document as a browser has it after it loaded a page of the app, and looks at it; the last look stays. */
  look(html: string, looks: readonly Look[]): Promise<Seen>;
  close(): Promise<void>;
}

/**
 * A window that stays on one page of the app, with its content security policy, in whose frame other documents are
 * written: to read axe, to make it ready and to run it for the first time take longer than its later runs. A frame is
 * made wider without a word to the browser's other processes, which also draw nothing of what is outside the window.
 */
export async function openForAxe(browser: Browser, url: string): Promise<AxeWindow> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 100, height: 100 } });
  const page = await context.newPage();
  await page.goto(url);
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    Object.assign(frame.style, { position: 'absolute', top: '0', left: '0', border: '0', height: '844px' });
    document.body.replaceChildren(frame);
  });
  const [frame] = page.mainFrame().childFrames();
  if (!frame) throw new Error('there is no frame to write into');
  await frame.evaluate(source);
  await frame.evaluate(keepColours);
  return {
    look: async (html, looks) => {
      const written = `<!doctype html>${html.replace(/^<!doctype html>/iu, '')}`;
      const asked = { written, looks: looks.map(({ width, rules }) => ({ width, options: rules && options[rules] })) };
      return seenSchema.parse(await page.evaluate(`(${lookScript})(${JSON.stringify(asked)})`));
    },
    close: () => context.close(),
  };
}
