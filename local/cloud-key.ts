import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { CloudKey } from './aws-query.ts';
import { secretText } from './hidden.ts';

const keySchema = z.object({ accessKeyId: z.string(), secretAccessKey: z.string() });

/** A key that nobody knows yet, in the characters that AWS gives its own. */
export const newKey = (): CloudKey => ({
  accessKeyId: `LOCAL${secretText()
    .toUpperCase()
    .replace(/[^A-Z0-9]/gu, '7')}`,
  secretAccessKey: secretText(),
});

/** The key of a cloud whose state is kept: made at its first start, so that whoever has it goes on after another. */
export function keptKey(stateDir: string): CloudKey {
  const file = join(stateDir, 'key.json');
  if (existsSync(file)) return keySchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const key = newKey();
  mkdirSync(stateDir, { recursive: true });
  writeFileSync(file, JSON.stringify(key), { mode: 0o600 });
  return key;
}
