import { readFileSync } from 'node:fs';
import { checkRound } from '../../../functions/rounds/check-round.ts';
import type { FormCatalogue } from '../../../functions/rounds/findings.ts';
import type { Round, WrittenDraft } from '../../../functions/rounds/round.ts';
import { toldRound } from '../../../functions/rounds/told-round.ts';
import type { FileProblem } from '../../../functions/shared/files/check-yaml.ts';
import { copies } from '../../support/copies.ts';

/** The file of the academy's round, as it is in `rounds/`. */
export const academyFile = readFileSync(new URL('../../../rounds/academy-2027h1.yaml', import.meta.url), 'utf8');

/** As much of the academy's form as the round's rules read. */
export const forms: FormCatalogue = {
  'academy-v1': {
    fields: [
      'name',
      'birthDate',
      'seoulTies',
      'education',
      'employment',
      'field',
      'years',
      'motivation',
      'plan',
      'finishedEarlier',
      'canAttend',
    ],
    identifying: ['name', 'birthDate'],
    values: {
      seoulTies: ['lives', 'works', 'studies', 'none'],
      education: ['student', 'bachelor', 'other'],
      employment: ['employed', 'seeking', 'other'],
      field: ['it', 'finance', 'other'],
      finishedEarlier: ['no', 'yes'],
      canAttend: ['all', 'at-least-80', 'less-than-80'],
    },
  },
};

export const academyRound = copies((): WrittenDraft => {
  const checked = checkRound(academyFile, forms);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.round;
});

/** The same as people are told it, in its first version or as a test changes it. */
export const toldAcademy = (change: Partial<Round> = {}): Round =>
  toldRound({ ...academyRound(), version: 1, ...change });

/** The problems after one place of the academy's file was changed, each with the text of its line. */
export function problemsAfter(before: string, after: string, from = '') {
  const start = academyFile.indexOf(from);
  const at = academyFile.indexOf(before, start);
  if (start < 0 || at < 0) throw new Error(`the file of the academy does not say ${before}`);
  const file = academyFile.slice(0, at) + after + academyFile.slice(at + before.length);
  const checked = checkRound(file, forms);
  const problems: readonly FileProblem[] = checked.ok ? [] : checked.problems;
  return problems.map(({ line, field, reason }) => ({ text: file.split('\n')[line - 1]?.trim(), field, reason }));
}
