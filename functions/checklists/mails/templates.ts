import { type Prepared, pointless, type Template, type TemplatesOf } from '../../outbox/send-mail.ts';
import { mayHold } from '../../requests/kind.ts';
import { assigneeId, type PersonRequest } from '../../requests/request.ts';
import { requestPath, staffPath } from '../../requests/request-link.ts';
import type { Lang } from '../../shared/i18n.ts';
import type { SignLink } from '../../shared/links.ts';
import type { Recipient } from '../../shared/names.ts';
import type { Instant } from '../../shared/time.ts';
import { askedOf, type Checklist, itemIn, listIn, partyIn } from '../checklist.ts';
import type { Dependencies } from '../dependencies.ts';
import type { OwnerTold } from '../owners.ts';
import { doerOf } from '../report-item.ts';
import { askedMail, itemChangedMail } from './checklist-mails.tsx';

type Needed = Pick<Dependencies, 'checklists' | 'checklistOwners' | 'kinds' | 'people' | 'requests'> & {
  readonly baseUrl: string;
  readonly sign: SignLink;
};

interface Reader {
  readonly email: string;
  readonly lang: Lang;
  readonly link: (request: PersonRequest) => Promise<string>;
}

/** The mails about items of checklists, each made of the truth of the moment; what no longer holds is not sent. */
export function checklistsTemplates(deps: Needed): TemplatesOf<'checklists'> {
  const ownerOf = async (list: Checklist, now: Instant): Promise<OwnerTold | undefined> => {
    const owner = listIn(list.id);
    return owner && deps.checklistOwners[owner.kind]?.told(owner.of, now);
  };

  const readerOf = async (to: Recipient, kind?: string): Promise<Reader | undefined> => {
    if (to.person !== undefined) {
      const person = await deps.people.get(to.person);
      if (!person || (kind !== undefined && !mayHold(deps.kinds, kind, person))) return undefined;
      return { ...person, link: (request) => staffPath(deps, request, person) };
    }
    const party = to.party === undefined ? undefined : partyIn(to.party);
    const owner = party && listIn(party.list);
    const found = owner && (await deps.checklistOwners[owner.kind]?.party(owner.of, party.doer));
    return found && { ...found, link: (request) => requestPath(deps, request, to) };
  };

  const asked =
    (why: 'asked' | 'moved' | 'reminder'): Template =>
    async (to, ids, now): Promise<Prepared> => {
      const id = typeof ids.request === 'string' ? ids.request : ids.requests?.[0];
      const request = id ? await deps.requests.get(id) : undefined;
      if (request?.state !== 'OPEN') return pointless('the request is settled');
      if (assigneeId(request.assignee) !== assigneeId(to)) return pointless('the request is with somebody else');
      const list = await deps.checklists.byId(request.context);
      const doer = list && doerOf(list, request);
      const items = list && doer !== undefined ? askedOf(list, doer) : [];
      if (!list || items.length === 0) return pointless('there is nothing to do any more');
      const [told, reader] = await Promise.all([ownerOf(list, now), readerOf(to, request.kind)]);
      if (!told || !reader) return pointless('there is nobody to write to');
      const link = `${deps.baseUrl}${await reader.link(request)}?lang=${reader.lang}`;
      return {
        kind: 'mail',
        to: reader.email,
        mail: askedMail({ list, told, lang: reader.lang }, items, { link, why }),
      };
    };

  const ways = { POSTPONE: 'postponed', DROP: 'dropped', SUBSTITUTE: 'substituted' } as const;

  return {
    'checklist-asked': { class: 'decision', prepare: asked('asked') },
    'checklist-moved': { class: 'decision', prepare: asked('moved') },
    'checklist-reminder': { class: 'reminder', prepare: asked('reminder') },
    'checklist-item-changed': {
      class: 'decision',
      prepare: async (to, ids, now) => {
        const list = await deps.checklists.byId(String(ids.list));
        const item = list && itemIn(list, String(ids.item));
        if (!list || list.erasedAt || !item?.decided) return pointless('the list was erased');
        const { outcome } = item.decided;
        if (outcome === 'ACCEPT' || outcome === 'RETURN') return pointless('something else was decided since');
        const [told, reader] = await Promise.all([ownerOf(list, now), readerOf(to)]);
        if (!told || !reader) return pointless('there is nobody to write to');
        return {
          kind: 'mail',
          to: reader.email,
          mail: itemChangedMail({ list, told, lang: reader.lang }, item, ways[outcome]),
        };
      },
    },
  };
}
