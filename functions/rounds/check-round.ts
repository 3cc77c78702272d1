import { checkYaml, type FileProblem } from '../shared/files/check-yaml.ts';
import { contradictions } from './contradictions.ts';
import type { Finding, FormCatalogue } from './findings.ts';
import { type WrittenDraft, writtenDraftSchema } from './round.ts';

export type CheckedRound =
  | {
      readonly ok: true;
      readonly round: WrittenDraft;
      /** What else was found in the round, with its lines in this file. */
      readonly locate: (findings: readonly Finding[]) => readonly FileProblem[];
    }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** Reads a round's file. Syntax comes first, then the shape, then what the fields mean together. */
export function checkRound(yaml: string, forms: FormCatalogue): CheckedRound {
  const checked = checkYaml(yaml, writtenDraftSchema, 'a round', (round) => contradictions(round, forms));
  return checked.ok ? { ok: true, round: checked.value, locate: checked.locate } : checked;
}
