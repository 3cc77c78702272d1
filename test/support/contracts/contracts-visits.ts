import { typedNow } from '../../../functions/contracts/addendum-form.ts';
import { addendumRequestKind, askForAddendum, decideAddendum } from '../../../functions/contracts/ask-addendum.ts';
import { beginAddendum } from '../../../functions/contracts/begin-addendum.ts';
import {
  allotForContract,
  anotherSpaceAsked,
  extensionSpaceKind,
  heldNow,
} from '../../../functions/contracts/extension-space.ts';
import { addendumPaths as paths } from '../../../functions/contracts/pages/contracts-paths.ts';
import { addendumRequestWords as says, contractWords as words } from '../../../functions/contracts/words.ts';
import { onboardingWords } from '../../../functions/onboarding/words.ts';
import { decidingWords } from '../../../functions/requests/pages/deciding-words.ts';
import type { PersonRequest } from '../../../functions/requests/request.ts';
import { staffPath } from '../../../functions/requests/request-link.ts';
import { eventBegins } from '../../../functions/residencies/begin-event.ts';
import { changedResidency, lastOf, type Residency } from '../../../functions/residencies/residency.ts';
import { changedResidencyEvent } from '../../../functions/residencies/residency-event.ts';
import type { SignLink } from '../../../functions/shared/links.ts';
import { addDays } from '../../../functions/shared/time.ts';
import { allotSpace, decideAndStore } from '../../../functions/spaces/decide-space.ts';
import { loadSpaces } from '../../../functions/spaces/load-spaces.ts';
import { silently } from '../../../local/demo/lab/admit.ts';
import type { Academy } from '../academy.ts';
import { deskOf } from '../desk/sign-in.ts';
import { decidedAlready, type Typing, type Visit } from '../pages/visits.ts';
import { browserOf, endingIn, presentOf, storedResidency } from '../residency-events/stored-residencies.ts';
import { rowOf } from '../spaces/made-up.ts';
import { labManager, presentRows } from '../spaces/stored-spaces.ts';

const manager = 'kwon-dahye';
const by = 'operator:test';

/** What a form of changes posts: what holds now, with something typed over it. */
const typedOver = (residency: Residency, change: Readonly<Record<string, string>>) => ({
  ...Object.fromEntries(Object.entries(typedNow(residency)).map(([name, [text = '']]) => [name, text])),
  ...change,
});

