import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forms } from '../../../functions/forms/round-form.ts';
import { checkRound } from '../../../functions/rounds/check-round.ts';
import type { WrittenDraft } from '../../../functions/rounds/round.ts';
import { root } from '../../../local/paths.ts';
import { copies } from '../copies.ts';

/** The academy's round of `rounds/`, checked with its real form. */
export const academyDraft = copies((): WrittenDraft => {
  const checked = checkRound(readFileSync(join(root, 'rounds/academy-2027h1.yaml'), 'utf8'), Object.fromEntries(forms));
  if (!checked.ok) throw new Error('the demo round is not right');
  return checked.round;
});
