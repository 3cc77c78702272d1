import bold from 'pretendard-gov/dist/web/static/woff2-subset/PretendardGOV-Bold.subset.woff2';
import regular from 'pretendard-gov/dist/web/static/woff2-subset/PretendardGOV-Regular.subset.woff2';
import { iconPath, stylesheetPath } from './addresses.ts';
import { type Asset, assetsHandler } from './assets.ts';
import { fontPaths } from './fonts.ts';
import { icon, stylesheet } from './stylesheet.ts';

const text = new TextEncoder();

/** All files of `/assets/`; the fonts' addresses are the ones that the style sheet names. */
export const assets: ReadonlyMap<string, Asset> = new Map([
  [stylesheetPath, { type: 'text/css; charset=utf-8', bytes: text.encode(stylesheet) }],
  [iconPath, { type: 'image/svg+xml', bytes: text.encode(icon) }],
  [fontPaths.regular, { type: 'font/woff2', bytes: regular }],
  [fontPaths.bold, { type: 'font/woff2', bytes: bold }],
]);

export const handler = assetsHandler(assets);
