import { sendersPaths } from '../../documents/pages/document-paths.ts';
import type { Held, RequestKind } from '../../requests/pages/kinds.ts';
import type { PersonRequest } from '../../requests/request.ts';
import { Fault } from '../../shared/errors.ts';
import { chosenOf } from '../../shared/pages/answers.ts';
import { decode } from '../../shared/pages/form.ts';
import { PageFault } from '../../shared/pages/problem.tsx';
import { type Form, type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { confirmation, twoActs } from '../../shared/pages/two-acts.tsx';
import { normaliseText } from '../../shared/text/text.ts';
import type { Instant } from '../../shared/time.ts';
import { askedOf, type Checklist, itemIn, listIn } from '../checklist.ts';
import type { Dependencies } from '../dependencies.ts';
import { documentsId, itemDocumentsKind } from '../documents-owner.ts';
import type { Item } from '../item.ts';
import { doerOf, hasDocument, reportItem } from '../report-item.ts';
import type { Shown } from '../reporting.ts';
import type { StoreReach } from '../store-list.ts';
import { beginWork } from '../work-session.ts';
import { workPaths } from './checklist-paths.ts';
import { workWords } from './checklist-words.ts';
import { plainReportForm, readReport } from './item-forms.ts';
import { itemRows, labelText } from './item-rows.tsx';
import { closedWorkPage, itemFields, itemPage, type OpenWork, workPage } from './work-pages.tsx';

export type WorkReach = StoreReach &
  Pick<Dependencies, 'documents' | 'sessions'> & {
    /** Whether the pages are at an https address. */
    readonly secure: boolean;
  };

/** The item that a form is about, as it shows it. */
export function shownIn(form: Form): Shown {
  const turn = form.get(itemFields.turn)?.at(-1) ?? '';
  return { item: form.get(itemFields.item)?.at(-1) ?? '', turn: /^\d{1,6}$/u.test(turn) ? Number(turn) : 0 };
}

/** The words of a report that was posted. */
const typedIn = ({ form, lang }: Pick<PageRequest, 'form' | 'lang'>) =>
  chosenOf(plainReportForm, { words: decode(plainReportForm, form).words ?? [] }, lang);

/** Whether what is posted is what was taken already: the button was pressed twice. */
function wasReported(list: Checklist, { form }: Pick<PageRequest, 'form'>): boolean {
  const shown = shownIn(form);
  const item = itemIn(list, shown.item);
  const words = normaliseText(form.get('words')?.at(-1) ?? '');
  return item?.report !== undefined && item.turn === shown.turn + 1 && (item.report.words ?? '') === words;
}

/** The pages of whoever is asked to do items: all of theirs behind one link, each reported by itself. */
export function workKindPages(deps: WorkReach): RequestKind {
  const ownerOf = async ({ context }: Pick<PersonRequest, 'context'>, now: Instant) => {
    const owner = listIn(context);
    return owner && deps.checklistOwners[owner.kind]?.told(owner.of, now);
  };

  const openWork = async (held: Held, now: Instant): Promise<OpenWork | undefined> => {
    const [list, told] = await Promise.all([deps.checklists.byId(held.request.context), ownerOf(held.request, now)]);
    const doer = list && doerOf(list, held.request);
    if (!list || doer === undefined) throw new Fault('ChecklistMissing', { request: held.request.id });
    return told && { held, list, doer, told };
  };

  /** Whatever it was for is not there any more: nothing is to be done for it. */
  const withWork = async (
    held: Held,
    { lang, now }: PageRequest,
    page: (work: OpenWork) => PageResponse | Promise<PageResponse>,
  ): Promise<PageResponse> => {
    const work = await openWork(held, now);
    return work ? page(work) : closedWorkPage(held.request, undefined, lang, []);
  };

  const late = (work: OpenWork, page: PageRequest): PageResponse =>
    wasReported(work.list, page) ? seeOther(work.held.path) : workPage(work, page, { rows: typedIn(page) });

  /** Of the items that are asked for the one that a form or an address names, as it was shown. */
  const askedItem = ({ list, doer }: OpenWork, { item: id, turn }: Pick<Shown, 'item'> & Partial<Shown>) =>
    askedOf(list, doer).find((item) => item.id === id && (turn === undefined || item.turn === turn));

  const show = async (work: OpenWork, item: Item, page: PageRequest) =>
    itemPage(work, item, { ...page, hasDocument: await hasDocument(deps, work.list, item) });

  const report = async (work: OpenWork, page: PageRequest): Promise<PageResponse> => {
    const { held, list, told } = work;
    const { request, path } = held;
    const shown = shownIn(page.form);
    const item = askedItem(work, shown);
    if (!item) return late(work, page);
    const typed = decode(plainReportForm, page.form);
    const isHere = await hasDocument(deps, list, item);
    return twoActs(page, {
      read: readReport(item, typed),
      choose: (lang, errors) => itemPage(work, item, { ...page, lang, hasDocument: isHere, typed, errors }),
      confirm: ({ outcome }, lang) => {
        if (outcome === 'DONE' && item.evidence === 'document' && !isHere) {
          return itemPage(work, item, { ...page, lang, hasDocument: isHere, typed, wantsDocument: true });
        }
        return confirmation({
          lang,
          eyebrow: `${told.title[lang]} · ${list.title[lang]}`,
          title: workWords[outcome === 'DONE' ? 'sureDone' : 'sureCannot'][lang],
          lead: workWords.sureLead[lang],
          contact: told.contact,
          action: workPaths.report(path),
          chosen: { ...typed, [itemFields.item]: [item.id], [itemFields.turn]: [String(item.turn)] },
          rows: [
            { term: labelText(item, lang), value: workWords[outcome === 'DONE' ? 'done' : 'cannot'][lang] },
            ...chosenOf(plainReportForm, { words: typed.words ?? [] }, lang),
            ...itemRows(list, item, { lang, now: page.now }).slice(0, 1),
          ],
          yes: workWords[outcome === 'DONE' ? 'yesDone' : 'yesCannot'][lang],
        });
      },
      settle: async (given) => {
        const { id, generation } = request;
        const outcome = await reportItem(deps, { ...shown, request: id, generation, report: given }, page.now);
        if (outcome === 'reported') return seeOther(path);
        if (outcome === 'no-document') {
          return itemPage(work, item, { ...page, hasDocument: false, typed, wantsDocument: true });
        }
        const present = await deps.requests.get(id);
        return present?.state === 'OPEN' ? withWork(held, page, (now) => late(now, page)) : seeOther(path);
      },
    });
  };

  const documents = async (work: OpenWork, page: PageRequest): Promise<PageResponse> => {
    const item = askedItem(work, { item: shownIn(page.form).item });
    if (item?.evidence !== 'document') return late(work, page);
    const { request } = work.held;
    const { mac = '' } = page.params;
    const kept = await beginWork(deps, request, { now: page.now, secure: deps.secure, mac });
    const owner = documentsId(work.list.id, work.doer);
    return seeOther(sendersPaths.slot(itemDocumentsKind, owner, item.id), { cookies: [kept] });
  };

  return {
    show: (held, page) => withWork(held, page, (work) => workPage(work, page)),
    answer: (held, page) => withWork(held, page, (work) => workPage(work, page)),
    below: (held, page, [part, id]) =>
      withWork(held, page, (work) => {
        if (page.method === 'POST' && part === 'report') return report(work, page);
        if (page.method === 'POST' && part === 'documents') return documents(work, page);
        // Whoever comes back to what they have posted.
        if (page.method === 'GET' && (part === 'report' || part === 'documents')) return seeOther(held.path);
        if (page.method !== 'GET' || part !== 'item' || id === undefined) throw new PageFault(404);
        const item = askedItem(work, { item: id });
        return item ? show(work, item, page) : workPage(work, page);
      }),
    closed: async (request, page) => {
      const [list, told] = await Promise.all([deps.checklists.byId(request.context), ownerOf(request, page.now)]);
      const isOwn = list && wasReported(list, page);
      return closedWorkPage(request, told, page.lang, isOwn ? [] : typedIn(page));
    },
  };
}
