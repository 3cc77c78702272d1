import { pointless, type TemplatesOf } from '../../outbox/send-mail.ts';
import type { PeopleTable } from '../../people/people-table.ts';
import type { Person } from '../../people/person.ts';
import { Fault } from '../../shared/errors.ts';
import type { SignLink } from '../../shared/links.ts';
import { type Kinds, mayHold } from '../kind.ts';
import type { Notices } from '../notice.ts';
import { deskPath } from '../pages/next-request.tsx';
import { assigneeId, type PersonRequest } from '../request.ts';
import { staffPath } from '../request-link.ts';
import type { RequestsTable } from '../requests-table.ts';
import { operatorMail, type RequestContext, reminderMail, requestMail, type Shown } from './staff-mails.tsx';
import { notices } from './texts.ts';

interface RequestMailDependencies {
  readonly requests: RequestsTable;
  readonly people: PeopleTable;
  readonly kinds: Kinds;
  readonly baseUrl: string;
  readonly sign: SignLink;
  /** By whose name operators call the stage. */
  readonly stage: string;
}

/** A port, since requests do not know what there is. */
interface Brought {
  readonly contextOf: (request: PersonRequest) => Promise<RequestContext | undefined>;
  /** What that is called which a request is about, beside its reference. */
  readonly nameOf: (request: PersonRequest) => Promise<string | undefined>;
  readonly notices: Notices;
}

/** The mails to the staff: requests, reminders, notices. */
export function staffTemplates(deps: RequestMailDependencies, brought: Brought): TemplatesOf<'requests'> {
  const show = async (request: PersonRequest, person: Person): Promise<Shown> => ({
    request,
    kind: deps.kinds.get(request.kind),
    context: await brought.contextOf(request),
    name: await brought.nameOf(request),
    link: `${deps.baseUrl}${await staffPath(deps, request, person)}?lang=${person.lang}`,
  });
  const stillWith = (request: PersonRequest | undefined, person: Person): request is PersonRequest =>
    request?.state === 'OPEN' &&
    assigneeId(request.assignee) === person.id &&
    mayHold(deps.kinds, request.kind, person);

  const desk = () => `${deps.baseUrl}${deskPath}`;

  return {
    'request-opened': {
      class: 'decision',
      prepare: async (to, ids, now) => {
        const person = to.person === undefined ? undefined : await deps.people.get(to.person);
        if (!person) throw new Fault('PersonMissing', { person: to.person });
        const request = await deps.requests.get(String(ids.request));
        if (!stillWith(request, person)) return pointless('the request is settled or with somebody else');
        const mail = requestMail(person, await show(request, person), desk(), now);
        return { kind: 'mail', to: person.email, mail };
      },
    },

    'request-reminder': {
      class: 'reminder',
      prepare: async (to, ids, now) => {
        const person = to.person === undefined ? undefined : await deps.people.get(to.person);
        if (!person) throw new Fault('PersonMissing', { person: to.person });
        const found = await Promise.all([ids.requests ?? []].flat().map((id) => deps.requests.get(id)));
        const waiting = found.filter((request) => stillWith(request, person));
        if (waiting.length === 0) return pointless('every request is settled or with somebody else');
        const shown = await Promise.all(waiting.map((request) => show(request, person)));
        return { kind: 'mail', to: person.email, mail: reminderMail(person, shown, desk(), now) };
      },
    },

    'operator-notice': {
      class: 'decision',
      prepare: async (to, ids) => {
        const person = to.person === undefined ? undefined : await deps.people.get(to.person);
        if (!person) return pointless('the person is gone');
        const about = String(ids.about);
        const notice = { ...notices, ...brought.notices }[about];
        const mail = operatorMail(person, {
          stage: deps.stage,
          about,
          notice,
          subject: String(ids.subject),
          detail: String(ids.detail),
          ...(ids.state && { state: String(ids.state) }),
          ...(ids.tries && { tries: String(ids.tries) }),
        });
        return { kind: 'mail', to: person.email, mail };
      },
    },
  };
}
