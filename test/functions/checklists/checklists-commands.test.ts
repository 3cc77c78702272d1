import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { root } from '../../../local/paths.ts';
import {
  checklistRows,
  checklistsCheck,
  checklistsList,
  checklistsLoad,
  checklistsShow,
} from '../../../ops/checklists/checklists-commands.ts';
import { checklistWorld } from '../../support/checklists/checklist-world.ts';

const folder = mkdtempSync(join(tmpdir(), 'checklists-'));
afterAll(() => rmSync(folder, { recursive: true }));
const services = join(root, 'rules/checklists/lab-services.yaml');

const at = await checklistWorld();
const reach = { checklists: at.deps.checklists, requests: at.deps.requests };
const operator = { ...reach, commit: at.deps.commit, by: 'operator:test', now: at.now };
const flags = (yes: boolean) => ({ stage: 'local', yes, force: false });

/** What a command says, and what it complains of. */
async function said(command: Promise<void>): Promise<string> {
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line: unknown) => void lines.push(String(line)));
  const complaint = await command.then(
    () => '',
    (error: unknown) => String(error),
  );
  log.mockRestore();
  return [...lines, complaint].join('\n');
}

const changed = join(folder, 'changed.yaml');
writeFileSync(changed, readFileSync(services, 'utf8').replace('required: false', 'required: true'));

describe('the commands of checklists', () => {
  it('say what is wrong in a template, and load the next version only once that is confirmed', async () => {
    expect(await said(checklistsCheck(services))).toContain('10 items, all right. It is an example.');
    const bad = join(folder, 'bad.yaml');
    writeFileSync(bad, readFileSync(services, 'utf8').replace('evidence: remark', 'evidence: photo'));
    expect(await said(checklistsCheck(bad))).toMatch(/The file cannot be used:\n.*evidence should be "remark" or/su);
    expect(await said(checklistsLoad({ ...operator, flags: flags(false) }, changed))).toContain('Nothing was done');
    expect((await at.deps.checklists.template('services'))?.version).toBe(1);
    const loaded = await said(checklistsLoad({ ...operator, flags: flags(true) }, changed));
    expect(loaded).toContain('in the place of version 1. Lists that have begun stay as they are.');
    expect(loaded).toContain('Loaded as version 2.');
    expect(await said(checklistsLoad({ ...operator, flags: flags(true) }, changed))).toContain('version 2 stays');
  });

  it('show how far a list is and whom it waits for, and no word that somebody has typed', async () => {
    expect(await said(checklistsList(reach))).toBe('No checklist is under way.\n');
    await at.start('ops');
    await at.report('ops', 'network', { outcome: 'CANNOT', words: 'SECRET' });
    const id = 'services--firm--ops';
    expect(await said(checklistsList(reach))).toMatch(/services--firm--ops +0\/10 {2}due 2027-04-27 {2}to decide 1/u);
    const rows = Object.fromEntries((await checklistRows(reach, id)) ?? []);
    expect(rows).toMatchObject({
      state: 'under way, 0 of 10 items done',
      required: 'not all done',
      manager: 'han-sejin',
    });
    const shown = await said(checklistsShow(reach, id));
    expect(shown).toMatch(/network +IMPOSSIBLE +2027-05-07 {2}network, required/u);
    expect(shown).toContain('han-sejin until ');
    expect(shown).not.toContain('SECRET');
    expect(await checklistRows(reach, 'services--firm--none')).toBeUndefined();
    expect(await said(checklistsShow(reach, 'x'))).toContain('There is no checklist x.');
  });
});
