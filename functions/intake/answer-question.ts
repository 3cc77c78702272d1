import { changedApplication, linkGenerationFor, nextState } from '../applications/application.ts';
import type { SentVersion } from '../applications/applications-table.ts';
import type { Dependencies } from '../applications/dependencies.ts';
import { changedDraft } from '../applications/draft-items.ts';
import { identityKeys, readerOf } from '../applications/identity.ts';
import { moveIndexes } from '../applications/sent-indexes.ts';
import type { Answers, TypedPages } from '../forms/answers.ts';
import { cancelled, lapsed, type PersonRequest, settled } from '../requests/request.ts';
import { revive } from '../runs/run.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';

type Needed = Pick<Dependencies, 'applications' | 'requests' | 'commit'>;

export type AnswerOutcome =
  | 'answered'
  | 'somebody-was-first'
  /** Another address is proved on the applicant's own pages first. */
  | 'other-address';

/** The applicant's answer: a further version of the answers, which goes back to the officer within the same run. */
export async function answerQuestion(
  deps: Needed,
  given: {
    readonly request: string;
    readonly generation: number;
    /** The applicant's own words to the officer. */
    readonly reply: string;
    readonly answers: Answers;
    readonly typed: TypedPages;
  },
  now: Instant,
): Promise<AnswerOutcome> {
  return decideAgainOnConflict(async () => {
    const was = await deps.requests.get(given.request);
    if (was?.state !== 'OPEN' || was.generation !== given.generation) return 'somebody-was-first';
    const application = await deps.applications.get(was.subject);
    const before = application && (await deps.applications.version(application.reference, application.version));
    if (!application || !before || !nextState(application.state, 'answer')) return 'somebody-was-first';

    const asked = new Set(Object.values(given.typed).flatMap((page) => Object.keys(page).map(fieldOf)));
    const kept = Object.entries(before.answers).filter(([field]) => !asked.has(field));
    const version: SentVersion = {
      ...before,
      version: before.version + 1,
      sentAt: now,
      typed: { ...before.typed, ...given.typed },
      answers: { ...Object.fromEntries(kept), ...given.answers },
    };
    const keys = identityKeys(application.roundId, version.answers);
    if (keys.email !== application.keys?.email) return 'other-address';
    const { revival, start } = revive('applicant-intake', application.reference, application);
    const draft = await deps.applications.draft(application.reference);
    const next = changedApplication(
      application,
      now,
      {
        version: version.version,
        asks: application.asks + 1,
        ...revival,
        email: String(version.answers.email),
        name: String(version.answers.name),
        keys,
        linkGeneration: linkGenerationFor(application, String(version.answers.email)),
      },
      'answer',
    );
    await deps.commit({
      changes: [
        deps.requests.save(
          settled(was, { outcome: 'ANSWER', by: application.reference, at: now, reason: given.reply }),
          was,
        ),
        deps.applications.save(next, application),
        deps.applications.putVersion(version),
        deps.applications.putDraft(next, changedDraft(draft, { ...draft.typed, ...given.typed }, now), draft),
        ...moveIndexes(deps.applications, next, application, application.sentAt ?? now),
      ],
      events: [
        {
          subject: application.reference,
          type: 'QuestionAnswered',
          by: readerOf(application),
          at: now,
          data: { request: was.id, version: version.version },
        },
      ],
      outbox: [
        ...start,
        ...(was.callback ? [{ kind: 'resume' as const, callback: was.callback }] : []),
        {
          kind: 'mail',
          template: 'question-answered',
          to: { applicant: application.reference },
          ids: { version: String(version.version) },
        },
      ],
    });
    return 'answered';
  }, tries.contested);
}

/** The field of a control: a date has three. */
const fieldOf = (control: string): string => control.replace(/\..*$/u, '');

/** A question that nobody answered in time goes back to the officer, who decides on what there is. */
export async function lapseQuestion(deps: Needed, was: PersonRequest, now: Instant): Promise<void> {
  const application = await deps.applications.get(was.subject);
  if (!application || !nextState(application.state, 'lapse')) {
    await deps.commit({
      changes: [deps.requests.save(cancelled(was, 'SUPERSEDED', 'system:clock', now), was)],
      events: [
        { subject: was.subject, type: 'RequestCancelled', by: 'system:clock', at: now, data: { request: was.id } },
      ],
      outbox: was.callback ? [{ kind: 'resume', callback: was.callback }] : [],
    });
    return;
  }
  const { revival, start } = revive('applicant-intake', application.reference, application);
  await deps.commit({
    changes: [
      deps.requests.save(lapsed(was, now), was),
      deps.applications.save(
        changedApplication(application, now, { asks: application.asks + 1, ...revival }, 'lapse'),
        application,
      ),
    ],
    events: [
      {
        subject: application.reference,
        type: 'QuestionLapsed',
        by: 'system:clock',
        at: now,
        data: { request: was.id, reminders: was.remindersSent },
      },
    ],
    outbox: [
      ...start,
      ...(was.callback ? [{ kind: 'resume' as const, callback: was.callback }] : []),
      {
        kind: 'mail',
        template: 'question-lapsed',
        to: { applicant: application.reference },
        ids: { asks: String(application.asks + 1) },
      },
    ],
  });
}
