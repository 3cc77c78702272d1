import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { localDir } from './paths.ts';

/*
 * What the cloud holds at the moment (which app, which demo data). The cloud's state reaches the disk only when it is
 * stopped in order, so the notes do the same: after a crash they say what the older state on the disk holds.
 */
const noteSchema = z.record(z.string(), z.string());

const current = join(localDir, 'notes.json');
const kept = join(localDir, 'cloud', 'notes.json');

const read = (): z.infer<typeof noteSchema> =>
  existsSync(current) ? noteSchema.parse(JSON.parse(readFileSync(current, 'utf8'))) : {};

/** At a start: back to what the saved state holds. */
export function openNotes(): void {
  mkdirSync(localDir, { recursive: true });
  if (existsSync(kept)) copyFileSync(kept, current);
  else rmSync(current, { force: true });
}

/** After the state was saved. */
export function keepNotes(): void {
  if (existsSync(current)) copyFileSync(current, kept);
}

export const recall = (name: string): string | undefined => read()[name];

export const remember = (name: string, value: string): void =>
  writeFileSync(current, JSON.stringify({ ...read(), [name]: value }));
