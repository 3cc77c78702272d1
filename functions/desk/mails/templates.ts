import { mailedCode } from '../../codes/mailed-code.ts';
import { pointless, type TemplatesOf } from '../../outbox/send-mail.ts';
import type { PeopleTable } from '../../people/people-table.ts';
import { staffAt } from '../../people/staff-at.ts';
import type { Role } from '../../shared/names.ts';
import { deskScope } from '../desk.ts';
import { deskCodeMail } from './desk-code-mail.tsx';

/** The mail to whoever opens their desk; nothing leaves for an address that is of nobody of the staff. */
export const deskTemplates = (
  deps: Parameters<typeof mailedCode>[0] & {
    readonly people: Pick<PeopleTable, 'get' | 'idsWithRole' | 'withMailbox'>;
  },
  roles: readonly Role[],
): TemplatesOf<'desk'> => ({
  'desk-code': {
    class: 'asked',
    prepare: async (to, _ids, now) => {
      const found = await mailedCode(deps, to.challenge, now);
      if (found?.challenge.scope !== deskScope) return pointless('the code is used, or too old');
      const person = await staffAt({ people: deps.people, roles }, found.challenge.email);
      if (!person) return pointless('nobody of the staff has the address');
      return { kind: 'mail', to: person.email, mail: deskCodeMail(found) };
    },
  },
});
