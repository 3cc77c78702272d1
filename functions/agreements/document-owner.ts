import type { DocumentOwners } from '../documents/owners.ts';
import type { SessionsTable } from '../sessions/sessions-table.ts';
import type { Text } from '../shared/i18n.ts';
import { presentIn } from './agreement.ts';
import { copyOwner, copySlot } from './copies.ts';
import { copyCookie, copyKeptIn, copySession } from './copy-session.ts';
import type { Dependencies } from './dependencies.ts';

type Reach = Pick<Dependencies, 'agreements'> & { readonly sessions: SessionsTable };

const toRequest: Text = { ko: '서명을 요청받은 화면으로 돌아가기', en: 'Back to what you are asked to sign' };

function keptIn(id: string, cookies: Readonly<Record<string, string>>) {
  const [secure, plain] = [true, false].map((one) => cookies[copyCookie(id, { secure: one })]);
  const kept = secure ?? plain;
  return kept === undefined ? undefined : copyKeptIn(kept);
}

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
      const kept = keptIn(id, cookies);
      const session = kept === undefined ? undefined : await deps.sessions.open(copySession(id), kept.secret, now);
      return session?.begunAs && `signer:${id}/${session.begunAs}`;
    },
    back: async (id, { cookies }) => {
      const path = keptIn(id, cookies)?.path;
      return path === undefined ? undefined : { href: path, label: toRequest };
    },
    decides: async (_id, { roles }) => roles.includes('signatory'),
  },
});
