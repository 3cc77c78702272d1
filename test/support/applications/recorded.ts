import { afterKind, puts, there } from '../recorded/recorded-items.ts';
import type { RecordedItems } from '../support.ts';

export const applicationsRecorded: RecordedItems = {
  savingAgain: {
    'applications.application': async ({ applications }, { reference }) => {
      const was = there(await applications.get(String(reference)));
      return puts(applications.save(was, was));
    },
    'applications.draft': async ({ applications }, { pk, expiresAt }) => {
      const of = { reference: String(pk), expiresAt: expiresAt === undefined ? undefined : Number(expiresAt) };
      const was = await applications.draft(of.reference);
      return puts(applications.putDraft({ ...of, revision: was.beside }, was, was));
    },
    'applications.version': async ({ applications }, { reference, version }) =>
      puts(applications.overwriteVersion(there(await applications.version(String(reference), Number(version))))),
  },
  reading: {
    'applications.contact': async ({ applications }, { pk, sk }) =>
      (await applications.underContact(afterKind(pk))).includes(String(sk)),
    'applications.email-claim': ({ applications }, { pk }) => applications.reservationOf(afterKind(pk)),
    'applications.person': async ({ applications }, { pk }) =>
      (await applications.siblings('person', afterKind(pk)))[0],
    'applications.phone': async ({ applications }, { pk }) => (await applications.siblings('phone', afterKind(pk)))[0],
    'applications.round': async ({ applications }, { sk }) =>
      (await applications.sentIn('academy-2027h1', undefined, 10)).references.includes(String(sk)),
  },
};
