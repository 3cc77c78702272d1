import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../local/paths.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const [programme = ''] = /^### A programme$.+?(?=^### )/msu.exec(readme) ?? [];
const [lists = ''] = /in `functions\/app\/` \(([^)]+)\)/u.exec(programme)?.slice(1) ?? [];
const namesIn = (text: string): string[] => [...text.matchAll(/`([^`]+)`/gu)].map(([, name = '']) => name);

/** What a capability has, on the case of screening. */
const own = readdirSync(join(root, 'functions/screening'), { recursive: true, encoding: 'utf8' });
const isThere = (name: string): boolean => {
  const path = name.replace('CAPABILITY', 'screening');
  return (
    existsSync(join(root, path)) ||
    own.some((file) => (path.startsWith('*') ? file.endsWith(path.slice(1)) : file === path))
  );
};

const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs')).flatMap((file) => (file.endsWith('.md') ? [`docs/${file}`] : [])),
];

it.each(pages)('every file that %s names by its whole path is there', (page) => {
  const path = /`((?:docs|functions|infra|local|ops|rounds|test|workflows)\/[a-z\d./-]+[.][a-z]+)`/gu;
  const named = [...readFileSync(join(root, page), 'utf8').matchAll(path)].map(([, name = '']) => name);
  expect(named.filter((name) => !existsSync(join(root, name)))).toEqual([]);
});

it('every picture of the README is there, and no other', () => {
  const shown = [...readme.matchAll(/\]\(docs\/images\/([a-z\d-]+[.]png)\)/gu)].map(([, name = '']) => name);
  expect(shown.toSorted()).toEqual(readdirSync(join(root, 'docs/images')).toSorted());
});

describe('what the README says of adding a programme', () => {
  it.each(namesIn(lists))('the list %s is in functions/app/', (list) => {
    expect(readdirSync(join(root, 'functions/app'))).toContain(`${list}.ts`);
  });

  it('names the lists of the lines that the decision record counts, no other and none less', () => {
    const record = readFileSync(join(root, 'docs/adr/0016-rooms.md'), 'utf8');
    const counted = [...record.matchAll(/^(\S+)[.]ts +export \{/gmu)].map(([, path = '']) => path);
    const named = namesIn(programme).map((name) => name.replace(/[.]ts$/u, ''));
    const inApp = namesIn(lists).map((list) => `functions/app/${list}`);
    expect(
      [...inApp, ...named.filter((name) => /^infra\/definitions$|^test\/support\/brought$/u.test(name))].toSorted(),
    ).toEqual(counted.toSorted());
  });

  it.each(namesIn(programme).filter((name) => /[.](ts|cjs)$/u.test(name)))('the file %s is there', (name) => {
    expect(isThere(name)).toBe(true);
  });
});
