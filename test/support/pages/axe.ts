import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import * as z from 'zod';

// As @axe-core/playwright brings it; injected by ourselves, once for all widths at which a page is looked at.
const source = readFileSync(
  createRequire(import.meta.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
);
const rules = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] },
  resultTypes: ['violations'],
  preload: false,
};
const resultSchema = z.object({
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ target: z.array(z.unknown()) })) })),
  testEngine: z.object({ name: z.literal('axe-core') }),
});

/**
 * Prepares a page of a window without JavaScript; what comes back finds the violations of WCAG 2.2 AA on whatever the
 * page shows. Scripts are let run only then, when the page is there: axe is one.
 */
export async function openForAxe(page: Page): Promise<() => Promise<string[]>> {
  const session = await page.context().newCDPSession(page);
  const scripts = (allowed: boolean) => session.send('Emulation.setScriptExecutionDisabled', { value: !allowed });
  await scripts(false);
  return async () => {
    await scripts(true);
    if (!(await page.evaluate('"axe" in window'))) await page.evaluate(source);
    const result = resultSchema.parse(await page.evaluate(`axe.run(document, ${JSON.stringify(rules)})`));
    await scripts(false);
    return result.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`));
  };
}
