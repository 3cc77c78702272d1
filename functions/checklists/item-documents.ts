import type { DocumentOwner, DocumentOwners } from '../documents/owners.ts';
import type { Slot } from '../documents/slot.ts';
import type { Text } from '../shared/i18n.ts';
import type { PageRequest } from '../shared/pages/request.ts';
import { type Checklist, listIn } from './checklist.ts';
import type { Dependencies } from './dependencies.ts';
import { documentsOf, itemDocumentsKind } from './documents-owner.ts';
import type { Item } from './item.ts';
import { holderIn } from './report-item.ts';
import { workOpenIn } from './work-session.ts';

const toRequest: Text = { ko: '요청받으신 항목으로 돌아가기', en: 'Back to what you are asked for' };

/** The slot of the document of an item. */
const slotOf = ({ id, label, hint, required }: Item): Slot => ({
  id,
  label,
  ...(hint && { hint }),
  required,
  formats: ['pdf', 'hwp', 'hwpx', 'docx', 'xlsx', 'jpeg', 'png', 'heic'],
});

const withDocument = ({ items }: Checklist, doer: string): Item[] =>
  items.filter(
    (item) =>
      item.doer === doer && item.evidence === 'document' && item.state !== 'SUBSTITUTED' && item.state !== 'DROPPED',
  );

type Needed = Pick<Dependencies, 'checklists' | 'checklistOwners' | 'requests' | 'sessions'>;

/** The documents of items: sent by whoever is asked for them now, seen by the manager. */
const itemDocuments = (deps: Needed): DocumentOwner => {
  const find = async (id: string) => {
    const found = documentsOf(id);
    const list = found && (await deps.checklists.byId(found.list));
    const owner = list && !list.erasedAt ? listIn(list.id) : undefined;
    const port = owner && deps.checklistOwners[owner.kind];
    return found && list && owner && port && { ...found, list, of: owner.of, port };
  };
  /** What this browser has open of it. */
  const opened = async (id: string, { cookies, now }: Pick<PageRequest, 'cookies' | 'now'>) => {
    const found = await find(id);
    const work = found && (await workOpenIn(deps, cookies, now));
    return work && found.list.doers[found.doer]?.request === work.request.id ? work : undefined;
  };
  return {
    asked: async (id, now) => {
      const found = await find(id);
      const told = found && (await found.port.told(found.of, now));
      const slots = found && withDocument(found.list, found.doer).map(slotOf);
      return told && slots && slots.length > 0 ? { ...told, slots } : undefined;
    },
    sender: async (id, request) => {
      const work = await opened(id, request);
      return work && holderIn(work.request);
    },
    back: async (id, request) => {
      const path = (await opened(id, request))?.path;
      return path === undefined ? undefined : { href: path, label: toRequest };
    },
    decides: async (id, person) => {
      const found = await find(id);
      return found !== undefined && (await found.port.manages(found.of, person));
    },
  };
};

export const itemDocumentOwners = (deps: Needed): DocumentOwners => ({ [itemDocumentsKind]: itemDocuments(deps) });
