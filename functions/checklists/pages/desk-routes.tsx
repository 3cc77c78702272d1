import type { Desk } from '../../desk/desk.ts';
import type { DeskDependencies } from '../../desk/open-desk.ts';
import { deskPaths } from '../../desk/pages/desk-paths.ts';
import { withDesk } from '../../desk/pages/sign-in.ts';
import { recordDeskRead } from '../../desk/record-desk-read.ts';
import { undecidedIn } from '../../documents/deciding.ts';
import { isKept } from '../../documents/document.ts';
import type { RequestKind } from '../../requests/pages/kinds.ts';
import { chosenOf } from '../../shared/pages/answers.ts';
import { decode, type Typed } from '../../shared/pages/form.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { PageFault, ProblemPage } from '../../shared/pages/problem.tsx';
import { accessed, html, type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { confirmation, twoActs } from '../../shared/pages/two-acts.tsx';
import type { Instant } from '../../shared/time.ts';
import { itemIn, listIn } from '../checklist.ts';
import { decideItem } from '../decide-item.ts';
import type { Dependencies } from '../dependencies.ts';
import { documentsOwner } from '../documents-owner.ts';
import type { Item } from '../item.ts';
import type { StoreReach } from '../store-list.ts';
import { deskChecklistPaths } from './checklist-paths.ts';
import { managerWords, outcomeTexts } from './checklist-words.ts';
import { allListsPage, managerItemPage, managerListPage, type OpenList } from './desk-pages.tsx';
import { decisionForm, readDecision } from './item-forms.ts';
import { labelText } from './item-rows.tsx';
import { shownItem } from './work-pages.tsx';
import { shownIn } from './work-routes.tsx';

export type ManagerReach = StoreReach & Pick<Dependencies, 'documents'> & DeskDependencies;

/** How many lists the page of all looks at. */
const mostLists = 100;

const fileField = 'file';

/** The pages of whoever manages lists, at their desk. */
export function managerRoutes(deps: ManagerReach): PageRoute[] {
  const openList = async (desk: Desk, id: string, now: Instant): Promise<OpenList | undefined> => {
    const owner = listIn(id);
    const port = owner && Object.hasOwn(deps.checklistOwners, owner.kind) && deps.checklistOwners[owner.kind];
    if (!owner || !port || !(await port.manages(owner.of, desk.person))) return undefined;
    const [list, told] = await Promise.all([deps.checklists.byId(id), port.told(owner.of, now)]);
    return list && told && { list, told };
  };

  const withList = (page: (desk: Desk, open: OpenList, request: PageRequest) => Promise<PageResponse>) =>
    withDesk(deps, async (desk, request) => {
      const open = await openList(desk, request.params.list ?? '', request.now);
      if (!open) throw new PageFault(404);
      return page(desk, open, request);
    });

  const withItem = (page: (desk: Desk, open: OpenList, item: Item, request: PageRequest) => Promise<PageResponse>) =>
    withList(async (desk, open, request) => {
      const item = itemIn(open.list, request.params.item ?? '');
      if (!item) throw new PageFault(404);
      return page(desk, open, item, request);
    });

  const seen = async (desk: Desk, { list }: OpenList, { now }: PageRequest, page: () => PageResponse) => {
    const of = listIn(list.id)?.of ?? list.id;
    await recordDeskRead(deps, desk, { of, task: 'checklist' }, now);
    return accessed(page(), { account: desk.person.id, of, task: 'checklist' });
  };

  const all = async (desk: Desk, page: PageRequest): Promise<PageResponse> => {
    const found = await deps.checklists.underWay(mostLists);
    const lists = await Promise.all(found.map(({ owner, name }) => deps.checklists.list(owner, name)));
    const open = await Promise.all(lists.map(async (list) => list && openList(desk, list.id, page.now)));
    const shown = open.filter((one) => one !== undefined);
    return allListsPage({ desk, ...page }, shown, { isPartly: found.length === mostLists });
  };

  const fileOf = async ({ list }: OpenList, item: Item) => {
    if (item.evidence !== 'document') return { hasDocument: false, file: undefined };
    const slot = await deps.documents.slot({ owner: documentsOwner(list.id, item.doer), slot: item.id });
    const files = slot?.files ?? [];
    return { hasDocument: files.some(isKept), file: undecidedIn(files)?.id };
  };

  const showItem = async (
    desk: Desk,
    open: OpenList,
    item: Item,
    page: PageRequest,
    given: Omit<Parameters<typeof managerItemPage>[3], 'hasDocument' | 'file'> = {},
  ) => {
    const file = await fileOf(open, item);
    return seen(desk, open, page, () => managerItemPage({ desk, ...page }, open, item, { ...file, ...given }));
  };

  /** The item as it is now, for whoever decided about it as it was. */
  const late = async (
    desk: Desk,
    open: OpenList,
    id: string,
    typed: Typed,
    page: PageRequest,
    why: 'late' | 'noDocument',
  ): Promise<PageResponse> => {
    const latest = (await openList(desk, open.list.id, page.now)) ?? open;
    const item = itemIn(latest.list, id);
    if (!item) throw new PageFault(404);
    if (why === 'noDocument') return showItem(desk, latest, item, page, { late: why, typed });
    const { words = [], label = [] } = typed;
    const notKept = chosenOf(decisionForm(latest.list, item, page.now), { words, label }, page.lang);
    return showItem(desk, latest, item, page, { late: why, notKept });
  };

  const decideOn = async (desk: Desk, open: OpenList, item: Item, page: PageRequest): Promise<PageResponse> => {
    const { list, told } = open;
    const form = decisionForm(list, item, page.now);
    const typed = decode(form, page.form);
    const shown = shownIn(page.form);
    const file = page.form.get(fileField)?.at(-1);
    if (shown.item !== item.id || shown.turn !== item.turn) return late(desk, open, item.id, typed, page, 'late');
    return twoActs(page, {
      read: readDecision(form, item, typed),
      choose: (lang, errors) => showItem(desk, open, item, { ...page, lang }, { typed, errors }),
      confirm: ({ outcome }, lang) =>
        confirmation({
          lang,
          eyebrow: `${told.title[lang]} · ${list.title[lang]}`,
          title: outcomeTexts[outcome].sure[lang],
          home: deskPaths.list,
          lead: managerWords.sureLead[lang],
          rows: [
            { term: labelText(item, lang), value: outcomeTexts[outcome].label[lang] },
            ...chosenOf(form, { ...typed, outcome: [] }, lang),
          ],
          action: deskChecklistPaths.item(list.id, item.id),
          chosen: {
            ...typed,
            ...shownItem(item),
            ...(file !== undefined && { [fileField]: file }),
          },
          yes: outcomeTexts[outcome].yes[lang],
        }),
      settle: async (decision) => {
        const given = { ...shown, list: list.id, by: desk.person.id, decision, file };
        const outcome = await decideItem(deps, given, page.now);
        if (outcome === 'decided') return seeOther(deskChecklistPaths.list(list.id));
        return late(desk, open, item.id, typed, page, outcome === 'not-open' ? 'late' : 'noDocument');
      },
    });
  };

  const itemPath = deskChecklistPaths.item('{list}', '{item}');
  return [
    { method: 'GET', path: deskChecklistPaths.all, page: withDesk(deps, all) },
    {
      method: 'GET',
      path: deskChecklistPaths.list('{list}'),
      page: withList((desk, open, page) => seen(desk, open, page, () => managerListPage({ desk, ...page }, open))),
    },
    { method: 'GET', path: itemPath, page: withItem((desk, open, item, page) => showItem(desk, open, item, page)) },
    { method: 'POST', path: itemPath, page: withItem(decideOn) },
  ];
}

/** The link by which a manager is asked to look leads to the list at their desk, which they sign in to. */
export const checkKindPages: RequestKind = {
  show: async ({ request }) => seeOther(deskChecklistPaths.list(request.context)),
  answer: async ({ request }) => seeOther(deskChecklistPaths.list(request.context)),
  closed: async ({ context }, { lang }) =>
    html(
      <ProblemPage lang={lang} title={managerWords.checked[lang]}>
        <p>{managerWords.checkedText[lang]}</p>
        <p>
          <a href={deskChecklistPaths.list(context)}>{managerWords.whole[lang]}</a>
        </p>
      </ProblemPage>,
    ),
};
