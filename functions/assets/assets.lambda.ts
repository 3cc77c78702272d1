import bold from 'pretendard-gov/dist/web/static/woff2-subset/PretendardGOV-Bold.subset.woff2';
import regular from 'pretendard-gov/dist/web/static/woff2-subset/PretendardGOV-Regular.subset.woff2';
import { iconPath, passkeyScriptPath, scriptPath, stylesheetPath } from './addresses.ts';
import { type Asset, assetsHandler } from './assets.ts';
import { fontPaths } from './fonts.ts';
// oxlint-disable-next-line import/default -- what comes is the text of the built script, and not the module
import script from './script/main.ts?script';
// oxlint-disable-next-line import/default -- as above
import passkeyScript from './script/passkey.ts?script';
import { icon, stylesheet } from './stylesheet.ts';

/** All files of `/assets/`; the fonts' addresses are the ones that the style sheet names. */
export const assets: ReadonlyMap<string, Asset> = new Map<string, Asset>([
  [stylesheetPath, { type: 'text/css; charset=utf-8', content: stylesheet }],
  [scriptPath, { type: 'text/javascript; charset=utf-8', content: script }],
  [passkeyScriptPath, { type: 'text/javascript; charset=utf-8', content: passkeyScript }],
  [iconPath, { type: 'image/svg+xml', content: icon }],
  [fontPaths.regular, { type: 'font/woff2', content: regular, isBase64: true }],
  [fontPaths.bold, { type: 'font/woff2', content: bold, isBase64: true }],
]);

export const handler = assetsHandler(assets);
