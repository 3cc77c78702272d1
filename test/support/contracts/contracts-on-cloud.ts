import { presentIn, type Version } from '../../../functions/agreements/agreement.ts';
import { beginExtension } from '../../../functions/contracts/begin-extension.ts';
import type { Residency } from '../../../functions/residencies/residency.ts';
import { addDays, seoulDateOf } from '../../../functions/shared/time.ts';
import { type Signing, signsByMail } from '../agreements/signed-by-mail.ts';
import type { TestCloud } from '../cloud.ts';
import { eventOf } from '../residency-events/events-on-cloud.ts';
import { storedResidency } from '../residency-events/stored-residencies.ts';

const by = 'operator:test';

/** A startup that is in the Lab, in a space of its own. */
export async function resident(at: TestCloud) {
  const { residency, space } = await storedResidency(at, { firstDay: addDays(seoulDateOf(at.now()), -20) });
  return { residency, email: residency.startup.email, space };
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

/** What is signed by an event, once it is drafted. */
export const versionOf = async (at: TestCloud, id: string): Promise<Version | undefined> => {
  const { agreement } = await eventOf(at, id);
  const stored = agreement === undefined ? undefined : await at.agreements.get(agreement);
  return stored && presentIn(stored);
};

/** Whoever is asked to sign does, by the code of a mail. */
export const signs = (at: TestCloud, id: string, who: Signing): Promise<void> =>
  signsByMail(at, () => versionOf(at, id), who);
