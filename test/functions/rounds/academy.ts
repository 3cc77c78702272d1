import { readFileSync } from 'node:fs';
import { checkRound } from '../../../functions/rounds/check-round.ts';
import type { FormCatalogue } from '../../../functions/rounds/contradictions.ts';
import type { RoundDraft } from '../../../functions/rounds/round.ts';

/** The file of the academy's round, as it is in `rounds/`. */
export const academyFile = readFileSync(new URL('../../../rounds/academy-2027h1.yaml', import.meta.url), 'utf8');

/** As much of the academy's form as the round's rules read. */
export const forms: FormCatalogue = {
  'academy-v1': {
    fields: ['name', 'birthDate', 'seoulTies', 'field', 'finishedEarlier', 'canAttend'],
    values: {
      seoulTies: ['lives', 'works', 'studies', 'none'],
      field: ['it', 'finance', 'other'],
      finishedEarlier: ['no', 'yes'],
      canAttend: ['all', 'at-least-80', 'less-than-80'],
    },
  },
};

export function academyRound(): RoundDraft {
  const checked = checkRound(academyFile, forms);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.round;
}
