import type { Dependencies } from '../../../functions/app/dependencies.ts';
import { runName } from '../../../functions/applications/application.ts';
import { sendApplication } from '../../../functions/applications/send-application.ts';
import { startApplication } from '../../../functions/applications/start-application.ts';
import { checkPages, forms, pagesOf } from '../../../functions/forms/round-form.ts';
import { checkApplication } from '../../../functions/intake/check-application.ts';
import { loadRound } from '../../../functions/rounds/load-round.ts';
import type { Round, WrittenDraft } from '../../../functions/rounds/round.ts';
import { changedAdmission, roundSubject } from '../../../functions/selection/admission.ts';
import { freezeRanking } from '../../../functions/selection/snapshot.ts';
import { storeEntries } from '../../../functions/selection/store-snapshot.ts';
import { canonicalHash } from '../../../functions/shared/database/canonical.ts';
import { addMinutes, type Instant } from '../../../functions/shared/time.ts';
import { Problem } from '../../problem.ts';
import type { DemoStartup } from './startups.ts';

const by = 'operator:demo';

/** What was long ago is stored as it was then, and leaves nothing: neither mails nor runs. */
export const silently = <Deps extends Pick<Dependencies, 'commit'>>(deps: Deps): Deps => ({
  ...deps,
  commit: (commitment) => deps.commit({ ...commitment, outbox: [] }),
});

/** Loads a round and sends the applications of some startups while it is open. @returns their references */
export async function apply(
  deps: Dependencies,
  draft: WrittenDraft,
  startups: readonly DemoStartup[],
): Promise<{ readonly round: Round; readonly references: readonly string[] }> {
  const then = silently(deps);
  const at = addMinutes(draft.opensAt, 24 * 60);
  await loadRound(then, draft, { by, requiredFieldsOf: (form) => forms.get(form)?.requiredFields ?? [] }, at);
  const round = await deps.rounds.current(draft.id);
  if (!round) throw new Problem(`The demo's round ${draft.id} was not loaded.`);
  const references: string[] = [];
  for (const { email, lang, typed } of startups) {
    const begun = await startApplication(then, round, { email, lang }, at);
    if (!begun) throw new Problem(`The application of ${email} could not be begun.`);
    const { reference } = begun;
    const { answers, problems } = checkPages(pagesOf(round, typed), typed, lang);
    if (!answers) {
      const wrong = problems.flatMap(({ errors }) => errors.map(({ message }) => message));
      throw new Problem(`The application of ${email} is not whole: ${wrong.join(' ')}`);
    }
    const sent = await sendApplication(then, round, { reference, version: 1, answers, typed, lang }, at);
    if (sent.kind !== 'sent') throw new Problem(`The application of ${email} could not be sent: ${sent.kind}.`);
    const checked = await checkApplication(then, { reference, run: runName(sent.application) }, addMinutes(at, 1));
    if (checked !== 'ACCEPTED') throw new Problem(`The application of ${email} was not accepted: ${checked}.`);
    references.push(reference);
  }
  return { round, references };
}

/**
 * Ranks the applications in this order, as two reviewers would have scored them, and has the round about to release its
 * results.
 */
export async function rankAs(
  deps: Dependencies,
  { round, references }: Awaited<ReturnType<typeof apply>>,
  at: Instant,
): Promise<void> {
  const then = silently(deps);
  const was = await deps.admissions.get(round.id);
  const { admission: rules } = round;
  if (!was || !rules) throw new Problem(`The demo's round ${round.id} has no selection.`);
  const snapshot = freezeRanking({
    round,
    rules,
    candidates: references.map((reference, index) => {
      const score = Math.max(1, 4.5 - index / 4);
      const criteria = Object.fromEntries(rules.review.criteria.map(({ id }) => [id, score]));
      return {
        reference,
        lot: canonicalHash(reference),
        quotas: [],
        scores: { reviews: 2, mean: score, median: score, spread: 0, criteria },
      };
    }),
    inputsHash: canonicalHash('demo'),
    seedHash: was.seedHash,
    at,
    by,
  });
  await storeEntries(then, snapshot);
  const next = changedAdmission(was, at, { run: was.run + 1, snapshot: snapshot.number, roundVersion: round.version });
  await then.commit({
    changes: [deps.admissions.createSnapshot(snapshot), deps.admissions.save({ ...next, state: 'RELEASING' }, was)],
    events: [{ subject: roundSubject(round.id), type: 'RankingApproved', by, at, data: { snapshot: snapshot.number } }],
  });
}
