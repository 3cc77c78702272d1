import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { parse } from 'tldts-icann';
import { expect, it } from 'vitest';
import { stylesheetPath } from '../../functions/assets/addresses.ts';
import { stylesheet } from '../../functions/assets/stylesheet.ts';
import { builtinsOnDemand } from '../../infra/builtins-on-demand.ts';
import { bundleFolder } from '../../infra/bundle.ts';
import { entryFiles } from '../../infra/entry-files.ts';
import { evaluatedLate, namesOf } from '../../infra/evaluated-late.ts';
import { pretendardFiles } from '../../infra/font-files.ts';
import { root } from '../../local/paths.ts';
import { paperOf } from '../support/paper.ts';

const names = (await readdir(bundleFolder)).filter((name) => !name.includes('.'));
const codeOf = (name: string): Promise<string> => readFile(join(bundleFolder, name, 'index.mjs'), 'utf8');

it.each(names)('%s imports nothing, so that Node reads no export that nobody uses', async (name) => {
  const code = await codeOf(name);
  expect(code.match(/(?:^|[;}])\s*import\s*[{*\w"'][^;]{0,60}/gmu) ?? []).toEqual([]);
  // What esbuild leaves if a dependency requires a file that is not in the bundle.
  expect(code).not.toContain('Dynamic require of');
});

it.each(names)('%s looks for credentials in its environment and nowhere else', async (name) => {
  const code = await codeOf(name);
  expect(code).not.toContain('.aws/config');
  expect(code).not.toContain('AWS_CONTAINER_CREDENTIALS_FULL_URI');
});

it('the style sheet is in the Lambda that serves it, and pages know its address alone', async () => {
  const codes = await Promise.all(names.map(async (name) => ({ name, code: await codeOf(name) })));
  const [rule = ''] = /@font-face\b/u.exec(stylesheet) ?? [];
  expect(rule).not.toBe('');
  expect(codes.filter(({ code }) => code.includes(rule)).map(({ name }) => name)).toEqual(['assets-assets']);
  expect(codes.find(({ name }) => name === 'requests-pages')?.code).toContain(stylesheetPath);
});

it.each([
  ['seats-pages', 'ical-generator', 'a calendar'],
  ['outbox-dispatch', 'ical-generator', 'a calendar'],
  ['outbox-dispatch', 'nodemailer/lib/mail-composer', 'a mail'],
  ['agreements-pages', 'pdfkit', 'a paper'],
  ['letters-pdf', 'pdfkit', 'a paper'],
  ['statements-pages', 'pdfkit', 'a paper'],
])('%s evaluates %s where %s is made, and not at its start', async (name, generator) => {
  const { metafile } = await build({
    entryPoints: [entryFiles().get(name) ?? ''],
    outfile: 'nowhere.mjs',
    write: false,
    bundle: true,
    format: 'esm',
    platform: 'node',
    loader: { '.css': 'text', '.woff2': 'base64' },
    metafile: true,
  });
  const kinds = Object.values(metafile.inputs).flatMap(({ imports }) =>
    imports.filter(({ original }) => original === generator).map(({ kind }) => kind),
  );
  expect([...new Set(kinds)]).toEqual(['dynamic-import']);
});

it.each(names)('%s leaves out what the AWS clients have for streams of events, which nobody uses', async (name) => {
  expect(await codeOf(name)).not.toContain('HeaderMarshaller');
});

it('a package that few invocations need is text until its first call, and answers as it does elsewhere', async () => {
  const outfile = join(await mkdtemp(join(tmpdir(), 'sfa-late-')), 'late.mjs');
  const source = `
    import { parse } from 'tldts-icann';
    const made = async () => Object.values(await import('ical-generator')).map((one) => typeof one).join();
    globalThis.late = { parse, made };`;
  await build({
    stdin: { contents: source, resolveDir: import.meta.dirname },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    plugins: [builtinsOnDemand, evaluatedLate],
  });
  const script = `await import(${JSON.stringify(pathToFileURL(outfile))}); const { domain } = late.parse('a.b.co.kr'); console.log(domain, await late.made())`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  expect(stdout.trim()).toBe(`${parse('a.b.co.kr').domain} object,object,object,object,function`);
  // Each stands in one text.
  const [, ...texts] = (await readFile(outfile, 'utf8')).split('.compileFunction(');
  expect(texts.map((text) => /^["'`]/u.test(text) && text.length > 30_000)).toEqual([true, true]);
  await rm(dirname(outfile), { recursive: true });
});

it('a paper of a bundle is the very paper that is made elsewhere', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sfa-paper-'));
  const source = `
    import { paperOf } from ${JSON.stringify(join(root, 'test/support/paper.ts'))};
    console.log(await paperOf(${JSON.stringify(dirname(pretendardFiles.regular))}));`;
  await build({
    stdin: { contents: source, resolveDir: import.meta.dirname, loader: 'ts' },
    outfile: join(folder, 'paper.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    plugins: [builtinsOnDemand, evaluatedLate],
  });
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'paper.mjs')]);
  expect(stdout.trim()).toBe(await paperOf(dirname(pretendardFiles.regular)));
  await rm(folder, { recursive: true });
});

it.each(names)('%s has the zod whose schemas are made when they are used, wherever it has one', async (name) => {
  const code = await codeOf(name);
  expect(code.includes('"ZodObject"')).toBe(code.includes('"Late"'));
});

it('what code takes of a package that is carried as text is listed, since an import on demand is not checked by the build', async () => {
  const files = (await readdir(join(root, 'functions'), { recursive: true })).filter((file) => /[.]tsx?$/u.test(file));
  const texts = await Promise.all(files.map((file) => readFile(join(root, 'functions', file), 'utf8')));
  const taken = texts.flatMap((text) =>
    [...text.matchAll(/const \{([^}]*)\} = await import\('([^']+)'\)/gu)].flatMap(([, names = '', from = '']) =>
      from in namesOf ? names.split(/,(?!\s*$)/u).map((name) => `${from}: ${name.split(/[:,]/u)[0]?.trim()}`) : [],
    ),
  );
  const listed = Object.entries(namesOf).flatMap(([from, names]) => names.map((name) => `${from}: ${name}`));
  expect(taken.length).toBeGreaterThan(3);
  expect(taken.filter((one) => !listed.includes(one))).toEqual([]);
});
