import type { DocumentOwners } from '../documents/owners.ts';
import type { SessionsTable } from '../sessions/sessions-table.ts';
import { presentIn } from './agreement.ts';
import { copyOwner, copySlot } from './copies.ts';
import { copyCookie, copySession } from './copy-session.ts';
import type { Dependencies } from './dependencies.ts';

type Reach = Pick<Dependencies, 'agreements'> & { readonly sessions: SessionsTable };

/** Copies of agreements that were signed elsewhere: sent by who signs, seen by who signs for the institution. */
export const agreementDocuments = (deps: Reach): DocumentOwners => ({
  [copyOwner]: {
    asked: async (id) => {
      const agreement = await deps.agreements.get(id);
      const version = agreement && presentIn(agreement);
      if (!version || agreement.erasedAt) return undefined;
      const closesAt = version.state === 'OPEN' ? version.dueAt : version.endedAt;
      return { title: version.title, slots: agreement.versions.map(copySlot), ...(closesAt && { closesAt }) };
    },
    sender: async (id, { cookies, now }) => {
      const [secure, plain] = [true, false].map((one) => cookies[copyCookie(id, { secure: one })]);
      const secret = secure ?? plain;
      const session = secret === undefined ? undefined : await deps.sessions.open(copySession(id), secret, now);
      return session?.begunAs && `signer:${id}/${session.begunAs}`;
    },
    decides: async (_id, { roles }) => roles.includes('signatory'),
  },
});
