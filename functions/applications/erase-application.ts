import type { Change } from '../shared/database.ts';
import { decideAgainOnConflict, Refused } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { changed, needsRun } from './application.ts';
import type { Dependencies } from './dependencies.ts';
import { emailKey } from './identity.ts';
import { releaseIndexes } from './sent-indexes.ts';

/**
 * Overwrites everything that tells who an applicant was: contact, drafts, every sent version, index keys, and what was
 * written about them in requests. State, decisions (without their words) and the audit stay, and the audit verifies.
 * @throws Refused while a run is under way: withdraw the application first.
 */
export async function eraseApplication(
  { applications, requests, commit }: Pick<Dependencies, 'applications' | 'requests' | 'commit'>,
  reference: string,
  given: { readonly by: string; readonly reason: string },
  now: Instant,
): Promise<void> {
  const asked = await Promise.all((await requests.ofSubject(reference)).map((id) => requests.get(id)));
  await decideAgainOnConflict(async () => {
    const was = await applications.get(reference);
    if (!was || was.erasedAt) return;
    if (needsRun(was)) {
      throw new Refused('STILL_RUNNING', {
        ko: '진행 중인 지원서입니다. 먼저 취소하십시오.',
        en: 'It is still being worked on. Cancel it first.',
      });
    }
    const next = changed(was, now, {
      email: undefined,
      name: undefined,
      keys: undefined,
      session: 'erased',
      linkGeneration: was.linkGeneration + 1,
      erasedAt: now,
      stuck: undefined,
      ...(was.decision && { decision: { ...was.decision, reason: undefined } }),
    });
    const versions = await Promise.all(
      Array.from({ length: was.version }, (_, index) => applications.version(reference, index + 1)),
    );
    const wordless = asked
      .filter((request) => request !== undefined)
      .map(
        (request): Change =>
          requests.save(
            {
              ...request,
              revision: request.revision + 1,
              reason: undefined,
              ...(request.question && { question: { ...request.question, text: '' } }),
            },
            request,
          ),
      );
    await commit({
      changes: [
        applications.save(next, was),
        applications.putDraft(next, { typed: {}, savedAt: now }),
        ...versions
          .filter((version) => version !== undefined)
          .map((version) => applications.overwriteVersion({ ...version, typed: {}, answers: {} })),
        ...releaseIndexes(applications, was),
        ...(was.email ? [applications.removeContact(emailKey(was.roundId, was.email), reference)] : []),
        ...wordless,
      ],
      events: [{ subject: reference, type: 'PersonErased', by: given.by, at: now, data: { reason: given.reason } }],
    });
  });
}
