import { existsSync, rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const installed = '/usr/bin/chromium';

declare global {
  var testBrowser: Promise<Browser> | undefined;
}

/** The one browser of a test run, started by whoever needs it first. */
export const testBrowser = (): Promise<Browser> => {
  globalThis.testBrowser ??= openBrowser();
  return globalThis.testBrowser;
};

/** Starts Chromium: the system's if there is one, else the one that npm brought (`BROWSER=npm` asks for that one). */
export async function openBrowser(): Promise<Browser> {
  if (existsSync(installed) && process.env.BROWSER !== 'npm') {
    return chromium.launch({ executablePath: installed, args: ['--no-sandbox'] });
  }
  const directory = await mkdtemp(join(tmpdir(), 'sfa-chromium-'));
  const { executablePath, env } = await unpack(directory);
  await writeFile(join(directory, 'fonts/fonts.conf'), fontsConf(directory));
  const browser = await chromium.launch({ executablePath, env, args: ['--no-sandbox'] });
  // Vitest ends its worker by a signal, on which Playwright closes the browser: the worker's own exit is not told.
  browser.on('disconnected', () => rmSync(directory, { recursive: true, force: true }));
  return browser;
}

/** The package's own names /tmp/fonts alone: with that, Chromium finds no font, gives text no height, and may crash. */
const fontsConf = (directory: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(directory, 'fonts')}</dir>
  <cachedir>${join(directory, 'fonts-cache')}</cachedir>
</fontconfig>
`;

/**
 * Unpacks the npm package's Chromium with the libraries that a bare machine lacks. The package does that only if it
 * believes to be in a Lambda, into the temporary directory, and by changing our environment, which is put back.
 */
async function unpack(directory: string) {
  const before = { ...process.env };
  Object.assign(process.env, { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x', TMPDIR: directory });
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    const executablePath = await packaged.executablePath();
    const { LD_LIBRARY_PATH = '' } = process.env;
    const known = Object.fromEntries(
      Object.entries(before).filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
    return { executablePath, env: { ...known, LD_LIBRARY_PATH, FONTCONFIG_PATH: join(directory, 'fonts') } };
  } finally {
    for (const name of ['AWS_EXECUTION_ENV', 'TMPDIR', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH']) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}
