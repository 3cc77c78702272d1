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

const text = new TextEncoder();

/** All files of `/assets/`; the fonts' addresses are the ones that the style sheet names. */
export const assets: ReadonlyMap<string, Asset> = new Map([
  [stylesheetPath, { type: 'text/css; charset=utf-8', bytes: text.encode(stylesheet) }],
  [scriptPath, { type: 'text/javascript; charset=utf-8', bytes: text.encode(script) }],
  [passkeyScriptPath, { type: 'text/javascript; charset=utf-8', bytes: text.encode(passkeyScript) }],
  [iconPath, { type: 'image/svg+xml', bytes: text.encode(icon) }],
  [fontPaths.regular, { type: 'font/woff2', bytes: regular }],
  [fontPaths.bold, { type: 'font/woff2', bytes: bold }],
]);

export const handler = assetsHandler(assets);
