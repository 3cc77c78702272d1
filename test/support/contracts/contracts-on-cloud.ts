import { presentIn, type Version } from '../../../functions/agreements/agreement.ts';
import { beginExtension } from '../../../functions/contracts/begin-extension.ts';
import type { Residency } from '../../../functions/residencies/residency.ts';
import type { ResidencyEvent } from '../../../functions/residencies/residency-event.ts';
import { addDays, addMinutes, seoulDateOf } from '../../../functions/shared/time.ts';
import { acceptedThen } from '../../../local/demo/lab/accept.ts';
import { apply, rankAs } from '../../../local/demo/lab/admit.ts';
import { labRound } from '../../../local/demo/lab/lab-round.ts';
import { movedInThen } from '../../../local/demo/lab/move-in.ts';
import { admitted } from '../../../local/demo/lab/startups.ts';
import { codeIn, mailsTo } from '../applicants.ts';
import type { TestCloud } from '../cloud.ts';
import { eventually } from '../eventually.ts';
import { linkOf } from '../onboarding/onboarding-on-cloud.ts';
import { rowOf, spaceOf } from '../spaces/made-up.ts';
import { visitor } from '../visitor.ts';

const by = 'operator:test';
let made = 0;

/** A startup that is in the Lab, in a space of its own. */
export async function resident(
  at: TestCloud,
): Promise<{ readonly residency: Residency; readonly email: string; readonly space: string }> {
  made += 1;
  const mark = `${process.pid}-${made}`;
  const now = at.now();
  const draft = labRound({
    id: `lab-in-${mark}`,
    code: 'S-27H1',
    title: { ko: '시험', en: 'Test' },
    firstDay: addDays(seoulDateOf(now), -20),
  });
  const email = `resident-${mark}@startup.example`;
  const typed = { ...admitted.typed, representative: { ...admitted.typed.representative, email: [email] } };
  const then = addMinutes(now, -60 * 24 * 40);
  const applied = await apply(at, draft, [{ ...admitted, email, typed }]);
  await rankAs(at, applied, addMinutes(then, -30));
  const [accepted] = await acceptedThen(at, applied, then);
  if (!accepted) throw new Error('nobody was admitted');
  const space = `contracts-${mark}`;
  const row = rowOf(space, { accessible: true, from: addDays(seoulDateOf(then), -10), desks: 4 });
  await at.commit({
    changes: [...at.spaces.create(spaceOf(space, [], row))],
    events: [{ subject: `space#${space}`, type: 'SpaceLoaded', by, at: then }],
  });
  await movedInThen(at, accepted, space, then);
  const residency = await at.residencies.get(accepted.id);
  if (!residency) throw new Error('the residency has gone');
  return { residency, email, space };
}

/** Begins the extension to the second contract, with its run. */
export async function extensionBegun(at: TestCloud, residency: Residency): Promise<string> {
  const begins = await beginExtension(at, { residency, number: 2, by }, at.now());
  if (begins.kind !== 'begins') throw new Error(begins.kind);
  const { changes, events, outbox } = begins.parts;
  const [first, ...more] = events;
  if (!first) throw new Error('nothing is told of it');
  await at.commit({ changes, outbox, events: [first, ...more] });
  return begins.id;
}

export const eventOf = async (at: TestCloud, id: string): Promise<ResidencyEvent> => {
  const event = await at.residencyEvents.get(id);
  if (!event) throw new Error(`there is no event ${id}`);
  return event;
};

/** What is signed by an event, once it is drafted. */
export const versionOf = async (at: TestCloud, id: string): Promise<Version | undefined> => {
  const { agreement } = await eventOf(at, id);
  const stored = agreement === undefined ? undefined : await at.agreements.get(agreement);
  return stored && presentIn(stored);
};

/** The link of whoever is asked to sign a version now. */
export async function signLink(
  at: TestCloud,
  id: string,
  { name, email, version: number = 1 }: { readonly name: string; readonly email: string; readonly version?: number },
): Promise<string> {
  const request = await eventually(`${name} is asked to sign ${id}`, async () => {
    const version = await versionOf(at, id);
    const open = version?.request === undefined ? undefined : await at.requests.get(version.request);
    const signer = version?.signers[version.signatures.length];
    return version?.number === number && signer?.name === name && open?.state === 'OPEN' ? open : undefined;
  });
  return linkOf(at, email, 'agreements', request);
}

/** Whoever is asked to sign does, by the code of a mail. */
export async function signs(
  at: TestCloud,
  id: string,
  who: { readonly name: string; readonly email: string; readonly version?: number },
): Promise<void> {
  const { name, email } = who;
  const link = await signLink(at, id, who);
  const page = visitor(at.baseUrl, { lang: 'ko' });
  await page.get(link);
  const { sha256 = '' } = (await versionOf(at, id)) ?? {};
  const typed = { name, intent: 'yes', method: 'yes', text: sha256 };
  const codes = async () => (await mailsTo(at, email)).filter(({ subject }) => subject.includes('서명 인증 번호'));
  const before = (await codes()).length;
  await page.post(link, typed);
  const mail = await eventually(`the code of ${name}`, async () => (await codes())[before]);
  await page.post(link, { ...typed, stage: 'code', code: codeIn(mail) });
  await eventually(`${name} has signed`, async () =>
    (await versionOf(at, id))?.signatures.some((signature) => signature.name === name),
  );
}
