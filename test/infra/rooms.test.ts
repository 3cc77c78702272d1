import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../local/paths.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const filesOf = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));

/** The order of rooms, from the lowest up, as the checker of imports has it. */
const rooms = [
  ...(/const rooms = \[([^\]]+)\]/u.exec(read('.dependency-cruiser.cjs'))?.[1] ?? '').matchAll(/'([\w-]+)'/gu),
]
  .map(([, room = '']) => room)
  .filter(Boolean);

/** The workflows of a room's machines, as its joints name them. */
const workflowsOf = (room: string): string[] => {
  const joints = `functions/${room}/joints.ts`;
  const text = existsSync(join(root, joints)) ? read(joints) : '';
  const [, named = ''] = /interface Machines \{\s*readonly \w+:([^;]+);/u.exec(text) ?? [];
  return [...named.matchAll(/'([\w-]+)'/gu)].map(([, machine = '']) => machine);
};

/** Lines that name a capability where somebody would look who adds another: not its own, nor of those who know it. */
function linesNaming(capability: string): string[] {
  const knowing = rooms.slice(rooms.indexOf(capability), rooms.indexOf('app'));
  const own = [
    ...knowing.map((room) => `functions/${room}/`),
    ...knowing.map((room) => `test/support/${room}/`),
    ...knowing.flatMap(workflowsOf).map((machine) => `workflows/${machine}/`),
    `ops/${capability}/`,
  ];
  return ['functions', 'workflows', 'infra', 'ops', 'test/support']
    .flatMap(filesOf)
    .filter((file) => /\.tsx?$/u.test(file) && !own.some((folder) => file.startsWith(folder)))
    .flatMap((file) =>
      read(file)
        .split('\n')
        .filter((line) => line.toLowerCase().includes(capability))
        .map((line) => `${file}: ${line.trim()}`),
    );
}

describe('the rooms of functions/', () => {
  it('are in the order that the checker of imports goes by, every one', () => {
    const folders = readdirSync(join(root, 'functions'));
    expect(rooms.toSorted()).toEqual(folders.toSorted());
    expect(rooms.indexOf('requests')).toBeLessThan(rooms.indexOf('rounds'));
    expect(rooms.slice(-2)).toEqual(['app', 'people-changes']);
  });

  it('are told in that order, from the top down, by the README', () => {
    const [, told = ''] = /^functions\/ .+?\n(.+?)^workflows\//msu.exec(read('README.md')) ?? [];
    const named = [...told.matchAll(/^ {2}([a-z][\w-]*)\//gmu)].map(([, room = '']) => room);
    expect(named).toEqual(rooms.toReversed());
  });

  it('are each on one storey of the architecture', () => {
    const [, storeys = ''] = /^\| storey \|.+?\n(.+?)\n\n/msu.exec(read('docs/architecture.md')) ?? [];
    const named = storeys.split('\n').flatMap((row) => [...(row.split('|')[2] ?? '').matchAll(/`([\w-]+)\/`/gu)]);
    expect(named.map(([, room = '']) => room).toSorted()).toEqual(rooms.toSorted());
  });

  it.each(rooms.filter((room) => !['shared', 'assets'].includes(room)))(
    '%s is no larger than one can know: beyond that it is two capabilities',
    (room) => {
      const files = filesOf(`functions/${room}`);
      const lines = files.reduce((sum, file) => sum + read(file).split('\n').length - 1, 0);
      expect(files.length, 'files').toBeLessThanOrEqual(48);
      expect(lines, 'lines').toBeLessThanOrEqual(4500);
    },
  );

  it('have no folder in which one looks for long, what is shared by all too', () => {
    const folders = readdirSync(join(root, 'functions'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ parentPath, name }) => join(parentPath, name));
    const full = folders.filter((folder) => readdirSync(folder).length > 48);
    expect(full).toEqual([]);
  });

  it('are entered by at most eight lines outside: those that name screening, the real case', () => {
    const lines = linesNaming('screening');
    console.log(`screening is named by ${lines.length} lines outside:\n  ${lines.join('\n  ')}`);
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.length).toBeLessThanOrEqual(8);
  });
});

/** What a room brings stands in a file of this name, or says so in it, and is a line of one list. */
const brought = [
  { list: 'functions/app/tables.ts', from: 'functions', file: /-table[.]ts$/u, says: /export const \w+Shape\b/u },
  { list: 'functions/app/lambdas.ts', from: 'functions', file: /\/lambdas[.]ts$/u },
  {
    list: 'functions/app/ports-brought.ts',
    from: 'functions',
    file: /\/ports[.]ts$/u,
    says: /export const \w+Ports\b/u,
  },
  { list: 'ops/brought.ts', from: 'ops', file: /-ops[.]ts$/u, says: /export const \w+Ops\b/u },
  {
    list: 'test/support/brought.ts',
    from: 'test/support',
    file: /\/support[.]ts$/u,
    says: /export const \w+Support\b/u,
  },
];

it.each(brought)('what rooms bring to $list is all there', ({ list, from, file, says = /./u }) => {
  const files = filesOf(from).filter((path) => path !== list && file.test(path) && says.test(read(path)));
  const lines = read(list);
  expect(files.length).toBeGreaterThan(10);
  expect(
    files.filter((path) => !lines.includes(`'${relative(dirname(list), path).replace(/^(?!\.)/u, './')}'`)),
  ).toEqual([]);
});

describe('a construct', () => {
  it.each(filesOf('infra/constructs'))('has at most 150 lines: %s', (file) => {
    expect(read(file).split('\n').length - 1).toBeLessThanOrEqual(150);
  });
});
