import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import {
  cruise,
  type ICruiseOptions,
  type ICruiseResult,
  type IForbiddenRuleType,
  type IModule,
  type IReachabilityForbiddenRuleType,
  type IReporterOutput,
} from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { root } from '../../local/paths.ts';

const options = await extractOptions(join(root, '.dependency-cruiser.cjs'));

type Rule = IForbiddenRuleType;
const rules: readonly Rule[] = options.ruleSet?.forbidden ?? [];

/** Without a process for each of many. */
const cruised = (baseDir: string, folders: readonly string[], forbidden: readonly Rule[], more: ICruiseOptions) =>
  cruise([...folders], { ...options, ruleSet: { ...options.ruleSet, forbidden: [...forbidden] }, baseDir, ...more });

function resultOf({ output }: IReporterOutput): ICruiseResult {
  if (typeof output === 'string') throw new Error(output);
  return output;
}

type Files = Readonly<Record<string, string>>;

/** What is said of a small app of these files. */
async function cruisedApp(files: Files, forbidden: readonly Rule[], more: ICruiseOptions) {
  const folder = mkdtempSync(join(tmpdir(), 'sfa-imports-'));
  try {
    for (const [path, content] of Object.entries({ 'package.json': '{}', ...files })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    const folders = new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''));
    return await cruised(folder, [...folders], forbidden, more);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** As `depcruise` says it. To read all rules takes longer than such an app. */
async function checkApp(files: Files, forbidden = rules) {
  const { output, exitCode } = await cruisedApp(files, forbidden, { outputType: 'err' });
  return { status: exitCode, output: stripVTControlCharacters(z.string().parse(output)) };
}

const reaches = (rule: Rule): rule is IReachabilityForbiddenRuleType =>
  'to' in rule && 'reachable' in rule.to && rule.to.reachable === true;

const matching = (paths: string | readonly string[] | undefined): RegExp =>
  new RegExp([paths ?? []].flat().join('|'), 'u');

/** The modules from which somebody may not come to others, and does. `depcruise` looks for a way between each two. */
function comingTo({ from, to }: IReachabilityForbiddenRuleType, modules: readonly IModule[]): string[] {
  const importers = new Map<string, string[]>();
  for (const { source, dependencies } of modules) {
    for (const { resolved } of dependencies) importers.set(resolved, [...(importers.get(resolved) ?? []), source]);
  }
  const found = new Set(modules.flatMap(({ source }) => (matching(to.path).test(source) ? [source] : [])));
  for (const source of found) for (const importer of importers.get(source) ?? []) found.add(importer);
  return [...found].filter((source) => matching(from.path).test(source));
}

const leaf = 'export const leaf = 1;';
const imports = (path: string) => `import { leaf } from '${path}';\nexport const found = leaf;`;
const pageFromAfar = {
  'infra/app.ts': imports('../functions/a/x.ts'),
  'infra/other.ts': imports('../functions/a/y.ts'),
  'functions/a/x.ts': imports('./page.tsx'),
  'functions/a/y.ts': leaf,
  'functions/a/page.tsx': imports('./y.ts'),
};
const sdk = {
  'node_modules/@aws-sdk/client-kms/package.json': '{ "name": "@aws-sdk/client-kms", "main": "index.js" }',
  'node_modules/@aws-sdk/client-kms/index.js': 'exports.leaf = 1;',
};

describe('the checker of imports', () => {
  it.each<[rule: string, files: Files]>([
    ['no-cycles', { 'functions/a/x.ts': imports('./y.ts'), 'functions/a/y.ts': imports('./x.ts') }],
    [
      'no-cycles',
      {
        'functions/a/x.ts': "import type { Y } from './y.ts';\nexport type X = Y | 1;",
        'functions/a/y.ts': "import type { X } from './x.ts';\nexport type Y = X | 2;",
      },
    ],
    ['no-missing', { 'functions/a/x.ts': imports('./nowhere.ts') }],
    [
      'rooms-know-only-those-below',
      { 'functions/shared/x.ts': imports('../outbox/entry.ts'), 'functions/outbox/entry.ts': leaf },
    ],
    [
      'rooms-know-only-those-below',
      { 'functions/requests/x.ts': imports('../screening/y.ts'), 'functions/screening/y.ts': leaf },
    ],
    [
      'rooms-know-only-those-below',
      {
        'functions/applications/x.ts': "import type { Y } from '../seats/y.ts';\nexport type X = Y;",
        'functions/seats/y.ts': 'export type Y = 1;',
      },
    ],
    ['rooms-know-only-those-below', { 'functions/cohort/x.ts': imports('../app/y.ts'), 'functions/app/y.ts': leaf }],
    [
      'entries-know-only-those-below-and-the-whole',
      { 'functions/screening/pages.lambda.tsx': imports('../seats/y.ts'), 'functions/seats/y.ts': leaf },
    ],
    ['rooms-are-listed', { 'functions/attic/x.ts': imports('./y.ts'), 'functions/attic/y.ts': leaf }],
    [
      'exception-1',
      {
        'functions/shared/database/commit.ts': imports('../../outbox/deliver.ts'),
        'functions/outbox/deliver.ts': leaf,
      },
    ],
    ['domain-without-aws', { ...sdk, 'functions/requests/request.ts': imports('@aws-sdk/client-kms') }],
    [
      'domain-without-aws',
      { 'functions/outbox/entry.ts': imports('./outbox-table.ts'), 'functions/outbox/outbox-table.ts': leaf },
    ],
    [
      'nobody-imports-an-entry',
      { 'functions/a/x.ts': imports('./pages.lambda.tsx'), 'functions/a/pages.lambda.tsx': leaf },
    ],
    [
      'entries-only-wire',
      {
        'functions/a/x.ts': imports('../shared/aws/read-environment.ts'),
        'functions/shared/aws/read-environment.ts': leaf,
      },
    ],
    ['plain-node-runs-no-tsx', pageFromAfar],
    ['no-tests-in-production', { 'local/x.ts': imports('../test/support/y.ts'), 'test/support/y.ts': leaf }],
    ['functions-know-nobody-above', { 'functions/a/x.ts': imports('../../infra/stage.ts'), 'infra/stage.ts': leaf }],
    [
      'workflows-know-only-steps',
      { 'workflows/a/definition.ts': imports('../../functions/a/x.ts'), 'functions/a/x.ts': leaf },
    ],
    [
      'browsers-get-no-more',
      { 'functions/assets/script/x.ts': imports('../../shared/names.ts'), 'functions/shared/names.ts': leaf },
    ],
    [
      'joints-import-nothing',
      {
        'functions/seats/joints.ts': "import type { Y } from '../shared/y.ts';\nexport type X = Y;",
        'functions/shared/y.ts': 'export type Y = 1;',
      },
    ],
  ])('fails on a planted breach of %s', async (rule, files) => {
    const { status, output } = await checkApp(
      files,
      rules.filter(({ name }) => name === rule),
    );
    expect(output).toContain(`error ${rule}:`);
    expect(status).toBeGreaterThan(0);
  });

  it('passes if imports point one way', async () => {
    const { status, output } = await checkApp({
      'functions/seats/pages.lambda.tsx': `${imports('./use-case.ts')}\nexport { leaf } from '../app/list.ts';`,
      'functions/seats/use-case.ts': imports('../screening/x.ts'),
      'functions/screening/x.ts': imports('../shared/leaf.ts'),
      'functions/shared/leaf.ts': leaf,
      'functions/app/list.ts': leaf,
      'functions/seats/joints.ts': "export const leaf = 1;\ndeclare module '../shared/leaf.ts' {\n  interface X {}\n}",
      'workflows/a/definition.ts': imports('../../functions/seats/joints.ts'),
    });
    expect(output).toContain('no dependency violations');
    expect(status).toBe(0);
  });

  const far = rules.filter(reaches);

  it('sees every file of this app, and finds nothing', async () => {
    const folders = ['functions', 'workflows', 'infra', 'ops', 'local', 'test'];
    const near = rules.filter((rule) => !reaches(rule));
    const { summary, modules } = resultOf(await cruised(root, folders, near, {}));
    console.log(`imports: ${summary.totalCruised} modules checked`);
    expect(summary.violations).toEqual([]);
    expect(summary.totalCruised).toBeGreaterThan(200);
    expect(far.flatMap((rule) => comingTo(rule, modules))).toEqual([]);
  });

  it('finds by itself what depcruise finds of those who come to others over several files', async () => {
    expect(far).toMatchObject([{ name: 'plain-node-runs-no-tsx' }]);
    expect(far.map(({ from, to }) => [Object.keys(from), Object.keys(to)])).toEqual([
      [['path'], ['path', 'reachable']],
    ]);
    const { summary, modules } = resultOf(await cruisedApp(pageFromAfar, far, {}));
    expect(summary.violations.map(({ from }) => from)).toEqual(['infra/app.ts']);
    expect(far.flatMap((rule) => comingTo(rule, modules))).toEqual(['infra/app.ts']);
  });
});