/** Changes of a contract, begun at the desk or asked for by a startup, and the space of an extended one. */
export async function contractsVisits(at: Academy, typed: Typing, sign: SignLink): Promise<readonly Visit[]> {
  const { lang, reason } = typed;
  const now = at.now();
  // No run goes on with any of it.
  const quiet = silently(at);
  const resident = async () => (await storedResidency(at, { firstDay: endingIn(at, 100), lang })).residency;
  const person = await at.people.get(manager);
  if (!person) throw new Error('nobody looks after the Lab');
  const requestOf = async (kind: string, subject: string): Promise<PersonRequest> => {
    const [found] = (await at.requests.readable(await at.requests.ofSubject(subject))).filter(
      (one) => one.kind === kind,
    );
    if (!found) throw new Error(`nobody is asked about ${subject}`);
    return found;
  };
  const linkTo = async (kind: string, subject: string) =>
    staffPath({ sign, kinds: at.kinds }, await requestOf(kind, subject), person);
  const asked = async () => {
    const residency = await resident();
    await askForAddendum(quiet, { residency: residency.id, changes: { desks: 6 }, by: 'applicant', reason }, now);
    return residency;
  };
  const [calm, waiting, refused, crossed] = [await resident(), await asked(), await asked(), await asked()];
  const decided = await requestOf(addendumRequestKind, refused.id);
  await decideAddendum(
    quiet,
    { request: decided.id, generation: decided.generation, by: manager, decision: { outcome: 'REFUSE', reason } },
    now,
  );
  const withoutRun = async (id: string) => {
    const was = await at.residencyEvents.get(id);
    if (!was) throw new Error(`there is no event ${id}`);
    await at.commit({
      changes: [at.residencyEvents.save({ ...changedResidencyEvent(was, now, {}), needsRun: undefined }, was)],
      events: [{ subject: id, type: 'ContractNews', by, at: now }],
    });
  };
  const given = { residency: crossed.id, changes: { desks: 3 }, by: `person:${manager}`, reason };
  const begun = await beginAddendum(quiet, given, now);
  if (begun.kind !== 'begun') throw new Error(begun.kind);
  await withoutRun(begun.event);

  const free = `contracts-${process.pid}-${lang}-${calm.id.slice(-4).toLowerCase()}`;
  const rows = [...(await presentRows(at)), rowOf(free, { accessible: true, from: lastOf(calm).from })];
  await loadSpaces(at, { rows, by }, now);
  const extended = async () => {
    const was = await resident();
    const { to, agreement } = lastOf(was);
    const next = { number: 2, from: addDays(to, 1), to: addDays(to, 365), ...(agreement && { agreement }) };
    const held = await heldNow(at, was.id);
    if (!held) throw new Error(`${was.id} has no space`);
    const holder = { kind: 'residency', id: `other-${was.id}` };
    const { from } = next;
    await decideAndStore(at, () => allotSpace(at.spaces, { space: held.space.id, holder, from, to: next.to, by }, now));
    const { number } = next;
    const change = { for: 'extension', contract: { number, from, to: next.to }, months: 12 } as const;
    const event = eventBegins(at, { residency: was.id, kind: 'agreement', about: 'X2', change }, by, now);
    const longer = changedResidency(was, now, { contracts: [...was.contracts, next] });
    const space = await anotherSpaceAsked(at, longer, event.id, now);
    const [first, ...more] = event.events;
    if (!first) throw new Error('nothing begins');
    await quiet.commit({
      changes: [...event.changes, at.residencies.save({ ...longer, needsRun: undefined }, was), ...space.changes],
      events: [first, ...more, ...space.events],
    });
    await withoutRun(event.id);
    return event.id;
  };
  const [lacking, allotted] = [await extended(), await extended()];
  const { id, generation } = await requestOf(extensionSpaceKind, allotted);
  await allotForContract(quiet, { request: id, generation, space: free, by: manager }, now);
  const other = `${free}-b`;
  await loadSpaces(
    at,
    { rows: [...(await presentRows(at)), rowOf(other, { accessible: true, from: lastOf(calm).from })], by },
    now,
  );

  const desk = await deskOf(at, labManager, lang);
  const [own, ownWaiting] = [await browserOf(at, sign, calm, lang), await browserOf(at, sign, waiting, lang)];
  const path = await linkTo(addendumRequestKind, waiting.id);
  const space = await linkTo(extensionSpaceKind, lacking);
  const present = await presentOf(at, calm.id);
  const application = calm.id;
  const changes = typedOver(present, { desks: '6', reason });
  const nothing = typedOver(present, { desks: '99' });
  return [
    { name: 'addendum-request', path, status: 200, heading: says.title },
    { name: 'addendum-request-wrong', path, post: { outcome: 'REFUSE' }, status: 422, heading: says.title },
    {
      name: 'addendum-request-confirm',
      path,
      post: { outcome: 'REFUSE', reason },
      status: 200,
      heading: decidingWords.sure,
    },
    {
      name: 'addendum-request-under-way',
      path: await linkTo(addendumRequestKind, crossed.id),
      post: { outcome: 'CONFIRM', confirm: 'yes' },
      status: 409,
      heading: says.title,
    },
    {
      name: 'addendum-request-closed',
      path: await linkTo(addendumRequestKind, refused.id),
      status: 200,
      heading: decidedAlready,
    },
    { name: 'extension-space', path: space, status: 200, heading: onboardingWords.space },
    { name: 'extension-space-missing', path: space, post: {}, status: 422, heading: onboardingWords.space },
    {
      name: 'extension-space-confirm',
      path: space,
      post: { space: other },
      status: 200,
      heading: onboardingWords.allotSure,
    },
    {
      name: 'extension-space-taken',
      path: space,
      post: { space: free, confirm: 'yes' },
      status: 409,
      heading: onboardingWords.space,
    },
    {
      name: 'extension-space-closed',
      path: await linkTo(extensionSpaceKind, allotted),
      status: 200,
      heading: decidedAlready,
    },
    { name: 'addendum-wrong', path: paths.desk(calm.id), by: desk, post: nothing, status: 422, heading: words.title },
    {
      name: 'addendum-confirm',
      path: paths.desk(calm.id),
      by: desk,
      post: changes,
      status: 200,
      heading: words.deskSure,
    },
    { name: 'addendum-under-way', path: paths.desk(crossed.id), by: desk, status: 200, heading: words.title },
    { name: 'own-change', path: paths.own, by: own, status: 200, heading: words.title },
    {
      name: 'own-change-wrong',
      path: paths.own,
      by: own,
      post: { application, ...nothing },
      status: 422,
      heading: words.title,
    },
    {
      name: 'own-change-confirm',
      path: paths.own,
      by: own,
      post: { application, ...changes },
      status: 200,
      heading: words.ownSure,
    },
    { name: 'own-change-asked', path: paths.own, by: ownWaiting, status: 200, heading: words.title },
    {
      name: 'own-change-late',
      path: paths.own,
      by: ownWaiting,
      post: { application: waiting.id, ...changes, confirm: 'yes' },
      status: 409,
      heading: words.title,
    },
  ];
}
