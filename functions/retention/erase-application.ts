import { type Application, applicationSchema, changedApplication, needsRun } from '../applications/application.ts';
import { versionSchema } from '../applications/applications-table.ts';
import type { Dependencies, Ports } from '../applications/dependencies.ts';
import { emailKey } from '../applications/identity.ts';
import { releaseIndexes } from '../applications/sent-indexes.ts';
import { storedRequestSchema } from '../requests/request.ts';
import type { Change } from '../shared/database/database.ts';
import { onlyKnown } from '../shared/database/stored.ts';
import { decideAgainOnConflict, Refused } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';

type Needed = Pick<Dependencies & Ports, 'applications' | 'requests' | 'sessions' | 'erasing' | 'commit'>;

/** Items that one transaction overwrites: far below DynamoDB's 100. */
const atATime = 40;

/**
 * Overwrites everything that tells who an applicant was: contact, drafts, every sent version, index keys, what enrolling
 * asked for, the letter, and what was written about them in requests and reviews. State, scores, decisions (without
 * their words) and the audit stay, and the audit verifies. Cut off, it goes on where it was; what tells who they were is
 * the last.
 * @throws Refused while a run is needed, and for who is in a selection that goes on: withdraw the application first.
 */
export async function eraseApplication(
  deps: Needed,
  reference: string,
  given: { readonly by: string; readonly reason: string },
  now: Instant,
): Promise<void> {
  await decideAgainOnConflict(async () => {
    const was = await deps.applications.get(reference);
    if (!was || was.erasedAt) return;
    if (needsRun({ ...was, stuck: undefined }) || (await isHeld(deps, was))) {
      throw new Refused('STILL_RUNNING', {
        ko: '아직 진행 중인 지원서입니다. 먼저 지원을 취소하십시오.',
        en: 'It is still being worked on. Cancel it first.',
      });
    }
    for (const words of [
      () => wordsOfVersions(deps, was),
      () => wordsOfRequests(deps, reference),
      ...(await subjectsOf(deps, reference)).map((subject) => () => wordsOfRequests(deps, subject)),
      ...deps.erasing.map((one) => async () => (await one.words?.(reference, now)) ?? []),
    ]) {
      await inParts(deps, reference, await words(), { by: given.by, now });
    }
    const kept = await personOf(deps, reference, now);
    const next = withoutPerson(was, now);
    const draft = await deps.applications.draft(reference);
    await deps.commit({
      changes: [
        deps.applications.save(next, was),
        deps.applications.putDraft(
          next,
          { typed: {}, savedAt: now, saves: draft.saves + 1, changed: {}, forms: {} },
          draft,
        ),
        ...releaseIndexes(deps.applications, was),
        ...kept,
        ...(was.help ? [deps.applications.removeHelped(was.roundId, was.help.by, reference)] : []),
        ...(was.email ? [deps.applications.removeContact(emailKey(was.roundId, was.email), reference)] : []),
      ],
      events: [{ subject: reference, type: 'PersonErased', by: given.by, at: now, data: { reason: given.reason } }],
    });
  });
  await deps.sessions.endAll(reference);
}

async function isHeld({ erasing }: Needed, application: Application): Promise<boolean> {
  for (const { holds } of erasing) if (await holds?.(application)) return true;
  return false;
}

async function subjectsOf({ erasing }: Needed, reference: string): Promise<string[]> {
  const each = await Promise.all(erasing.map(async (one) => (await one.subjects?.(reference)) ?? []));
  return each.flat();
}

/** More than one transaction takes, one after the other. */
async function inParts(
  { commit }: Pick<Needed, 'commit'>,
  reference: string,
  changes: readonly Change[],
  { by, now }: { readonly by: string; readonly now: Instant },
): Promise<void> {
  for (let from = 0; from < changes.length; from += atATime) {
    await commit({
      changes: changes.slice(from, from + atATime),
      events: [{ subject: reference, type: 'WordsErased', by, at: now }],
    });
  }
}

async function personOf({ erasing }: Needed, reference: string, now: Instant): Promise<Change[]> {
  const kept = await Promise.all(erasing.map(async (one) => (await one.person?.(reference, now)) ?? []));
  return kept.flat();
}

const withoutPerson = (was: Application, now: Instant): Application =>
  changedApplication(onlyKnown(applicationSchema, was), now, {
    email: undefined,
    proved: undefined,
    formerEmail: undefined,
    name: undefined,
    keys: undefined,
    sessions: [],
    linkGeneration: was.linkGeneration + 1,
    erasedAt: now,
    stuck: undefined,
    ...(was.help && { help: { by: was.help.by, at: was.help.at } }),
    ...(was.decision && { decision: { ...was.decision, reason: undefined } }),
    ...(was.withdrawal && { withdrawal: { ...was.withdrawal, reason: undefined } }),
  });

async function wordsOfVersions({ applications }: Needed, { reference, version: last }: Application): Promise<Change[]> {
  const versions = await Promise.all(
    Array.from({ length: last }, (_, index) => applications.version(reference, index + 1)),
  );
  return versions
    .filter((version) => version !== undefined)
    .map((version) => applications.overwriteVersion({ ...onlyKnown(versionSchema, version), typed: {}, answers: {} }));
}

/** What was asked, and answered, in words about something. */
export async function wordsOfRequests({ requests }: Pick<Needed, 'requests'>, reference: string): Promise<Change[]> {
  const asked = await Promise.all((await requests.ofSubject(reference)).map((id) => requests.get(id)));
  return asked
    .filter((request) => request !== undefined)
    .map((request) =>
      requests.save(
        {
          ...onlyKnown(storedRequestSchema, request),
          revision: request.revision + 1,
          reason: undefined,
          ...(request.question && { question: { ...request.question, text: '' } }),
        },
        request,
      ),
    );
}
