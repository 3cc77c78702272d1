import { pointless, type Template, type TemplatesOf } from '../../outbox/send-mail.ts';
import type { Kinds } from '../../requests/kind.ts';
import { requestPath } from '../../requests/request-link.ts';
import type { SignLink } from '../../shared/links.ts';
import { type Account, addressBefore } from '../account.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Lecturer } from '../lecturer.ts';
import { accountAskedMail, accountChangedMail, accountConfirmedMail, accountStoppedMail } from './account-mails.tsx';

type Needed = Pick<Dependencies, 'lecturers' | 'people' | 'requests'> & {
  readonly kinds: Kinds;
  readonly baseUrl: string;
  readonly sign: SignLink;
};

/** The mails to lecturers, each made of the truth of the moment; what no longer holds is not sent. */
export function lecturersTemplates(deps: Needed): TemplatesOf<'lecturers'> {
  const presentLecturer = async (id: string | undefined): Promise<Lecturer | undefined> => {
    const found = id === undefined ? undefined : await deps.lecturers.get(id);
    return found?.erasedAt ? undefined : found;
  };

  const asked =
    (why: 'asked' | 'reminder'): Template =>
    async (to, ids) => {
      const lecturer = await presentLecturer(to.lecturer);
      const id = typeof ids.request === 'string' ? ids.request : ids.requests?.[0];
      const request = id ? await deps.requests.get(id) : undefined;
      if (!lecturer || !request) return pointless('there is nobody to write to');
      if (request.state !== 'OPEN') return pointless('the request is settled');
      const link = `${deps.baseUrl}${await requestPath(deps, request, to)}?lang=${lecturer.lang}`;
      return { kind: 'mail', to: lecturer.email, mail: accountAskedMail(lecturer, request, { link, why }) };
    };

  return {
    'account-asked': { class: 'decision', prepare: asked('asked') },
    'account-reminder': { class: 'reminder', prepare: asked('reminder') },
    'account-changed': {
      class: 'decision',
      prepare: async (to, ids) => {
        const lecturer = await presentLecturer(to.lecturer);
        const accounts = lecturer ? await deps.lecturers.accountsOf(lecturer.id) : [];
        const account = accounts.find(({ number }) => String(number) === ids.number);
        const address = account && addressBefore(accounts, account);
        if (!lecturer || !account || !address) return pointless('there is nobody to write to');
        if (account.state === 'STOPPED') return pointless('it was stopped since');
        const request = account.enteredIn ? await deps.requests.get(account.enteredIn) : undefined;
        const path = request && (await requestPath(deps, request, to));
        const link = path && `${deps.baseUrl}${path}?lang=${lecturer.lang}`;
        return { kind: 'mail', to: address, mail: accountChangedMail(lecturer, account, link) };
      },
    },
    'account-stopped': {
      class: 'decision',
      prepare: async (to, ids) => {
        const lecturer = await presentLecturer(String(ids.lecturer));
        const accounts = lecturer ? await deps.lecturers.accountsOf(lecturer.id) : [];
        const account = accounts.find(({ number }) => String(number) === ids.number);
        if (!lecturer || account?.state !== 'STOPPED') return pointless('there is nobody to write to');
        if (to.person !== undefined) {
          const person = await deps.people.get(to.person);
          if (!person) return pointless('there is nobody to write to');
          return { kind: 'mail', to: person.email, mail: accountStoppedMail(person, account, 'officer') };
        }
        const address = ids.address === 'before' ? addressBefore(accounts, account) : lecturer.email;
        if (!address) return pointless('there is nobody to write to');
        return { kind: 'mail', to: address, mail: accountStoppedMail(lecturer, account, 'lecturer') };
      },
    },
    'account-confirmed': {
      class: 'decision',
      prepare: async (to, ids) => {
        const lecturer = await presentLecturer(to.lecturer);
        const account: Account | undefined =
          lecturer && (await deps.lecturers.account(lecturer.id, Number(ids.number)));
        if (!lecturer || account?.state !== 'CONFIRMED') return pointless('another account was confirmed since');
        return { kind: 'mail', to: lecturer.email, mail: accountConfirmedMail(lecturer, account) };
      },
    },
  };
}
