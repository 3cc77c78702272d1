import type { Dependencies } from '../app/dependencies.ts';
import * as brought from '../app/ports-brought.ts';
import type { OutboxDraft } from '../outbox/entry.ts';
import { linkGenerationOf, type Person } from '../people/person.ts';
import { mayHold } from '../requests/kind.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';

/** How many requests one mail holds at most. */
const inOneMail = 20;

/** How many mails go with one change of a person: below the 100 items of a transaction. */
const maxMails = 80;

/**
 * Mails the links to all that is open to somebody whose earlier ones open nothing any more, in the transaction that
 * notes it: once, however often it is tried.
 * @returns how many mails
 */
export async function mailAnew(
  deps: Dependencies,
  given: { readonly person: string; readonly rounds: readonly string[]; readonly by: string },
  now: Instant,
): Promise<number> {
  return decideAgainOnConflict(async () => {
    const was = await deps.people.get(given.person);
    if (!was || !lacksLinks(was)) return 0;
    const outbox = [...(await requestMails(deps, was)), ...(await roundMails(deps, was, given.rounds))];
    const next = { ...was, revision: was.revision + 1, mailedGeneration: linkGenerationOf(was) };
    await deps.commit({
      changes: deps.people.save(next, was),
      events: [
        {
          subject: `person#${was.id}`,
          type: 'PersonMailedAnew',
          by: given.by,
          at: now,
          data: { generation: next.mailedGeneration, mails: outbox.length },
        },
      ],
      outbox: outbox.slice(0, maxMails),
    });
    return outbox.length;
  }, tries.contested);
}

const lacksLinks = (person: Person): boolean => linkGenerationOf(person) > (person.mailedGeneration ?? 0);

async function requestMails(deps: Dependencies, person: Person): Promise<OutboxDraft[]> {
  const found = await deps.requests.readable(await deps.requests.openFor(person.id));
  const open = found.flatMap((request) =>
    request.state === 'OPEN' &&
    deps.kinds.get(request.kind)?.pages !== undefined &&
    mayHold(deps.kinds, request.kind, person)
      ? [request.id]
      : [],
  );
  return Array.from({ length: Math.ceil(open.length / inOneMail) }, (_, mail) => ({
    kind: 'mail',
    template: 'request-reminder',
    to: { person: person.id },
    ids: { requests: open.slice(mail * inOneMail, (mail + 1) * inOneMail) },
  }));
}

/** The mails with links to whole rounds: a reviewer's list, a cohort. */
async function roundMails(deps: Dependencies, person: Person, rounds: readonly string[]): Promise<OutboxDraft[]> {
  const ports = Object.values(brought).flatMap((one) => ('linksOf' in one ? [one.linksOf] : []));
  const mails: OutboxDraft[] = [];
  for (const roundId of rounds) for (const linksOf of ports) mails.push(...(await linksOf(deps, { person, roundId })));
  return mails;
}
