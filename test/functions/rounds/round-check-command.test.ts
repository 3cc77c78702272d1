import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, expect, it, vi } from 'vitest';
import { root } from '../../../local/paths.ts';
import { roundCheck } from '../../../ops/commands/rounds.ts';

const folder = mkdtempSync(join(tmpdir(), 'rounds-'));
afterAll(() => rmSync(folder, { recursive: true }));
const yaml = readFileSync(join(root, 'rounds/academy-2027h1.yaml'), 'utf8');

async function check(bytes: Buffer): Promise<string> {
  const file = join(folder, 'round.yaml');
  writeFileSync(file, bytes);
  const said: string[] = [];
  const keep = (line: unknown) => void said.push(String(line));
  const log = vi.spyOn(console, 'log').mockImplementation(keep);
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
    keep(line);
    return true;
  });
  await roundCheck(file).catch(keep);
  log.mockRestore();
  write.mockRestore();
  return said.join('');
}

it('a round’s file that an editor saved in CP949 is read as what it is, and that is said', async () => {
  const said = await check(iconv.encode(yaml.replaceAll('’', "'"), 'cp949'));
  expect(said).toContain('The file is in CP949, not UTF-8');
  expect(said).toContain('academy-2027h1 is right');
  expect(await check(Buffer.from(yaml))).not.toContain('CP949');
});

it('one in an encoding that nobody knows is refused', async () => {
  const bytes = Buffer.concat([Buffer.from(yaml), Buffer.from('# Zoë', 'latin1')]);
  expect(await check(bytes)).toContain('is neither UTF-8 nor CP949');
});

it('what is written by hand is said with its line, and that nothing was compared where there is no cloud', async () => {
  const said = await check(Buffer.from(yaml.replace('when: closesAt', 'date: 2027-01-29')));
  const line = yaml.split('\n').findIndex((text) => text.includes('when: closesAt')) + 1;
  expect(said).toContain('Not compared with what is loaded');
  expect(said).toContain(`round.yaml:${line} whatHappens[1].date is 2027-01-29, when applications close: write "when`);
});

it('the days that follow are shown with their names, so that nobody counts them', async () => {
  const said = await check(Buffer.from(yaml));
  expect(said).toContain('closesAt      Friday, 29 January 2027, 18:00 KST (applications close)');
  expect(said).toContain('reviewsDue    Tuesday, 16 February 2027 (the reviews are due)');
  expect(said).toContain('waitlistEnd   Friday, 5 March 2027, 15:00 KST (the waitlist ends)');
});
