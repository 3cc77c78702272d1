import type { Round } from '../rounds/round.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Lang } from '../shared/i18n.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { changedApplication, linkGenerationFor, mayMailLink } from './application.ts';
import type { Dependencies } from './dependencies.ts';
import { emailKey } from './identity.ts';
import { askKey } from './open-requests.ts';

type Needed = Pick<Dependencies, 'applications' | 'commit'>;

/** How often the link of one draft is mailed: anybody can begin one, and it must not be a way to fill mailboxes. */
const mostDraftLinks = 20;

/** *Save and come back*: mails the link of a draft to the address given; within five minutes to the same one, once. */
export async function mailDraftLink(
  { applications, commit }: Needed,
  round: Round,
  given: { readonly reference: string; readonly email: string; readonly lang: Lang },
  now: Instant,
): Promise<void> {
  await decideAgainOnConflict(async () => {
    const was = await applications.get(given.reference);
    if (!was || was.version > 0 || (was.linksMailed ?? 0) >= mostDraftLinks) return;
    if (was.email === given.email && !mayMailLink(was, now)) return;
    const next = changedApplication(was, now, {
      email: given.email,
      lang: given.lang,
      linkMailedAt: now,
      linksMailed: (was.linksMailed ?? 0) + 1,
      linkGeneration: linkGenerationFor(was, given.email),
    });
    const before = was.email ? emailKey(round.id, was.email) : undefined;
    const key = emailKey(round.id, given.email);
    await commit({
      changes: [
        applications.save(next, was),
        applications.putContact(key, was.reference, next.expiresAt),
        ...(before && before !== key ? [applications.removeContact(before, was.reference)] : []),
      ],
      events: [
        { subject: was.reference, type: 'LinkMailed', by: 'applicant', at: now, data: { why: 'come back later' } },
      ],
      outbox: [{ kind: 'mail', template: 'draft-link', to: { applicant: was.reference }, ids: {} }],
    });
  }, tries.contested);
}

/** How many applications of one address get their link again: one person's drafts, not a mail bomb. */
const mostLinks = 3;

/** *Send me my link again*: for every application under the address. Says nothing of whether there is any. */
export async function mailLinksAgain(
  { applications, commit }: Needed,
  round: Round,
  email: string,
  now: Instant,
): Promise<void> {
  const key = emailKey(round.id, email);
  const [sent, all] = await Promise.all([applications.reservationOf(key), applications.underContact(key)]);
  const references = new Set(sent ? [sent, ...all] : all);
  const found = await Promise.all([...references].map((reference) => applications.get(reference)));
  const recent = found
    .filter((application) => application !== undefined)
    .filter((application) => !application.erasedAt && application.email !== undefined)
    .sort((a, b) => b.version - a.version || (a.changedAt < b.changedAt ? 1 : -1))
    .slice(0, mostLinks);
  for (const { reference } of recent) {
    await decideAgainOnConflict(async () => {
      const was = await applications.get(reference);
      if (!was || !mayMailLink(was, now)) return;
      await commit({
        changes: [applications.save(changedApplication(was, now, { linkMailedAt: now }), was)],
        events: [{ subject: reference, type: 'LinkMailed', by: 'applicant', at: now, data: { why: 'asked again' } }],
        outbox: [
          {
            kind: 'mail',
            template: was.version > 0 ? 'application-link' : 'draft-link',
            to: { applicant: reference },
            ids: {},
          },
        ],
      });
    }, tries.contested);
  }
}

/** The officer's open question once more, to the applicant's address; within five minutes once. */
export async function mailQuestionAgain(
  deps: Needed & Pick<Dependencies, 'requests'>,
  reference: string,
  now: Instant,
): Promise<void> {
  await decideAgainOnConflict(async () => {
    const was = await deps.applications.get(reference);
    if (was?.state !== 'WITH_APPLICANT' || !mayMailLink(was, now)) return;
    const request = await deps.requests.byAskKey(askKey('question', was));
    if (request?.state !== 'OPEN') return;
    await deps.commit({
      changes: [deps.applications.save(changedApplication(was, now, { linkMailedAt: now }), was)],
      events: [{ subject: reference, type: 'LinkMailed', by: 'applicant', at: now, data: { why: 'question again' } }],
      outbox: [
        {
          kind: 'mail',
          template: 'question-asked',
          to: { applicant: reference },
          ids: { request: request.id, generation: String(request.generation) },
        },
      ],
    });
  });
}
