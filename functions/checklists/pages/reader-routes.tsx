import { SummaryList } from '../../shared/pages/components.tsx';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import { PageFault } from '../../shared/pages/problem.tsx';
import { html } from '../../shared/pages/request.ts';
import { listIn } from '../checklist.ts';
import type { Dependencies } from '../dependencies.ts';
import { isSettled } from '../item.ts';
import { readersPath } from './checklist-paths.ts';
import { progressText, readerWords, words } from './checklist-words.ts';
import { ItemList } from './item-rows.tsx';

/** A list as it fills, for whoever it is for: what, by when and how far; not who, nor what was said about it. */
export const readerRoutes = (deps: Pick<Dependencies, 'checklists' | 'checklistOwners'>): PageRoute[] => [
  {
    method: 'GET',
    path: readersPath('{list}'),
    page: async (request) => {
      const owner = listIn(request.params.list ?? '');
      const port = owner && Object.hasOwn(deps.checklistOwners, owner.kind) && deps.checklistOwners[owner.kind];
      if (!owner || !port || !(await port.reads(owner.of, request))) throw new PageFault(404);
      const { lang, now } = request;
      const [list, told] = await Promise.all([deps.checklists.list(owner.owner, owner.name), port.told(owner.of, now)]);
      if (!list || !told) throw new PageFault(404);
      const progress = progressText(list.items.filter(isSettled).length, list.items.length);
      return html(
        <Layout
          lang={lang}
          eyebrow={told.title[lang]}
          title={list.title[lang]}
          lead={readerWords.lead[lang]}
          contact={told.contact}
        >
          <SummaryList rows={[{ term: words.progress[lang], value: progress[lang] }]} />
          <ItemList items={list.items} {...{ lang, now }} />
        </Layout>,
      );
    },
  },
];
