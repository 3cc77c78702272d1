import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { root } from '../../local/paths.ts';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const packageSchema = z.object({ devDependencies: z.object({ node: z.string(), '@types/node': z.string() }) });
const { devDependencies } = packageSchema.parse(JSON.parse(read('package.json')));
const [major = ''] = devDependencies.node.split('.');

/** Wherever a version of Node stands: a Lambda runtime, a target of the bundler, a sentence. */
const mentions = /\b(?:nodejs|NODEJS_|node@?|Node )(\d\d)\b(?!\d)/gu;
const files = ['README.md', 'package.json', '{infra,functions,local,ops,test,docs}/**/*.{ts,tsx,mjs,md,json}'];

describe("Node's version", () => {
  it('is the same in each place: the binary here, its types, the bundle, the Lambda runtime, the docs', () => {
    expect(process.versions.node).toBe(devDependencies.node);
    expect(devDependencies['@types/node'].split('.')[0]).toBe(major);
    expect(read('infra/bundle.ts')).toContain(`target: 'node${major}'`);
    expect(read('infra/constructs/entry-function.ts')).toContain(`Runtime.NODEJS_${major}_X`);
    expect(read('local/node-binary.mjs')).toContain(`of version ${devDependencies.node}.`);
  });

  it('is named nowhere as another one', () => {
    const found = globSync(files, { cwd: root, exclude: ['**/recorded/**'] }).flatMap((file) =>
      [...read(file).matchAll(mentions)].map(([said, version]) => ({ file, said, version })),
    );
    expect(found.length).toBeGreaterThan(5);
    expect(found.filter(({ version }) => version !== major)).toEqual([]);
  });
});
