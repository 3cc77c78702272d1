import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import * as z from 'zod';
import { browserScript } from './browser-script.ts';

const source = join(import.meta.dirname, '../functions/assets/stylesheet.ts');
const scripts = join(import.meta.dirname, '../functions/assets/script');

const madeSchema = z.object({ stylesheet: z.string(), icon: z.string() });

const address = (name: string, extension: string, content: string): string =>
  `/assets/${name}.${createHash('sha256').update(content).digest('hex').slice(0, 12)}.${extension}`;

/** The file in which pages find the addresses of style sheet, scripts and mark, without having to carry and hash them. */
export async function renderAssetAddresses(): Promise<string> {
  const { outputFiles } = buildSync({
    entryPoints: [source],
    bundle: true,
    write: false,
    format: 'esm',
    loader: { '.css': 'text' },
  });
  const code = outputFiles.map(({ text }) => text).join('');
  const { stylesheet, icon } = madeSchema.parse(await import(`data:text/javascript,${encodeURIComponent(code)}`));
  return [
    '/* Made by `npm run generate`: these change with the content, so that it may be kept for ever. */',
    '',
    `export const stylesheetPath = '${address('pages', 'css', stylesheet)}';`,
    `export const scriptPath = '${address('pages', 'js', await browserScript(join(scripts, 'main.ts')))}';`,
    `export const passkeyScriptPath = '${address('passkey', 'js', await browserScript(join(scripts, 'passkey.ts')))}';`,
    `export const iconPath = '${address('mark', 'svg', icon)}';`,
    '',
  ].join('\n');
}
