import { forms } from '../../../functions/forms/round-form.ts';
import { loadRound } from '../../../functions/rounds/load-round.ts';
import { type Round, type RoundDraft, writtenRoundSchema } from '../../../functions/rounds/round.ts';
import type { Stored } from '../academy.ts';

/** Loads a further version of a round, whatever it does to applicants. */
export async function changeRound(at: Stored, round: Round, change: Partial<RoundDraft>): Promise<void> {
  const { version: _version, ...draft } = (await at.rounds.written(round.id)) ?? writtenRoundSchema.parse(round);
  await loadRound(
    at,
    { ...draft, ...change },
    {
      by: 'operator:test',
      force: { reason: 'test' },
      requiredFieldsOf: (form) => forms.get(form)?.requiredFields ?? [],
    },
    at.now(),
  );
}
