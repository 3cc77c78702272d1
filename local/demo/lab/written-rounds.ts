import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type * as z from 'zod';
import { forms } from '../../../functions/forms/round-form.ts';
import { contradictions } from '../../../functions/rounds/contradictions.ts';
import { type WrittenDraft, writtenDraftSchema } from '../../../functions/rounds/round.ts';
import { once } from '../../../functions/shared/once.ts';
import { root } from '../../paths.ts';
import { Problem } from '../../problem.ts';

/** A file of `rounds/` as far as a demonstration changes it, read once. */
export const roundFile = <Schema extends z.ZodType>(file: string, schema: Schema): (() => z.output<Schema>) =>
  once(() => schema.parse(parse(readFileSync(join(root, file), 'utf8'))));

/** What was made of such a file, checked as a file is. */
export function checkedRound(id: string, round: unknown): WrittenDraft {
  const { success, data, error } = writtenDraftSchema.safeParse(round);
  const wrong = success ? contradictions(data, Object.fromEntries(forms)) : error.issues;
  if (!success || wrong.length > 0) throw new Problem(`The demo's round ${id} is not right: ${JSON.stringify(wrong)}`);
  return data;
}
